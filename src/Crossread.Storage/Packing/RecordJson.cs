// How the library's records are written as compact JSON.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Storage.Packing;

/// <summary>
/// Writes and reads the library's records as JSON, from their own properties. Text and words stay out (they have forms of their own), what
/// the store knows of a report anyway, and what is null. Spans and strings that begin and end with words of the text are a 0 here and stand in <see cref="WordSpans"/>, as a map does; other spans are pairs of numbers.
/// </summary>
internal static class RecordJson
{
    // The serializer has no place for what a converter should know of the one run that it works in.
    [ThreadStatic]
    private static WordSpans? _spans;

    private static readonly JsonSerializerOptions _options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TextSpanJson(), new SourceSpanJson(), new SourceMapJson(), new StringJson() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    /// <summary>A record as JSON.</summary>
    /// <param name="record">The record.</param>
    /// <param name="spans">Takes its spans.</param>
    public static byte[] Write<T>(T record, WordSpans spans)
    {
        _spans = spans;
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(record, _options);
        }
        finally
        {
            _spans = null;
        }
    }

    /// <summary>The record.</summary>
    /// <param name="json">As written.</param>
    /// <param name="spans">Gives its spans; null for a form that has them in the JSON.</param>
    /// <exception cref="JsonException">It is no such record.</exception>
    /// <exception cref="InvalidDataException">A span does not fit the text.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, WordSpans? spans)
    {
        _spans = spans;
        try
        {
            return JsonSerializer.Deserialize<T>(json, _options);
        }
        finally
        {
            _spans = null;
        }
    }

    private static WordSpans Spans => _spans ?? throw new JsonException("a span is not there");

    private static void LeaveOut(JsonTypeInfo type)
    {
        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            JsonPropertyInfo property = type.Properties[i];
            property.IsRequired = false;
            if ((type.Type == typeof(Report) && property.Name is nameof(Report.Text) or nameof(Report.Id) or nameof(Report.File) or nameof(Report.Sha256))
                || (type.Type == typeof(Reading) && property.Name == nameof(Reading.Words)))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    private static (int, int) Pair(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("a span is no pair");
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int length = reader.GetInt32();
        reader.Read();
        return (start, start + length);
    }

    private static void Pair(Utf8JsonWriter writer, int start, int length)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(start);
        writer.WriteNumberValue(length);
        writer.WriteEndArray();
    }

    private sealed class TextSpanJson : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
                return Spans.Next();
            (int start, int end) = Pair(ref reader);
            return new TextSpan(start, end);
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            if (Spans.Take(value))
                writer.WriteNumberValue(0);
            else
                Pair(writer, value.Start, value.Length);
        }
    }

    private sealed class StringJson : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? Spans.NextWords() : reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            if (Spans.Take(value))
                writer.WriteNumberValue(0);
            else
                writer.WriteStringValue(value);
        }
    }

    private sealed class SourceSpanJson : JsonConverter<SourceSpan>
    {
        public override SourceSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            (int start, int end) = Pair(ref reader);
            return new SourceSpan(start, end);
        }

        public override void Write(Utf8JsonWriter writer, SourceSpan value, JsonSerializerOptions options) => Pair(writer, value.Start, value.Length);
    }

    // In older forms a map is an array of three numbers a piece: its length in the text, where it begins in the source after the one before, its length there.
    private sealed class SourceMapJson : JsonConverter<SourceMap>
    {
        public override SourceMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
                return Spans.NextMap();
            int[] numbers = JsonSerializer.Deserialize<int[]>(ref reader, options) ?? throw new JsonException("there is no map");
            var pieces = System.Collections.Immutable.ImmutableArray.CreateBuilder<SourceMap.Piece>(numbers.Length / 3);
            int text = 0, source = 0;
            for (int i = 0; i + 2 < numbers.Length; i += 3)
            {
                int start = source + numbers[i + 1];
                pieces.Add(new SourceMap.Piece(new TextSpan(text, text + numbers[i]), new SourceSpan(start, start + numbers[i + 2])));
                text += numbers[i];
                source = start + numbers[i + 2];
            }
            return new SourceMap(pieces.ToImmutable());
        }

        public override void Write(Utf8JsonWriter writer, SourceMap value, JsonSerializerOptions options)
        {
            Spans.Take(value);
            writer.WriteNumberValue(0);
        }
    }
}
