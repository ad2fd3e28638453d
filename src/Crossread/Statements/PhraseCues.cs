// Attributions by a phrase or an adverb: "according to", "in the words of", "reportedly".
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Reads attributions whose cue is a preposition or a sentence adverb.</summary>
internal static class PhraseCues
{
    /// <summary>The attribution that the phrase ending in this word signals, or null.</summary>
    public static Draft? ReadPreposition(ReportView view, int word)
    {
        if (word + 1 >= view.Tokens.Length)
            return null;
        if (ReadStandpoint(view, word) is { } standpoint)
            return standpoint;
        if (!CueList.Prepositions.TryGetValue(view.Tokens[word].Lemma, out Cue[]? cues))
            return null;
        int first = -1;
        Cue cue = cues[0];
        for (int i = 0; i < cues.Length && first < 0; i++)
        {
            cue = cues[i];
            first = Match(view, word, cue.Word);
        }
        if (first < 0)
            return null;
        Sentence sentence = view.SentenceOf(word);
        int noun = NounBehind(view, word, first, sentence);
        if (noun < 0)
            return null;
        Draft draft = new() { Cue = cue, CueToken = first, Stance = cue.Stance, CueSpan = view.Words.SpanOf(first, word) };
        return Around(view, draft, first, word, noun, sentence);
    }

    // "In her view, …", "in the latest poll", "by one estimate", "To many, …"
    private static Draft? ReadStandpoint(ReportView view, int word)
    {
        bool leads = view.Tree.Is(word, "to");
        if (!leads && !view.Tree.Is(word, "in") && !view.Tree.Is(word, "by") || view.QuotationOf(word) >= 0)
            return null;
        Sentence sentence = view.SentenceOf(word);
        int noun = NounBehind(view, word, word, sentence);
        if (noun < 0 || noun - word > 12)
            return null;
        string lemma = view.Tokens[noun].Lemma.ToLowerInvariant();
        if (leads)
        {
            // Only people in front of a whole clause have a view: "To many, …", "To her critics, …".
            bool opens = word == sentence.FirstToken || word == sentence.FirstToken + 1 && view.Tokens[sentence.FirstToken].Upos is Upos.CCONJ;
            int comma = view.Tree.Right(noun);
            if (!view.Tree.Is(comma, ","))
                comma++;
            if (!opens || comma >= sentence.EndToken || !view.Tree.Is(comma, ",") || !(view.Tokens[noun].Xpos is "PRP" or "NNS" || lemma is "many" or "some")
                || !ClauseEnds.OpensClause(view, comma + 1, sentence.EndToken - 1))
            {
                return null;
            }
            Draft people = new() { Cue = CueList.Standpoints["view"], CueToken = word, CueSpan = view.Tokens[word].Span };
            return Around(view, people, word, word, noun, sentence);
        }
        int owner = view.Tree.Child(noun, Relation.NmodPoss);
        if (view.Tree.Is(word, "in") && owner > word && owner < noun && CueList.Standpoints.TryGetValue(lemma, out Cue? standpoint))
        {
            if (word + 1 < sentence.EndToken && view.Tokens[noun].Head >= 0 && view.Tree.Right(noun) > noun + 1)
                return null; // "in her account of the flood" names a paper, not a view
            Draft held = new() { Cue = standpoint, CueToken = noun, CueSpan = view.Tokens[noun].Span };
            (int f, int l) = SourceReader.Phrase(view, owner, noun);
            held.Source = view.Words.SpanOf(Math.Max(f, word + 1), l);
            held.SourceHead = owner;
            AddClause(view, held, word, noun, noun, sentence);
            return held.Content.Count > 0 ? held : null;
        }
        if (!CueList.Papers.TryGetValue(lemma, out Cue? paper) || !Array.Exists(paper.Prepositions, p => view.Tree.Is(word, p)))
            return null;
        Draft told = new() { Cue = paper, CueToken = word, CueSpan = view.Tokens[word].Span };
        // "led by six points in the poll" is told by it, "the clerk was named in the poll" is not.
        return Around(view, told, word, word, noun, sentence) is { } draft && (view.Tree.Is(word, "by") || TellsStanding(view, draft)) ? draft : null;
    }

    private static bool TellsStanding(ReportView view, Draft draft)
    {
        foreach (TextSpan span in draft.Content)
        {
            for (int t = view.Words.TokenAt(span.Start); t < view.Tokens.Length && view.Tokens[t].Span.Start < span.End; t++)
            {
                if (view.Tokens[t].Upos is Upos.NUM || CueList.Standings.ContainsKey(view.Tokens[t].Lemma))
                    return true;
            }
        }
        return false;
    }

    // The phrase names the source; the clause around it is the content.
    private static Draft? Around(ReportView view, Draft draft, int first, int word, int noun, Sentence sentence)
    {
        int from = word + 1;
        (_, int to) = SourceReader.Phrase(view, noun, -1);
        to = SourceEnd(view, from, Math.Min(to, sentence.EndToken - 1), noun, sentence.EndToken, first == sentence.FirstToken);
        draft.Source = view.Trimmed(from, Math.Max(from, to));
        draft.SourceHead = noun;
        AddClause(view, draft, first, to, noun, sentence);
        return draft.Content.Count > 0 && draft.Source.Value.Length > 0 ? draft : null;
    }

