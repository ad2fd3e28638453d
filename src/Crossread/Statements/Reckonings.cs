// Counts that somebody gives: "The ministry put the toll at 34."
using Crossread.Language;

namespace Crossread.Statements;

/// <summary>Reads <c>put … at</c> with a number: the verb says something only then.</summary>
internal static class Reckonings
{
    private const int MostWords = 30;

    /// <summary>The attribution, or null if this verb counts nothing here.</summary>
    public static Draft? Read(ReportView view, int verb)
    {
        if (view.Tokens[verb].Lemma is not ("put" or "place" or "set") || view.Tokens[verb].Xpos is "VBN" && VerbCues.IsPassive(view, verb))
            return null;
        int thing = view.Tree.Child(verb, Relation.Obj), end = Math.Min(view.SentenceOf(verb).EndToken, verb + MostWords);
        if (thing < verb || thing >= end)
            return null;
        int at = thing + 1;
        while (at < end && !view.Tree.Is(at, "at") && !view.IsPunctuation(at))
            at++;
        if (at + 1 >= end || !view.Tree.Is(at, "at") || !Counts(view, at + 1, end))
            return null;
        int subject = SourceReader.Subject(view, verb, out bool passive);
        if (subject < 0 || passive || subject > verb)
            return null;
        Draft draft = new() { Cue = CueList.Verbs["estimate"], CueToken = verb, Stance = Stance.Says, ContentHead = thing };
        SourceReader.Set(view, draft, subject, verb);
        int head = view.Tokens[at].Head > at ? view.Tokens[at].Head : at + 1;
        draft.Add(view.Trimmed(verb + 1, Math.Min(end - 1, Math.Max(at + 1, view.Tree.Right(head)))), view.Text);
        draft.CueSpan = view.Words.SpanOf(CueReader.First(view, verb), verb);
        return draft.Content.Count > 0 && draft.Source is not null ? draft : null;
    }

    // "34", "about 34", "more than $34 million", "zero"; but no hour or day, as in "set the vote at 9 p.m.".
    private static bool Counts(ReportView view, int from, int end)
    {
        for (int t = from; t < end && t < from + 6; t++)
        {
            if (view.OpensTime(t) || view.IsPunctuation(t))
                return false;
            if (view.Tokens[t].Upos is Upos.NUM)
                return true;
        }
        return false;
    }
}
