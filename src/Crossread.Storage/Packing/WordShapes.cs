// Where a word most likely begins and ends.
namespace Crossread.Storage.Packing;

/// <summary>
/// Where a word most likely begins and ends, by rules that never change: what is written by them is read by them in years. So they ask no table of
/// Unicode, which grows.
/// </summary>
internal static class WordShapes
{
    /// <summary>How many blanks stand at a place.</summary>
    public static int Blanks(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] is ' ' or '\n' or '\r' or '\t' or '\u00A0')
            end++;
        return end - at;
    }

    /// <summary>How many letters and digits stand at a place; 1 if something else does, 0 at the end.</summary>
    public static int Run(string text, int at)
    {
        int end = at;
        while (end < text.Length && IsLetter(text[end]))
            end++;
        return at < text.Length ? Math.Max(1, end - at) : 0;
    }

    // Beyond ASCII all but the signs and marks of Latin-1 and of general punctuation counts as a letter.
    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c >= '\u00C0' && c is < '\u2000' or > '\u206F');
}
