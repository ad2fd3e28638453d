// Finds whose words a cue signals: subject, agent, owner, and the phrase that names them.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Finds the source of a cue in the tree, and the borders of its phrase.</summary>
internal static partial class SourceReader
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
