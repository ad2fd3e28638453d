// Given names of two syllables whose second is small: Shin Tae-yong, Han Bo-ra.
using System.Collections.Frozen;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Finding;

/// <summary>Joins the small second half of a given name to the first.</summary>
internal static class SyllableRules
{
    private const int LongestSyllable = 6;

    // Syllable to whether it is an English word too.
    private static readonly Lazy<FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>>> Syllables = new(() =>
        ListFile.Rows("Names/Finding/given-syllables.tsv").ToFrozenDictionary(row => row[0], row => row.Length > 1, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Applies the rule to every name of the draft.</summary>
    public static void Apply(NameDraft draft)
    {
        foreach (NameSpan span in draft.Spans())
        {
            int half = span.Last + 2;
            if (draft.At(span.First) != span || span.Kind == EntityKind.Organisation || draft.Form(span.Last + 1) is not "-" || !draft.IsGlued(span.Last) || !draft.IsGlued(span.Last + 1)
                || draft.Shape(half) is not (WordShape.Lower or WordShape.Letter) || !IsListed(draft, span, half) && !LooksLikeOne(draft, span, half))
            {
                continue;
            }
            int last = draft.At(half) is { Kind: EntityKind.Person } rest ? rest.Last : half;
            for (int j = half; j <= last; j++)
            {
                if (draft.At(j) is { } old)
                    draft.Remove(old);
            }
            draft.Replace(span, WithoutTitles(draft, new NameSpan(span.First, last, EntityKind.Person)));
        }
    }

    // A syllable of the list; one that is an English word too only behind a surname.
    private static bool IsListed(NameDraft draft, NameSpan span, int half) =>
        Syllables.Value.TryGetValue(draft.Form(half), out bool word) && (!word || span.Count >= 2);

    // In no list, but short, no word, and behind a surname: "Ruiz-led" has but one name before it, and a word behind.
    private static bool LooksLikeOne(NameDraft draft, NameSpan span, int half) =>
        span.Kind is EntityKind.Person or EntityKind.Other && span.Count >= 2 && draft.Form(span.Last).Length <= LongestSyllable && draft.Form(half).Length is >= 2 and <= LongestSyllable
        && draft.Shape(half) == WordShape.Lower && draft.At(half) is null && !draft.IsCommon(half) && draft.Text.Tokens[half].Upos is not (Upos.VERB or Upos.ADP or Upos.ADV);

    // "Vice President Han Bo-ra", found as one thing: the name stands behind the titles.
    private static NameSpan WithoutTitles(NameDraft draft, NameSpan span)
    {
        int first = span.First;
        while (first < span.Last - 3 && (draft.Class(first) & (WordClass.Title | WordClass.TitlePart | WordClass.Role)) != 0)
            first++;
        return span with { First = first };
    }
}
