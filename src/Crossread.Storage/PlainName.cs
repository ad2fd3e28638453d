// A name without case, accents and needless space: what two spellings of one name share.
using System.Globalization;
using System.Text;

namespace Crossread.Storage;

/// <summary>Folds names for looking them up.</summary>
internal static class PlainName
{
    /// <summary>The name in small letters without accents, its words parted by single spaces.</summary>
    public static string Of(string name)
    {
        StringBuilder plain = new(name.Length);
        foreach (char c in Scalars(name).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsWhiteSpace(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    // Half a pair of surrogates cannot be normalised.
    private static string Scalars(string name) => name.Any(char.IsSurrogate) ? string.Concat(name.EnumerateRunes()) : name;
}
