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
/// Writes and reads the library's records as JSON, from their own properties. Text and words stay out (they have forms of their own), spans are pairs
/// of numbers, and what is null is left out.
/// </summary>
internal static class RecordJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TextSpanJson(), new SourceSpanJson(), new SourceMapJson() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    private static void LeaveOut(JsonTypeInfo type)
    {
        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            JsonPropertyInfo property = type.Properties[i];
            property.IsRequired = false;
            if ((type.Type == typeof(Report) && property.Name == nameof(Report.Text)) || (type.Type == typeof(Reading) && property.Name == nameof(Reading.Words)))
                type.Properties.RemoveAt(i);
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
            (int start, int end) = Pair(ref reader);
            return new TextSpan(start, end);
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) => Pair(writer, value.Start, value.Length);
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

    // The pieces follow each other without a gap in the text: their lengths, and where each begins in the source after the one before.
    private sealed class SourceMapJson : JsonConverter<SourceMap>
    {
        public override SourceMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
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
            writer.WriteStartArray();
            int source = 0;
            foreach (SourceMap.Piece piece in value.Pieces)
            {
                writer.WriteNumberValue(piece.Text.Length);
                writer.WriteNumberValue(piece.Source.Start - source);
                writer.WriteNumberValue(piece.Source.Length);
                source = piece.Source.End;
            }
            writer.WriteEndArray();
        }
    }
}
