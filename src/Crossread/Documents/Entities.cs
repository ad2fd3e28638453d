// Character references: &amp; &#8217; &#x2019; and the named ones.
using System.Globalization;
using System.Net;
using System.Text;

using AngleSharp.Html;

namespace Crossread.Documents;

/// <summary>Resolves character references. Only those that HTML itself names; what a document declares is never looked up.</summary>
internal static class Entities
{
    private const int _longestName = 33;

    /// <summary>Reads a reference at its <c>&amp;</c>.</summary>
    /// <returns>Its characters and the code units it takes, or null and 0 if none stands here.</returns>
    public static (string? Text, int Length) Read(ReadOnlySpan<char> at)
    {
        if (at.Length < 3 || at[0] != '&')
            return (null, 0);
        if (at[1] == '#')
            return Number(at);
        int end = 1;
        while (end < at.Length && end <= _longestName && char.IsAsciiLetterOrDigit(at[end]))
            end++;
        if (end < 3)
            return (null, 0);
        bool closed = end < at.Length && at[end] == ';';
        string written = at[..end].ToString() + ";";
        string resolved = WebUtility.HtmlDecode(written);
        if (!ReferenceEquals(resolved, written) && resolved != written && (closed || resolved is "&" or "<" or ">" or "\"" or "\u00A0"))
            return (resolved, closed ? end + 1 : end);
        if (closed && HtmlEntityProvider.Resolver.GetSymbol(written[1..]) is { Length: > 0 } symbol)
            return (symbol, end + 1);
        return (null, 0);
    }

    /// <summary>A value with its references resolved, white space folded and trimmed.</summary>
    public static string Resolve(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny("&\n\r\t\u00A0") < 0 && value.IndexOf("  ", StringComparison.Ordinal) < 0)
            return value.Trim().ToString();
        StringBuilder text = new(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '&' && Read(value[i..]) is { Text: { } resolved, Length: var length })
            {
                text.Append(resolved);
                i += length - 1;
            }
            else if (!char.IsWhiteSpace(value[i]))
            {
                text.Append(value[i]);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
        return text.ToString().Trim();
    }

    private static (string? Text, int Length) Number(ReadOnlySpan<char> at)
    {
        bool hex = at[2] is 'x' or 'X';
        int start = hex ? 3 : 2, end = start;
        while (end < at.Length && end - start < 8 && (hex ? char.IsAsciiHexDigit(at[end]) : char.IsAsciiDigit(at[end])))
            end++;
        if (end == start)
            return (null, 0);
        int code = (int)Math.Min(0x110000, long.Parse(at[start..end], hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture));
        int length = end < at.Length && at[end] == ';' ? end + 1 : end;
        // Numbers of the old Windows page stand for its characters (HTML standard, numeric character reference end state).
        if (code is >= 0x80 and <= 0x9F)
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)code]), length);
        return (code == 0 || !Rune.IsValid(code) ? "\uFFFD" : new Rune(code).ToString(), length);
    }
}
