// Folds a word's letters: no accents, no case, no apostrophes.
using System.Globalization;
using System.Text;

namespace Crossread.Names.Resolving;

/// <summary>Folds letters for comparison: small, without accents; what is no letter or digit falls away.</summary>
internal static class LetterFolding
{
    /// <summary>The folded letters of a word. <c>Sana’a</c> gives <c>sanaa</c>, <c>Łódź</c> gives <c>lodz</c>.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        bool plain = true;
        foreach (char c in word)
            plain &= c is >= 'a' and <= 'z';
        if (plain)
            return word.ToString();
        StringBuilder folded = new(word.Length);
        bool ascii = true;
        foreach (char c in word)
        {
            ascii &= c < 0x80;
            if (char.IsAsciiLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
        }
        return ascii ? folded.ToString() : FoldMarks(word);
    }

    private static string FoldMarks(ReadOnlySpan<char> word)
    {
        StringBuilder whole = new(word.Length);
        foreach (Rune rune in word.EnumerateRunes())
            whole.Append(rune.ToString());
        StringBuilder folded = new(word.Length);
        foreach (Rune rune in whole.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter || !Rune.IsLetterOrDigit(rune))
                continue;
            string letters = Rune.ToLowerInvariant(rune).ToString();
            folded.Append(letters switch
            {
                "ł" => "l",
                "ø" => "o",
                "đ" or "ð" => "d",
                "ı" => "i",
                "ß" => "ss",
                "æ" or "ә" or "ə" => "ae",
                "œ" => "oe",
                "þ" => "th",
                "ħ" => "h",
                "ŋ" => "n",
                _ => letters,
            });
        }
        return folded.ToString();
    }
}
