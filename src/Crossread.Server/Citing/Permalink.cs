// An address of words that stays good: the original's hash, the span, and a check on the words themselves.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using Crossread.Text;

namespace Crossread.Server.Citing;

/// <summary>
/// Points to words of a report: <c>SHA-256 of the original / start-end-check</c>, where the span counts in the clean text and the check is made
/// of the words. A later version that cleans the page a little differently still finds the words by their check, or says that it does not.
/// </summary>
/// <param name="Sha256">SHA-256 of the original, lower-case hexadecimal.</param>
/// <param name="Span">Where the words stood in the clean text when they were cited.</param>
/// <param name="Check">Eight hexadecimal digits of the SHA-256 of the words in UTF-8.</param>
public sealed record Permalink(string Sha256, TextSpan Span, string Check)
{
    private const int LongestSpan = 20_000;

    /// <summary>The permalink of words.</summary>
    public static Permalink Of(string sha256, string text, TextSpan span) => new(sha256, span, CheckOf(span.Of(text)));

    /// <summary>Reads the last part of an address, or null if it is none.</summary>
    public static Permalink? Parse(string sha256, string words)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        ArgumentNullException.ThrowIfNull(words);
        string[] parts = words.Split('-');
        return parts.Length == 3 && sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && parts[2].Length == 8 && parts[2].All(char.IsAsciiHexDigitLower)
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
            && start < end && end - start <= LongestSpan
            ? new Permalink(sha256, new TextSpan(start, end), parts[2])
            : null;
    }

    /// <summary>The path on the workbench.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/words/{Sha256}/{Span.Start}-{Span.End}-{Check}");

    /// <summary>Where the words stand in this text now: at their place, else at the nearest place where they stand; null if they stand nowhere.</summary>
    public TextSpan? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Span.End <= text.Length && CheckOf(Span.Of(text)) == Check)
            return Span;
        int length = Span.Length;
        for (int away = 1; away <= text.Length; away++)
        {
            if (Span.Start - away is >= 0 and var before && before + length <= text.Length && CheckOf(text.AsSpan(before, length)) == Check)
                return new TextSpan(before, before + length);
            if (Span.Start + away is var after && after + length <= text.Length && CheckOf(text.AsSpan(after, length)) == Check)
                return new TextSpan(after, after + length);
            if (away > NearestTried)
                break;
        }
        return null;
    }

    // A place this far off is sought; more would let an address cost much work.
    private const int NearestTried = 5_000;

    private static string CheckOf(ReadOnlySpan<char> words)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(words.Length)];
        int length = Encoding.UTF8.GetBytes(words, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)).AsSpan(0, 4));
    }
}
