// Writes some training sentences as headlines, so that capitals alone do not make names.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>Copies of sentences with a capital on each longer word, or in capitals throughout.</summary>
internal static class Headlines
{
    private const int Every = 14, EveryCapitals = 4;

    public static IEnumerable<Example> From(IReadOnlyList<GoldSentence> sentences, TagSet tags, Lexicon lexicon)
    {
        int number = 0;
        for (int i = 0; i < sentences.Count; i += Every)
        {
            GoldSentence gold = sentences[i];
            if (gold.Count is < 5 or > 25)
                continue;
            bool capitals = number++ % EveryCapitals == 0;
            string[] forms = [.. gold.Forms.Select(form => capitals ? form.ToUpperInvariant() : Title(form))];
            int count = gold.Forms[^1] == "." ? gold.Count - 1 : gold.Count;
            yield return new Example(new GoldSentence
            {
                Forms = forms[..count],
                SpaceAfter = gold.SpaceAfter[..count],
                Lemmas = gold.Lemmas[..count],
                Tags = gold.Tags[..count],
                Heads = gold.Heads[..count],
                Relations = gold.Relations[..count],
                Document = gold.Document,
                StartsParagraph = true,
            }, tags, lexicon);
        }
    }

    private static string Title(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;
}
