// Whom an epithet stands for: "Malen spoke of a choice. “…,” the lawmaker said."
using Crossread.Language;
using Crossread.Names.Finding;

namespace Crossread.Names.Resolving;

/// <summary>Resolves a speaking <c>the diplomat</c>, <c>the 61-year-old</c> to the one person who spoke right before, or gives up.</summary>
internal sealed class EpithetRules(AnnotatedText text, Discourse discourse, bool[] quoted)
{
    private const int Reach = 2;

    // Nouns that the text gave to somebody unnamed ("a harbour official"): "the official" may mean them.
    private readonly HashSet<string> _strangers = new(StringComparer.Ordinal);

    /// <summary>Remembers the noun of somebody unnamed.</summary>
    public void Stranger(int noun) => _strangers.Add(Noun(noun));

    /// <summary>The entity and the reason, or null.</summary>
    /// <param name="noun">A noun without a name beside it.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="taken">True if the text gave this noun to somebody as a role.</param>
    public (Known, string)? Resolve(int noun, int sentence, bool taken)
    {
        if (taken || quoted[noun] || text.Tokens[noun].Xpos is "NNS" or "NNPS" || !Grammar.Speaks(text, noun) || _strangers.Contains(Noun(noun)) || !IsPerson(noun))
            return null;
        (int first, int last) = Grammar.Phrase(text, noun);
        if (!text.Form(first).Equals("the", StringComparison.OrdinalIgnoreCase) || last != noun || noun - first > 1 && !(text.Tokens[first + 1].Upos is Upos.NUM or Upos.ADJ))
            return null;
        Known? best = null;
        foreach (Known known in discourse.Recent)
        {
            int back = sentence - known.LastSentence;
            if (known.Kind != EntityKind.Person || back is < 1 or > Reach || known.LastQuoted)
                continue;
            // A second person near by: it may be either.
            if (best != null)
                return null;
            best = known;
        }
        if (best is not { LastSpoke: true })
            return null;
        return (best, $"“{text.SpanOf(first, last).Cut(text.Text)}” is {best.Name}, who spoke right before");
    }

    // A noun of a person that is nobody's mouth: "the spokesman" speaks for whoever was named before.
    private bool IsPerson(int noun)
    {
        string form = Noun(noun);
        if (Countries.Shared.OfAdjective(text.Form(noun).ToString()) != null)
            return true;
        WordClass classes = NameLexicon.Shared.Of(form);
        // An office has its holder: "the minister" may be anybody's; "the diplomat" tells only what somebody is.
        return (classes & (WordClass.PersonNoun | WordClass.Role)) != 0 && (classes & WordClass.Title) == 0 && form is not ("leader" or "head" or "chief") && (classes & WordClass.GroupNoun) == 0 && !form.StartsWith("spokes", StringComparison.Ordinal) && !MentionFilter.IsPageWord(form);
    }

    private string Noun(int noun) => text.Tokens[noun].Lemma.ToLowerInvariant();
}
