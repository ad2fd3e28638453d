// The cues of cues.tsv, by class of word.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Looks up the words that may signal an attribution.</summary>
internal static class CueList
{
    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, Cue>>> Classes = new(Load);
    private static readonly Lazy<FrozenDictionary<string, Cue>> LazyVerbs = new(() => Classes.Value["verb"]);
    private static readonly Lazy<FrozenDictionary<string, Cue>> LazyForms = new(Inflect);
    private static readonly Lazy<FrozenDictionary<string, Cue>> LazyNouns = new(() => Classes.Value["noun"]);
    private static readonly Lazy<FrozenDictionary<string, Cue>> LazyAdjectives = new(() => Classes.Value["adjective"]);
    private static readonly Lazy<FrozenDictionary<string, Cue>> LazyAdverbs = new(() => Classes.Value["adverb"]);
    private static readonly Lazy<FrozenDictionary<string, Cue[]>> LazyPrepositions = new(() => Classes.Value["preposition"].Values
        .GroupBy(c => c.Word[(c.Word.LastIndexOf(' ') + 1)..], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(c => c.Word.Length).ThenBy(c => c.Word, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Cue[]>> LazyFirstWords = new(() => Classes.Value["verb"].Values
        .Where(c => c.Word.Contains(' ', StringComparison.Ordinal))
        .GroupBy(c => c.Word[..c.Word.IndexOf(' ', StringComparison.Ordinal)], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));

    /// <summary>Verbs of two words by their first.</summary>
    public static FrozenDictionary<string, Cue[]> FirstWords => LazyFirstWords.Value;

    /// <summary>Verbs by lemma.</summary>
    public static FrozenDictionary<string, Cue> Verbs => LazyVerbs.Value;

    /// <summary>Nouns by lemma.</summary>
    public static FrozenDictionary<string, Cue> Nouns => LazyNouns.Value;

    /// <summary>Adjectives by lemma.</summary>
    public static FrozenDictionary<string, Cue> Adjectives => LazyAdjectives.Value;

    /// <summary>Sentence adverbs by form.</summary>
    public static FrozenDictionary<string, Cue> Adverbs => LazyAdverbs.Value;

    /// <summary>Prepositions of several words by their last word, the longest first; <see cref="Cue.Word"/> has them whole.</summary>
    public static FrozenDictionary<string, Cue[]> Prepositions => LazyPrepositions.Value;

    /// <summary>Verbs that only lead up to the next verb: <c>went on to say</c>.</summary>
    public static FrozenDictionary<string, Cue> LeadingVerbs => Classes.Value["leading"];

    /// <summary>Verbs that lend their subject to a noun: <c>made a promise</c>.</summary>
    public static FrozenDictionary<string, Cue> LightVerbs => Classes.Value["light"];

    /// <summary>Adjectives and nouns whose negation is a denial: <c>was not involved</c>.</summary>
    public static FrozenDictionary<string, Cue> Deniable => Classes.Value["deniable"];

    /// <summary>Offices that speak for others.</summary>
    public static FrozenDictionary<string, Cue> Officials => Classes.Value["official"];

    /// <summary>Verbs of the mind, whose negation denies nothing: <c>did not know</c>.</summary>
    public static FrozenDictionary<string, Cue> InwardVerbs => Classes.Value["inward"];

    /// <summary>Verbs of admitting, whose negative owns up to a lack and denies nothing: <c>conceded that she had not asked</c>.</summary>
    public static FrozenDictionary<string, Cue> Admissions => Classes.Value["admission"];

    /// <summary>Cues that deny where they turn down a claim, and only decline where they turn down anything else: <c>rejected the charge</c>, <c>rejected the plan</c>.</summary>
    public static FrozenDictionary<string, Cue> Refusals => Classes.Value["refusal"];

    /// <summary>Nouns of what can be true or false: <c>allegation</c>, <c>involvement</c>.</summary>
    public static FrozenDictionary<string, Cue> Claims => Classes.Value["claim"];

    /// <summary>Verbs of telling that a reporter uses of what was not told: <c>but did not name them</c>.</summary>
    public static FrozenDictionary<string, Cue> Withheld => Classes.Value["withheld"];

    /// <summary>Words of what a poll tells: <c>lead</c>, <c>percent</c>.</summary>
    public static FrozenDictionary<string, Cue> Standings => Classes.Value["standing"];

    /// <summary>Words that hold back what their infinitive or gerund would say: <c>declined to confirm</c>.</summary>
    public static FrozenDictionary<string, Cue> Withholding => Classes.Value["withholding"];

    /// <summary>Nouns and days that say when, where or how something was said.</summary>
    public static FrozenDictionary<string, Cue> Occasions => Classes.Value["occasion"];

    /// <summary>Papers and reckonings that tell something, with the preposition that leads to them: <c>in a poll</c>, <c>by one estimate</c>.</summary>
    public static FrozenDictionary<string, Cue> Papers => Classes.Value["paper"];

    /// <summary>Nouns of a standpoint that somebody owns: <c>in her view</c>.</summary>
    public static FrozenDictionary<string, Cue> Standpoints => Classes.Value["standpoint"];

    /// <summary>Verbs that do something to an object of these kinds and say nothing: <c>attacked the bridge</c>.</summary>
    public static FrozenDictionary<string, Cue> Deeds => Classes.Value["deed"];

    /// <summary>Days of the week and their like.</summary>
    public static FrozenDictionary<string, Cue> Days => Classes.Value["day"];

    /// <summary>Words behind a comma that go on with the thing named before it: <c>including</c>, <c>such as</c>.</summary>
    public static FrozenDictionary<string, Cue> Adding => Classes.Value["adding"];

    /// <summary>Finite forms of verbs of saying and thinking that a tagger may take for something else.</summary>
    public static FrozenDictionary<string, Cue> Forms => LazyForms.Value;

    private static FrozenDictionary<string, Cue> Inflect()
    {
        Dictionary<string, Cue> forms = new(StringComparer.Ordinal);
        foreach (Cue verb in Classes.Value["verb"].Values)
        {
            if (verb.Kind is not (CueKind.Speech or CueKind.Mind) || !verb.Takes(CueShapes.Clause | CueShapes.Predicate | CueShapes.Gerund) || verb.Word.Contains(' ', StringComparison.Ordinal))
                continue;
            bool y = verb.Word[^1] == 'y' && verb.Word[^2] is not ('a' or 'e' or 'o');
            forms[verb.Word[^1] == 'e' ? verb.Word + "d" : y ? verb.Word[..^1] + "ied" : verb.Word + "ed"] = verb;
            forms[y ? verb.Word[..^1] + "ies" : verb.Word + (verb.Word[^1] is 's' or 'h' ? "es" : "s")] = verb;
        }
        foreach (Cue form in Classes.Value["form"].Values)
        {
            if (Verbs.TryGetValue(form.Prepositions[0], out Cue? verb))
                forms[form.Word] = verb;
        }
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, FrozenDictionary<string, Cue>> Load() => ListFile.Rows("Statements/cues.tsv")
        .GroupBy(cells => cells[1], Read, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToFrozenDictionary(c => c.Word, StringComparer.Ordinal), StringComparer.Ordinal);

    private static Cue Read(string[] cells)
    {
        Stance stance = Enum.Parse<Stance>(cells[5], ignoreCase: true);
        CueShapes shapes = CueShapes.None;
        foreach (char letter in cells[3])
        {
            shapes |= letter switch
            {
                'q' => CueShapes.Quotation,
                'c' => CueShapes.Clause,
                'i' => CueShapes.Infinitive,
                'g' => CueShapes.Gerund,
                'o' => CueShapes.NounPhrase,
                'd' => CueShapes.Addressee,
                'a' => CueShapes.Predicate,
                's' => CueShapes.Sourceless,
                'p' => CueShapes.Felt,
                _ => CueShapes.None,
            };
        }
        string[] prepositions = cells[4] == "-" ? [] : cells[4].Split(',');
        Stance[] stances = new Stance[prepositions.Length];
        for (int i = 0; i < prepositions.Length; i++)
        {
            int colon = prepositions[i].IndexOf(':', StringComparison.Ordinal);
            stances[i] = colon < 0 ? stance : Enum.Parse<Stance>(prepositions[i].AsSpan(colon + 1), ignoreCase: true);
            if (colon >= 0)
                prepositions[i] = prepositions[i][..colon];
        }
        CueKind kind = Enum.Parse<CueKind>(cells[2], ignoreCase: true);
        return new Cue(cells[0], kind, shapes, prepositions, stances, stance);
    }
}
