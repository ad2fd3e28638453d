// Finds whose words a cue signals: subject, agent, owner, and the phrase that names them.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Finds the source of a cue in the tree, and the borders of its phrase.</summary>
internal static class SourceReader
{
    private const int MostSteps = 12;

    /// <summary>The subject of a verb, through coordination, shared subjects of participles and infinitives, and relative clauses; -1 if there is none.</summary>
    public static int Subject(ReportView view, int verb, out bool passive)
    {
        passive = false;
        int current = verb;
        for (int step = 0; step < MostSteps && current >= 0; step++)
        {
            int subject = view.Tree.Child(current, Relation.Nsubj);
            if (subject < 0)
                subject = view.Tree.Child(current, Relation.NsubjOuter);
            if (subject >= 0 && view.QuotationOf(subject) >= 0 && view.QuotationOf(subject) != view.QuotationOf(verb))
                return -1; // words in quotation marks do not speak outside them
            if (subject >= 0 && !(subject > current && CueList.Occasions.ContainsKey(view.Tokens[subject].Lemma.ToLowerInvariant())))
                return subject;
            subject = view.Tree.Child(current, Relation.NsubjPass);
            if (subject >= 0)
            {
                passive = current == verb;
                return subject;
            }
            Token token = view.Tokens[current];
            if (token.Head < 0)
                return -1;
            switch (token.Relation)
            {
                case Relation.Xcomp:
                    int controller = view.Tree.Child(token.Head, Relation.Obj);
                    if (controller < 0)
                        controller = view.Tree.Child(token.Head, Relation.Iobj);
                    if (controller >= 0 && controller < current && CueList.Verbs.TryGetValue(view.Tokens[token.Head].Lemma, out Cue? cue) && cue.Kind == CueKind.Speech)
                        return controller;
                    current = token.Head;
                    break;
                case Relation.Conj or Relation.Advcl or Relation.Parataxis when view.Tokens[token.Head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.ADV or Upos.PRON or Upos.NUM:
                    if (token.Relation == Relation.Parataxis && token.Xpos is not "VBG")
                        return -1;
                    current = token.Head;
                    break;
                case Relation.Acl when token.Xpos == "VBG" && AfterComma(view, current) && Clause(view, token.Head, out int clause):
                    current = clause; // ", adding": the participle belongs to the clause, wherever the parser hung it
                    break;
                case Relation.Acl when token.Xpos == "VB" && view.Tokens[token.Head].Relation == Relation.Obj && view.Tokens[token.Head].Head >= 0:
                    current = view.Tokens[token.Head].Head; // "used the law to attack": who used it attacks
                    break;
                case Relation.Acl or Relation.AclRelcl:
                    return token.Head;
                default:
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>True if the tree makes this word the subject of this very verb.</summary>
    public static bool IsOwn(ReportView view, int subject, int verb) => view.Tokens[subject].Head == verb;

    /// <summary>The agent of a passive: <c>by the court</c>; -1 if unnamed.</summary>
    public static int Agent(ReportView view, int verb)
    {
        for (int c = view.Tree.FirstChild(verb); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (view.Tokens[c].Relation is Relation.Obl or Relation.OblAgent && c > verb && view.Tree.Child(c, Relation.Case) is var by && by >= 0 && view.Tree.Is(by, "by"))
                return c;
        }
        return -1;
    }

    /// <summary>Writes the source into the draft: the phrase around this word.</summary>
    public static void Set(ReportView view, Draft draft, int head, int cue)
    {
        // A parser may take the town of the dateline for who speaks.
        if (view.InDateline(head) && !view.InDateline(cue))
        {
            PlainReader.SetSourceBefore(view, cue, draft);
            return;
        }
        (int first, int last) = Phrase(view, head, cue);
        (first, last) = Widen(view, first, last, head, cue);
        TextSpan span = view.Trimmed(first, last);
        if (span.Length == 0)
            return;
        draft.Source = span;
        draft.SourceHead = head;
    }

    /// <summary>First and last word of the phrase that names a source.</summary>
    /// <param name="view">The report.</param>
    /// <param name="head">The noun or pronoun.</param>
    /// <param name="cue">A word that must stay outside, or -1.</param>
    public static (int First, int Last) Phrase(ReportView view, int head, int cue)
    {
        int first = head, last = head;
        bool open = true;
        for (int c = view.Tree.FirstChild(head); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (!Belongs(view, c, head, cue) || !open && c > head)
            {
                if (c > head && view.Tokens[c].Relation is not (Relation.Punct or Relation.Case))
                    open = false;
                continue;
            }
            first = Math.Min(first, view.Tree.Left(c));
            last = Math.Max(last, LastOf(view, c, cue));
        }
        if (cue >= first && cue <= last)
        {
            if (cue > head)
                last = cue - 1;
            else
                first = cue + 1;
        }
        return (Math.Min(first, head), Math.Max(last, head));
    }

    /// <summary>Takes back what a parser cut off a name, and leaves out what stands before it: a dateline, a conjunction.</summary>
    public static (int First, int Last) Widen(ReportView view, int first, int last, int head, int cue)
    {
        Sentence sentence = view.SentenceOf(head);
        // A dateline: "PORT AVEN (Wire) — Mayor Ono Vel said".
        for (int t = head - 1; t >= first; t--)
        {
            if (view.IsPunctuation(t) && view.Words.Form(t) is "—" or "–" or "-" or "--" && t > 0 && view.Tokens[t].Span.Start > view.Tokens[t - 1].Span.End)
            {
                first = t + 1;
                break;
            }
        }
        // "All of a sudden, voters said": what stands before a comma before the noun is no part of the name.
        for (int t = head - 1; t >= first; t--)
        {
            if (view.Tree.Is(t, ",") && view.Tokens[t - 1 < 0 ? t : t - 1].Upos is not Upos.ADJ)
            {
                first = t + 1;
                break;
            }
        }
        while (first < head && (view.Tokens[first].Upos is Upos.SCONJ or Upos.CCONJ or Upos.PUNCT || view.Tokens[first].Upos is Upos.ADP && first < view.Tree.Left(head)))
            first++;
        while (first - 1 >= sentence.FirstToken && first - 1 != cue && first > 0)
        {
            if (JoinsLeft(view, first - 1, first))
            {
                first--;
            }
            else if (first - 2 >= sentence.FirstToken && view.Tree.Is(first - 1, "-") && view.Tokens[first - 1].Span.End == view.Tokens[first].Span.Start
                && view.Tokens[first - 2].Span.End == view.Tokens[first - 1].Span.Start)
            {
                first -= 2;
            }
            else
            {
                break;
            }
        }
        // "Many | in the crowd | said": nothing but a phrase without comma up to the cue.
        if (cue > last)
        {
            int border = CueReader.First(view, cue);
            int t = last + 1;
            // "Kremlin spokesman, Ono Vel told": a name between comma and verb.
            if (t + 1 < border && view.Tree.Is(t, ",") && AllNames(view, t + 1, border))
                last = border - 1;
            while (t < border && !view.IsPunctuation(t) && view.Tokens[t].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD"))
                t++;
            if (t == border && border - last is > 1 and < 16 && view.Tokens[last + 1].Upos is Upos.ADP or Upos.VERB or Upos.PART or Upos.CCONJ or Upos.NOUN or Upos.PROPN && !IsDay(view, last + 1) && !view.OpensTime(last + 1) && !view.OpensTime(last + 2) && !ClauseEnds.IsReportive(view, last + 1, border - 1))
                last = border - 1;
        }
        // "Ono Vel, a farmer, said" where the parser took the farmer for the subject.
        if (first - 2 >= sentence.FirstToken && view.Tree.Is(first - 1, ",") && view.Tokens[first].Upos is Upos.DET && view.Tokens[first - 2].Upos is Upos.PROPN
            && last + 1 < sentence.EndToken && view.Tree.Is(last + 1, ",") && cue > last)
        {
            first -= 2;
            while (first - 1 >= sentence.FirstToken && view.Tokens[first - 1].Upos is Upos.PROPN && !IsDay(view, first - 1))
                first--;
        }
        // "Ono Vel (R-Aven)"
        if (last + 2 < sentence.EndToken && last + 1 != cue && view.Tree.Is(last + 1, "("))
        {
            for (int t = last + 2; t < sentence.EndToken && t < last + 10; t++)
            {
                if (view.Tree.Is(t, ")"))
                {
                    last = t;
                    break;
                }
            }
        }
        // "On | Sunday | Rovaria's minister said": the parser may take the day into the name.
        while (first < head && IsDay(view, first) && first > sentence.FirstToken && view.Tokens[first - 1].Upos is Upos.ADP)
            first++;
        // "The mayor | in the past | has said"
        for (int t = head + 1; t < last; t++)
        {
            if (view.Tokens[t].Upos is Upos.ADP && (view.OpensTime(t) && view.BehindTime(t) == last + 1 || view.OpensTime(t + 1) && view.BehindTime(t + 1) == last + 1
                || view.Tree.Is(t, "at") && view.Tree.Is(t + 1, "the") && view.Tree.Is(last, "time") && last == t + 2
                || view.OpensTime(t + 2 <= last ? t + 2 : t + 1) && view.Tokens[t + 1].Upos is Upos.DET && view.BehindTime(t + 2) == last + 1))
            {
                last = t - 1;
                break;
            }
        }
        int whole = last;
        while (last > head && (IsDay(view, last) || view.OpensTime(last) || view.Tokens[last].Lemma is "late" or "early" or "night" or "morning"))
            last--;
        while (last < whole && last > head && (view.Tokens[last].Upos is Upos.ADP || view.IsPunctuation(last)))
            last--;
        if (cue >= 0 && cue < first)
            last = Apposition(view, last, sentence.EndToken);
        return (first, last);
    }

    // Behind its verb, a name's description runs on to the end: "said Ono Vel, a farmer from Aven who lost his barn."
    private static int Apposition(ReportView view, int last, int end)
    {
        int comma = last + 1;
        if (comma + 1 >= end || !view.Tree.Is(comma, ",") || view.QuotationOf(comma) >= 0)
            return last;
        if (view.Tokens[comma + 1].Upos is not (Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM) || view.Tokens[comma + 1].Xpos is "WDT")
            return last;
        for (int t = comma + 1; t < end; t++)
        {
            if (view.QuotationOf(t) >= 0 || view.IsPunctuation(t) && view.Words.Form(t) is ";" or ":" or "—" or "–")
                return t - 1;
            if (view.Tokens[t].Xpos is "VBG" && view.Tree.Is(t - 1, ",") || view.Tokens[t].Upos == Upos.CCONJ && view.Tree.Is(t - 1, ",") && view.Tree.Is(t, "but"))
                return t - 2;
            if (view.Tokens[t].Upos == Upos.ADP && view.Tokens[t - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PUNCT && ClauseEnds.IsReportive(view, t, Math.Min(end - 1, t + 4)))
                return view.IsPunctuation(t - 1) ? t - 2 : t - 1;
        }
        return end - 1;
    }

    private static bool AllNames(ReportView view, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (view.Tokens[t].Upos != Upos.PROPN || IsDay(view, t))
                return false;
        }
        return to - from <= 4;
    }

    private static bool IsDay(ReportView view, int token) => CueList.Days.ContainsKey(view.Tokens[token].Lemma.ToLowerInvariant());

    private static bool JoinsLeft(ReportView view, int before, int first)
    {
        Token token = view.Tokens[before];
        if (token.Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.NUM) || token.Xpos is "WDT" or "WP" or "WP$")
            return false;
        if (view.Tokens[first].Upos is Upos.PRON or Upos.DET || CueList.Occasions.ContainsKey(token.Lemma.ToLowerInvariant()) || token.Relation is Relation.OblUnmarked or Relation.Nsubj or Relation.Obj or Relation.Obl or Relation.Nmod)
            return false;
        return token.Head >= first || token.Head == before + 1 || token.Relation is Relation.Compound or Relation.Amod or Relation.Det or Relation.Nummod or Relation.Flat;
    }

    private static int LastOf(ReportView view, int child, int cue)
    {
        int last = view.Tree.Right(child);
        if (view.Tokens[child].Relation is not (Relation.Appos or Relation.Conj or Relation.Nmod))
            return last;
        // A clause that follows its comma belongs to the story, not to the name.
        (int _, int inner) = Phrase(view, child, cue);
        return Math.Min(last, inner);
    }

    private static bool Belongs(ReportView view, int child, int head, int cue)
    {
        Token token = view.Tokens[child];
        if (cue >= 0 && view.Tree.Left(child) <= cue && cue <= view.Tree.Right(child))
            return false;
        switch (token.Relation)
        {
            case Relation.Det or Relation.DetPredet or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.Flat or Relation.NmodPoss
                or Relation.NmodUnmarked or Relation.NmodDesc or Relation.Appos or Relation.Fixed or Relation.Goeswith:
                return true;
            case Relation.Nmod:
                return child < head || !AfterComma(view, child);
            case Relation.Advmod:
                return child < head ? view.Tree.Right(child) < head : child == head + 1 && token.Upos == Upos.ADV && token.Xpos != "RB";
            case Relation.Acl:
                return child > head && !AfterComma(view, child);
            case Relation.AclRelcl:
                return child > head && !AfterComma(view, child);
            case Relation.Conj:
                return token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.ADJ && view.Tree.Child(child, Relation.Nsubj) < 0;
            case Relation.Cc or Relation.CcPreconj:
                return child < head;
            default:
                return false;
        }
    }

    private static bool AfterComma(ReportView view, int child)
    {
        int left = view.Tree.Left(child);
        return view.IsPunctuation(left) || left > 0 && view.IsPunctuation(left - 1);
    }

    // The verb that a noun depends on.
    private static bool Clause(ReportView view, int noun, out int verb)
    {
        verb = noun;
        for (int step = 0; step < MostSteps; step++)
        {
            verb = view.Tokens[verb].Head;
            if (verb < 0)
                return false;
            if (view.Tokens[verb].Upos is Upos.VERB)
                return true;
        }
        return false;
    }
}