    private static void AddClause(ReportView view, Draft draft, int first, int to, int noun, Sentence sentence)
    {
        (int left, int right) = Clause(view, noun, sentence);
        bool atEnd = to + 1 >= sentence.EndToken || view.IsPunctuation(to + 1) && to + 2 >= sentence.EndToken;
        if (atEnd && first > 0 && view.Tree.Is(first - 1, ",") && view.QuotationOf(sentence.FirstToken) == view.QuotationOf(first))
            left = view.Tokens[sentence.FirstToken].Upos is Upos.CCONJ ? sentence.FirstToken + 1 : sentence.FirstToken;
        if (first > left)
            draft.Add(view.Trimmed(left, first - 1), view.Text);
        if (to < right)
            draft.Add(view.Trimmed(to + 1, right), view.Text);
    }

    /// <summary>The attribution that this adverb signals, or null: nobody's words, the clause around it.</summary>
    public static Draft? ReadAdverb(ReportView view, int word)
    {
        if (!CueList.Adverbs.TryGetValue(view.Tokens[word].Lemma, out Cue? cue))
            return null;
        Sentence sentence = view.SentenceOf(word);
        int head = view.Tokens[word].Head;
        if (head < 0 || view.Tokens[head].Upos is not (Upos.VERB or Upos.AUX or Upos.NOUN or Upos.ADJ))
            return null;
        Draft draft = new() { Cue = cue, CueToken = word, Stance = cue.Stance, CueSpan = view.Tokens[word].Span, ContentHead = head };
        int left = Math.Max(sentence.FirstToken, view.Tree.Left(head)), right = view.Tree.Right(head);
        if (word > left)
            draft.Add(view.Trimmed(left, word - 1), view.Text);
        if (word < right)
            draft.Add(view.Trimmed(word + 1, right), view.Text);
        return draft.Content.Count > 0 ? draft : null;
    }

    // First word of the phrase that ends here, or -1.
    private static int Match(ReportView view, int last, string phrase)
    {
        int at = last, end = phrase.Length;
        while (true)
        {
            int space = phrase.AsSpan(0, end).LastIndexOf(' ');
            if (at < 0 || !view.Words.Form(at).Equals(phrase.AsSpan(space + 1, end - space - 1), StringComparison.OrdinalIgnoreCase))
                return -1;
            if (space < 0)
                return at;
            end = space;
            at--;
        }
    }

    private static int NounBehind(ReportView view, int word, int first, Sentence sentence)
    {
        for (int t = first; t <= word; t++)
        {
            int head = view.Tokens[t].Head;
            // A word with an article is a noun, whatever its tag.
            if (head > word && view.Tree.Left(head) <= word && (view.Tokens[head].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.X or Upos.ADJ || view.Tree.Child(head, Relation.Det) is var det && det > word && det < head))
                return head;
        }
        for (int t = word + 1; t < sentence.EndToken; t++)
        {
            if (view.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && (t + 1 >= sentence.EndToken || view.Tokens[t + 1].Upos is not (Upos.NOUN or Upos.PROPN)))
                return t;
            if (view.Tokens[t].Upos == Upos.PUNCT)
                break;
        }
        return -1;
    }

    // At the end of a sentence the source runs to its end; in front it runs to the comma before the clause.
    private static int SourceEnd(ReportView view, int from, int to, int noun, int end, bool leads)
    {
        int t = Math.Max(from, noun) + 1;
        int commas = 0;
        for (; t < end; t++)
        {
            Token token = view.Tokens[t];
            if (view.QuotationOf(t) >= 0 && view.QuotationOf(from) < 0)
                break;
            if (token.Upos == Upos.PUNCT && view.Words.Form(t) is not ("(" or ")" or "-" or "." or "’" or "'" or "\""))
            {
                if (!view.Tree.Is(t, ",") || !leads && t <= to && commas++ < 3 && t < to)
                {
                    if (t < to)
                        continue;
                }
                break;
            }
            if (leads && token.Xpos is "PRP" && view.Words.Form(t) is "he" or "she" or "they" or "it" or "we" or "I")
                break; // "According to his office he stays": the clause's own subject
            // "according to those briefed on it": behind "those" nothing but their participle can stand.
            if (t > to && !(t == noun + 1 && view.Tree.Is(noun, "those")) && (token.Upos is Upos.CCONJ or Upos.SCONJ or Upos.AUX || token.Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
                break;
            if (token.Upos == Upos.PUNCT && view.Words.Form(t) is ".")
                break;
        }
        int last = t - 1;
        while (last > from && view.IsPunctuation(last) && view.Words.Form(last) is not ")")
            last--;
        return last;
    }

    // The clause that the phrase hangs on.
    private static (int Left, int Right) Clause(ReportView view, int noun, Sentence sentence)
    {
        int head = view.Tokens[noun].Head;
        for (int step = 0; step < 20 && head >= 0; step++)
        {
            Token token = view.Tokens[head];
            if (token.Head < 0)
                break;
            if (token.Relation is Relation.Ccomp or Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.AclRelcl && token.Upos is Upos.VERB or Upos.AUX or Upos.ADJ)
                return (view.Tree.Left(head), view.Tree.Right(head));
            head = token.Head;
        }
        return (sentence.FirstToken, sentence.EndToken - 1);
    }
}
