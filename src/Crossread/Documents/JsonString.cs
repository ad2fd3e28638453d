// The strings of a JSON text with their paths and their places.
using System.Globalization;
using System.Text;
using System.Text.Json;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>A string of a JSON text. Every character keeps its place in the source, also through JSON's escapes.</summary>
/// <param name="Path">Names and numbers that lead to it, parted by stops: <c>items.3.title</c>.</param>
/// <param name="Text">The string.</param>
/// <param name="Map">Leads to the source.</param>
internal sealed record JsonString(string Path, string Text, SourceMap Map)
{
    private const int _most = 5_000_000, _longestPath = 200;

    private static readonly JsonReaderOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Every string of the JSON that stands in a stretch of the source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="start">Where the JSON begins.</param>
    /// <param name="end">Where it ends at the latest.</param>
    /// <param name="values">Takes the strings.</param>
    /// <param name="items">Takes the places of the objects in a list <c>items</c> at the top, or null.</param>
    /// <returns>False if the JSON breaks off; what stands before was read.</returns>
    public static bool Collect(string source, int start, int end, List<JsonString> values, List<(int Start, int End)>? items = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(source, start, end - start);
        Utf8JsonReader json = new(bytes, _options);
        List<(string Name, int Index, bool Array)> path = [];
        string name = "";
        long atByte = 0;
        int atChar = start;
        try
        {
            while (json.Read())
            {
                // Bytes → UTF-16 units, step by step.
                atChar += Encoding.UTF8.GetCharCount(bytes, (int)atByte, (int)(json.TokenStartIndex - atByte));
                atByte = json.TokenStartIndex;
                switch (json.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = json.GetString()!;
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        Step(path, ref name);
                        path.Add((name, -1, json.TokenType == JsonTokenType.StartArray));
                        if (path.Count == 3 && path[1] is { Name: "items", Array: true })
                            items?.Add((atChar, atChar));
                        name = "";
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        if (path.Count == 3 && path[1] is { Name: "items", Array: true } && items is { Count: > 0 })
                            items[^1] = (items[^1].Start, atChar + 1);
                        path.RemoveAt(path.Count - 1);
                        break;
                    case JsonTokenType.String:
                        Step(path, ref name);
                        string full = string.Join('.', path.Skip(1).Select(p => p.Name).Append(name));
                        if (full.Length < _longestPath && values.Count < _most)
                            values.Add(Decode(source, atChar, full));
                        break;
                    default:
                        Step(path, ref name);
                        break;
                }
            }
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Step(List<(string Name, int Index, bool Array)> path, ref string name)
    {
        if (path.Count == 0 || !path[^1].Array)
            return;
        path[^1] = path[^1] with { Index = path[^1].Index + 1 };
        name = path[^1].Index.ToString(CultureInfo.InvariantCulture);
    }

    private static JsonString Decode(string source, int quote, string path)
    {
        SourceMapBuilder text = new();
        int at = quote + 1;
        while (at < source.Length && source[at] != '"')
        {
            int next = source.AsSpan(at).IndexOfAny('"', '\\');
            int stop = next < 0 ? source.Length : at + next;
            text.Copy(source.AsSpan(at, stop - at), at);
            at = stop;
            if (at + 1 >= source.Length || source[at] != '\\')
                continue;
            char c = source[at + 1];
            bool wide = c == 'u' && at + 6 <= source.Length && ushort.TryParse(source.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);
            char plain = wide ? (char)ushort.Parse(source.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => ' ', 'f' => ' ', _ => c };
            text.Replace([plain], at, at + (wide ? 6 : 2));
            at += wide ? 6 : 2;
        }
        (string words, SourceMap map) = text.Take();
        return new JsonString(path, words, map);
    }
}
