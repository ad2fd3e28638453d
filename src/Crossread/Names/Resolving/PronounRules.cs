// Whom a pronoun stands for.
using Crossread.Language;
using Crossread.Names.Finding;

namespace Crossread.Names.Resolving;

/// <summary>Resolves he, she, they and it, or gives up.</summary>
internal sealed class PronounRules(AnnotatedText text, Discourse discourse, bool[] quoted)
{
    // So many sentences back a person may stand, and so much better than the next the best must be.
    private const int PersonReach = 4;
    private const int BodyReach = 2;
    private const double Margin = 0.35;
    private const double QuotedMargin = 0.9;

    private readonly int[] _toldBefore = CountTold(text, quoted);
    private int _strangerToken = -1;
    private int _strangerSentence = -1;

    /// <summary>Remembers somebody whom nobody could name (<c>the man</c>, <c>a nurse</c>): a pronoun behind may mean them.</summary>
    public void Unresolved(int noun, int sentence)
    {
        Token token = text.Tokens[noun];
        // "Perhaps a boy threw it," he said: a stranger of whom a speaker speaks is not the speaker.
        if (!quoted[noun] && token.Upos == Upos.NOUN && token.Xpos != "NNS" && token.Relation is not (Relation.Compound or Relation.Appos or Relation.Flat)
            && (NameLexicon.Shared.Of(token.Lemma) & (WordClass.PersonNoun | WordClass.Role)) != 0 && (NameLexicon.Shared.Of(token.Lemma) & WordClass.GroupNoun) == 0)
        {
            (_strangerToken, _strangerSentence) = (noun, sentence);
        }
    }

    /// <summary>The entity and the reason, or null.</summary>
    public (Known, string)? Resolve(int token, int sentence)
    {
        string form = text.Form(token).ToString().ToLowerInvariant();
        if (SmallWords.Is(form, "female"))
            return Person(token, sentence, form, Gender.Female);
        if (SmallWords.Is(form, "male"))
            return Person(token, sentence, form, Gender.Male);
        if (SmallWords.Is(form, "plural"))
            return Body(token, sentence, form, plural: true);
        return SmallWords.Is(form, "thing") ? Body(token, sentence, form, plural: false) : null;
    }

    private (Known, string)? Person(int token, int sentence, string form, Gender gender)
    {
        Known? best = null;
        double most = double.NegativeInfinity, next = double.NegativeInfinity;
        bool free = !SmallWords.Is(form, "owning") && !SmallWords.Is(form, "self");
        foreach (Known known in discourse.Recent)
        {
            Standing last = LastOf(known, quoted[token]);
            int back = quoted[token] ? sentence - last.Sentence : _toldBefore[sentence] - _toldBefore[last.Sentence];
            if (known.Kind != EntityKind.Person || known.Gender != Gender.Unknown && known.Gender != gender || back > PersonReach || free && sentence == last.Sentence && SameClause(token, last.Token))
                continue;
            if (quoted[token] && back == 0 && !quoted[last.Token] && Grammar.Speaks(text, Grammar.Top(text, last.Token)))
                continue;
            // Whom the quoted words name is not the one who says them: "“I trust Governor Venn,” he said."
            if (!quoted[token] && known.NamedInQuotes >= sentence - 1 && known.NamedInQuotes > last.Sentence - (quoted[last.Token] ? 1 : 0) && Grammar.Speaks(text, token))
                continue;
            // Who spoke in the sentence before speaks on: "Dorn said a day earlier that … “…,” he told reporters."
            bool speaksOn = last.Subject && back == 1 && free && Grammar.Speaks(text, token) && last.Spoke;
            // "Dorn said he would": the subject of the words said is the one who says them, if nothing speaks against it.
            bool ofSelf = sentence == last.Sentence && last.Subject && SaysOfSelf(token, last.Token);
            double score = (speaksOn ? 0.7 : 0) + (ofSelf ? 0.8 : 0) - 0.8 * back + (last.Subject ? 1.2 : 0) + 0.1 * Math.Min(known.Times, 6) + (known.Gender == gender ? 0.5 : 0)
                - (quoted[last.Token] && !quoted[token] ? 0.8 : 0) - (last.Owner ? 0.5 : 0);
            if (score > most)
                (best, most, next) = (known, score, most);
            else if (score > next)
                next = score;
        }
        if (best == null || most - next < (quoted[token] ? QuotedMargin : Margin))
            return null;
        // Somebody unnamed stands between them: it may be he.
        Standing stood = LastOf(best, quoted[token]);
        if (_strangerSentence == sentence && _strangerToken > stood.Token && (stood.Sentence < sentence || !stood.Subject)
            || _strangerSentence == sentence - 1 && stood.Sentence < _strangerSentence && Grammar.IsSubject(text, _strangerToken))
        {
            return null;
        }
        best.Gender = gender;
        return (best, Reason(form, best.Name, stood, sentence));
    }

