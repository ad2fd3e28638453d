// The few JSON shapes that every export writes the same way.
using System.Text.Json;

using Crossread.Text;

namespace Crossread.Exports;

/// <summary>Spans as two numbers, enumerations as lower-case words, arrays item by item.</summary>
internal static class JsonWriting
{
    public static void WriteSpan(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    public static void WriteSpan(this Utf8JsonWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } known)
            json.WriteSpan(known);
        else
            json.WriteNullValue();
    }

    public static void WriteIndex(this Utf8JsonWriter json, string name, int? index)
    {
        if (index is int known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    public static void WriteEvidence(this Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteString("report", evidence.Report);
        json.WriteSpan("span", evidence.Span);
    }

    public static void WriteWord<T>(this Utf8JsonWriter json, string name, T value)
        where T : struct, Enum => json.WriteString(name, value.ToString().ToLowerInvariant());

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values) =>
        json.WriteArray(name, values, json.WriteStringValue);

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        json.WriteEndArray();
    }
}
