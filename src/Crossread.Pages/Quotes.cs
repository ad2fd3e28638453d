// Quoted words as the page shows them, whatever marks the report has.
namespace Crossread.Pages;

/// <summary>Brings words that stand by themselves into one form: one line, one kind of quotation marks, no comma left over from the sentence around them.</summary>
public static class Quotes
{
    private static readonly char[] Closing = ['”', '"', '’', '\'', '»'];

    /// <summary>True for a mark that opens a quotation.</summary>
    public static bool IsOpening(char c) => c is '“' or '"' or '‘' or '\'' or '«' or '„';

    /// <summary>The words in “ ” if they are quoted as a whole, else as they are, without a leading <c>that</c>.</summary>
    /// <param name="words">Words cut from a report.</param>
    /// <param name="quoted">True if the report's mark stands before the words.</param>
    public static string Tidy(string words, bool quoted)
    {
        ArgumentNullException.ThrowIfNull(words);
        string line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(',', ' ');
        if (line.Length > 1 && IsOpening(line[0]) && line.IndexOfAny(Closing, 1) is var close && (close < 0 || close >= line.Length - 2))
            (quoted, line) = (true, line[1..]);
        if (quoted)
            return "“" + Inside(line) + "”";
        return line.StartsWith("that ", StringComparison.Ordinal) ? line[5..] : line;
    }

    /// <summary>Quoted words without the marks around them.</summary>
    public static string Inside(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        string line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0 && IsOpening(line[0]))
            line = line[1..];
        line = line.TrimEnd(',', ' ');
        if (line.Length > 0 && Closing.Contains(line[^1]) && !line.AsSpan(0, line.Length - 1).ContainsAny("“‘„«"))
            line = line[..^1];
        return line.TrimEnd(',', ' ');
    }
}
