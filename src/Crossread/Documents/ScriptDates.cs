// The date of publication that a page's scripts carry for its counters and its players.
using System.Buffers;
using System.Globalization;

namespace Crossread.Documents;

/// <summary>Finds values that a script names as a date of publication (publishDate, datePublished, published_at and their like). The script is not run.</summary>
internal static class ScriptDates
{
    private const int _longestKey = 40, _longestValue = 40, _most = 200;

    private static readonly SearchValues<string> _starts = SearchValues.Create(["publi", "pubdate", "pub_date"], StringComparison.OrdinalIgnoreCase);

    // How the letters of such a name end.
    private static readonly string[] _names = ["published", "publishedat", "publishedon", "publisheddate", "publishdate", "publishingdate", "publicationdate", "pubdate", "publishtime", "publishedtime", "publicationtime", "dateofpublication"];

    /// <summary>The values in a script that stands in a stretch of a page's source.</summary>
    public static IEnumerable<string> Read(string script, int from, int to)
    {
        int at = from;
        for (int found = 0; found < _most && at < to; found++)
        {
            int next = script.AsSpan(at, to - at).IndexOfAny(_starts);
            if (next < 0)
                yield break;
            int start = at + next, end = start;
            while (start > from && at + next - start < _longestKey && IsName(script[start - 1]))
                start--;
            while (end < to && end - start < _longestKey && IsName(script[end]))
                end++;
            at = Math.Max(end, at + next + 1);
            if (IsDateName(script.AsSpan(start, end - start)) && Value(script, end) is { } value)
                yield return value;
        }
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private static bool IsDateName(ReadOnlySpan<char> key)
    {
        Span<char> letters = stackalloc char[_longestKey + 1];
        int length = 0;
        foreach (char c in key[..Math.Min(key.Length, _longestKey)])
        {
            if (char.IsAsciiLetter(c))
                letters[length++] = char.ToLowerInvariant(c);
        }
        ReadOnlySpan<char> name = letters[..length];
        foreach (string known in _names)
        {
            if (name.EndsWith(known, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // Behind the name: its closing quote, a colon or an equals sign, and the quoted value or a number of seconds.
    private static string? Value(string script, int at)
    {
        at = Skip(script, at, "\\\"' ");
        if (at >= script.Length || script[at] is not (':' or '='))
            return null;
        at = Skip(script, at + 1, "\\\"' ");
        int end = at;
        while (end < script.Length && end - at <= _longestValue && script[end] is not ('"' or '\'' or '\\' or ';' or '}' or '<'))
            end++;
        return end - at is >= 8 and <= _longestValue ? OfSeconds(script.AsSpan(at, end - at)) ?? script[at..end] : null;
    }

    private static int Skip(string script, int at, string signs)
    {
        while (at < script.Length && signs.Contains(script[at], StringComparison.Ordinal))
            at++;
        return at;
    }

    /// <summary>The time that a number of seconds or thousandths since 1970 stands for, or null if it is none of this or the last century's end.</summary>
    internal static string? OfSeconds(ReadOnlySpan<char> number)
    {
        number = number[..(number.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : number.Length)];
        if (number.Length is not (9 or 10 or 12 or 13) || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            return null;
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(number.Length > 10 ? seconds / 1000 : seconds);
        return time.Year is >= 1990 and <= 2100 ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null;
    }
}