    // “They” and “it” only where they speak or act as the subject of a clause: elsewhere too much else can be meant.
    private (Known, string)? Body(int token, int sentence, string form, bool plural)
    {
        if (quoted[token] || !(Grammar.Speaks(text, token) || plural && Grammar.IsSubject(text, token)))
            return null;
        Known? best = null;
        foreach (Known known in discourse.Recent)
        {
            int back = sentence - known.LastSentence;
            bool fits = plural ? known.Plural || known.Kind == EntityKind.Organisation && Grammar.Speaks(text, token) : known.Kind == EntityKind.Organisation || known.Unnamed && !known.Plural;
            if (!fits || back > BodyReach || known.LastQuoted || !known.LastSubject || back == 0 && SameClause(token, known.LastToken))
                continue;
            if (best != null && best.LastSentence == known.LastSentence)
                return null;
            if (best == null)
                best = known;
        }
        return best == null ? null : (best, Reason(form, best.Name, new Standing(best.LastToken, best.LastSentence, best.LastSubject, best.LastSpoke, best.LastOwner), sentence));
    }

    // A pronoun is not the subject or object of the verb whose other argument it names.
    private bool SameClause(int token, int other)
    {
        int top = Grammar.Top(text, other);
        return text.Tokens[token].Head >= 0 && text.Tokens[token].Head == text.Tokens[top].Head || text.Tokens[top].Head == token;
    }

    private bool SaysOfSelf(int token, int other)
    {
        int clause = text.Tokens[token].Head;
        return Grammar.IsSubject(text, token) && clause >= 0 && text.Tokens[clause].Relation is Relation.Ccomp && text.Tokens[clause].Head >= 0
            && text.Tokens[clause].Head == text.Tokens[Grammar.Top(text, other)].Head && Grammar.Speaks(text, Grammar.Top(text, other));
    }

    // Outside quotation marks where the report's own words had it, if they did; inside wherever it stood last.
    private static Standing LastOf(Known known, bool inQuotes) => !inQuotes && known.Told.Sentence >= 0
        ? known.Told : new Standing(known.LastToken, known.LastSentence, known.LastSubject, known.LastSpoke, known.LastOwner);

    // For each sentence how many before it have words of the report's own: five quoted sentences do not put their speaker out of mind.
    private static int[] CountTold(AnnotatedText text, bool[] quoted)
    {
        int[] before = new int[text.Sentences.Length];
        for (int s = 0, told = 0; s < before.Length; s++)
        {
            before[s] = told;
            for (int i = text.Sentences[s].FirstToken; i < text.Sentences[s].EndToken; i++)
            {
                if (!quoted[i] && text.Tokens[i].Upos is not Upos.PUNCT)
                {
                    told++;
                    break;
                }
            }
        }
        return before;
    }

    private static string Reason(string form, string name, Standing last, int sentence) => (sentence - last.Sentence, last.Subject) switch
    {
        (0, true) => $"“{form}” is {name}, the subject of the sentence",
        (0, false) => $"“{form}” is {name}, named before it in the sentence",
        (1, true) => $"“{form}” is {name}, the subject of the sentence before",
        (1, false) => $"“{form}” is {name}, named in the sentence before",
        _ => $"“{form}” is {name}, the last one spoken of whom it fits",
    };
}
