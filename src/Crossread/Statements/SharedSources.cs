// Gives participles the source of the attribution before them: "she said it rained, adding that …".
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>Gives participles the source of the attribution before them in the sentence.</summary>
internal static class SharedSources
{
    /// <summary>Fills in the sources; drops participles that have none.</summary>
    public static void Fill(ReportView view, List<Draft> drafts)
    {
        drafts.Sort(static (a, b) => a.CueToken.CompareTo(b.CueToken));
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft draft = drafts[i];
            if (!draft.SharesSource || draft.CueSpan is not { } cue)
                continue;
            int sentence = view.Words.SentenceOf(draft.CueToken);
            for (int k = i - 1; k >= 0 && i - k <= 6 && drafts[k].CueToken >= 0; k--)
            {
                Draft before = drafts[k];
                if (view.Words.SentenceOf(before.CueToken) != sentence)
                    break;
                if (before.Source is null || before.Cue is not { Kind: CueKind.Speech } || Inside(before, cue) || view.QuotationOf(before.CueToken) != view.QuotationOf(draft.CueToken))
                    continue;
                // A source found in the words of the one before is none: those words do not speak.
                if (draft.Source is null || Inside(before, draft.Source.Value))
                {
                    draft.Source = before.Source;
                    draft.SourceHead = before.SourceHead;
                }
                break;
            }
        }
        foreach (Draft draft in drafts)
        {
            if (draft.SharesSource && draft.Source is null)
                FromMainClause(view, draft);
        }
        drafts.RemoveAll(static d => d.SharesSource && d.Source is null);
    }

    // The subject of the sentence's main verb, if it stands before the participle.
    private static void FromMainClause(ReportView view, Draft draft)
    {
        Sentence sentence = view.SentenceOf(draft.CueToken);
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (view.Tokens[t].Head >= 0 || view.QuotationOf(t) != view.QuotationOf(draft.CueToken))
                continue;
            int subject = SourceReader.Subject(view, t, out _);
            // "After saying that it held, she left": the main clause may stand behind.
            bool leads = draft.CueToken == sentence.FirstToken + 1 && view.Tokens[sentence.FirstToken].Upos is Upos.SCONJ or Upos.ADP;
            if (subject >= 0 && (subject < draft.CueToken || leads))
                SourceReader.Set(view, draft, subject, t);
            return;
        }
    }

    private static bool Inside(Draft draft, TextSpan span)
    {
        foreach (TextSpan stretch in draft.Content)
        {
            if (stretch.Contains(span))
                return true;
        }
        return false;
    }
}
