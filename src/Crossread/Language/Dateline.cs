// The dateline at the head of a report's first paragraph: place, day, agency, dash.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Finds datelines such as <c>LIMA, June 3 (Wire) -</c>, <c>NAIROBI/ADDIS ABABA —</c> or <c>Quito, Ecuador (Wire).-</c>. A dateline is no part of the sentence behind it.</summary>
internal static class Dateline
{
    private const int Longest = 90;
    private const int LongestAgency = 50;

    /// <summary>Where the dateline that opens a block ends, behind its dash; the block's start if it has none.</summary>
    public static int EndOf(string text, TextSpan block)
    {
        int limit = Math.Min(block.End, block.Start + Longest);
        bool agency = false, figure = false, comma = false, capitals = true;
        int letters = 0, words = 0;
        for (int at = block.Start; at < limit;)
        {
            char c = text[at];
            if (c is '\n' or '\r')
                break;
            if (c == '(')
            {
                int close = text.AsSpan(at, limit - at).IndexOf(')');
                if (words == 0 || close < 3 || close > LongestAgency)
                    break;
                agency = true;
                at += close + 1;
            }
            else if (char.IsLetter(c))
            {
                int end = at + 1;
                while (end < limit && (char.IsLetter(text[end]) || Glyphs.IsApostrophe(text[end]) || (Glyphs.IsHyphen(text[end]) && end + 1 < limit && char.IsLetter(text[end + 1]))))
                    end++;
                ReadOnlySpan<char> word = text.AsSpan(at, end - at);
                if (agency || (!char.IsUpper(c) && word.Length > 3))
                    break;
                words++;
                letters += comma ? 0 : word.Length;
                // "LIMA, Peru": the capitals are those of the town.
                capitals &= comma || !word.ContainsAnyInRange('a', 'z');
                at = end;
            }
            else if (char.IsAsciiDigit(c))
            {
                figure = true;
                at++;
            }
            else if (DashLength(text, at, limit) is > 0 and int dash)
            {
                bool known = agency || (comma && figure) || (capitals && letters > 2);
                return words > 0 && known && Opens(text, at + dash, block.End) ? at + dash : block.Start;
            }
            else if (c is ',' or '.' or '/' or ' ' or '\u00a0' || Glyphs.IsApostrophe(c))
            {
                comma |= c == ',';
                at++;
            }
            else
            {
                break;
            }
        }
        return block.Start;
    }

    /// <summary>The length of a dash that closes a dateline: one with a space before it, or one on the heels of a full stop or a bracket; a colon behind a bracket too.</summary>
    private static int DashLength(string text, int at, int limit)
    {
        int end = at;
        while (end < limit && (Glyphs.IsDash(text[end]) || Glyphs.IsHyphen(text[end])))
            end++;
        if (end == at)
            return text[at] == ':' && at > 0 && text[at - 1] == ')' ? 1 : 0;
        bool spaced = at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '.' or ')') && end < limit && char.IsWhiteSpace(text[end]);
        return spaced || Glyphs.IsDash(text[at]) ? end - at : 0;
    }

    /// <summary>True if a sentence could begin here.</summary>
    private static bool Opens(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        return at < end && (char.IsUpper(text[at]) || char.IsAsciiDigit(text[at]) || Glyphs.IsDoubleQuote(text[at]) || Glyphs.IsApostrophe(text[at]));
    }
}
