// Headlines that are speech acts: "Mayor Backs New Bridge", "Venn: Bridge Is Safe".
using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Names.Finding;

namespace Crossread.Statements;

/// <summary>Reads headlines from the order of their words: taggers take their capitals for names.</summary>
internal static class Headlines
{
    private const int LongestName = 9;

    /// <summary>Adds what the headlines say to the attributions that are there.</summary>
    public static void Find(ReportView view, List<Draft> drafts)
    {
        HashSet<int> blocks = [];
        foreach (Draft draft in drafts)
            blocks.Add(BlockOf(view, draft.CueSpan?.Start ?? draft.Hull.Start));
        Dictionary<int, Draft> found = [];
        for (int b = 0; b < view.Blocks.Length; b++)
        {
            int first = view.Words.TokenAt(view.Blocks[b].Start), end = view.Words.TokenAt(view.Blocks[b].End);
            if (end - first is < 3 or > 40 || view.InDateline(first))
                continue;
            bool named = view.Kinds[b] is PassageKind.Title or PassageKind.Heading || b == 0;
            if (!named && (end - first > 22 || !IsHeadline(view, first, end, 4)))
                continue;
            Draft? draft = ReadColon(view, first, end) ?? (blocks.Contains(b) || !IsHeadline(view, first, end, 3) ? null : ReadVerb(view, first, end));
            if (draft is not null)
                found[b] = draft;
        }
        foreach (Draft draft in drafts)
            Shorten(view, draft);
        if (found.Count == 0)
            return;
        drafts.RemoveAll(d => d.CueSpan is { } cue && found.TryGetValue(BlockOf(view, cue.Start), out Draft? whole) && whole.Content[0].Contains(cue));
        drafts.AddRange(found.OrderBy(f => f.Key).Select(f => f.Value));
    }

    private static int BlockOf(ReportView view, int offset)
    {
        int low = 0, high = view.Blocks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (view.Blocks[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    // No full stop at the end, and most words with a capital.
    private static bool IsHeadline(ReportView view, int first, int end, int fifths)
    {
        int capitals = 0, words = 0;
        for (int t = first; t < end; t++)
        {
            char c = view.Words.Form(t)[0];
            words += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }
        return words >= 4 && capitals * 5 >= words * fifths;
    }

    // "Venn: Bridge Is Safe"
    private static Draft? ReadColon(ReportView view, int first, int end)
    {
        for (int t = first + 1; t < end - 2 && t - first <= LongestName; t++)
        {
            if (!view.Tree.Is(t, ":"))
            {
                if (view.Tokens[t].Upos is Upos.PUNCT && view.Words.Form(t) is not ("." or "'s" or "’s" or "-" or "(" or ")"))
                    return null;
                continue;
            }
            int name = t - 1;
            if (!Speaks(view, name) || view.Tokens[first].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET))
                return null;
            Draft draft = new()
            {
                Source = view.Trimmed(first, name),
                SourceHead = name,
                CueSpan = view.Tokens[t].Span,
                CueToken = t,
                Because = "a name and a colon lead the headline",
            };
            draft.Add(view.Trimmed(t + 1, end - 1), view.Text);
            return draft.Content.Count > 0 ? draft : null;
        }
        return null;
    }

    // A name, or somebody who can speak: "Police: …", "Harbour spokesman: …"; but no "Analysis: …".
    private static bool Speaks(ReportView view, int name)
    {
        if (view.Tokens[name].Upos is Upos.PROPN)
            return true;
        const WordClass Who = WordClass.PersonNoun | WordClass.Role | WordClass.GroupNoun;
        return view.Tokens[name].Upos is Upos.NOUN && (CueList.Officials.ContainsKey(view.Tokens[name].Lemma.ToLowerInvariant()) || (NameLexicon.Shared.Of(view.Tokens[name].Lemma.ToLowerInvariant()) & Who) != 0);
    }

    // "Mayor Backs New Bridge": a listed verb with the ending of the third person.
    private static Draft? ReadVerb(ReportView view, int first, int end)
    {
        for (int t = first + 1; t < end - 1; t++)
        {
            if (view.Tokens[t].Upos is Upos.PUNCT && view.Words.Form(t) is ":" or ";" or "?" or "!")
                first = t + 1;
            if (t <= first || t - first > LongestName || !Verb(view.Words.Form(t), out Cue? cue) || view.Tokens[t - 1].Upos is Upos.ADP or Upos.DET or Upos.CCONJ or Upos.PART)
                continue;
            if (view.Tokens[t + 1].Upos is Upos.ADP && !Array.Exists(cue!.Prepositions, p => view.Tree.Is(t + 1, p)))
                continue;
            int cueLast = t, stop = t + 1;
            if (Array.Exists(cue!.Prepositions, p => view.Tree.Is(t + 1, p)))
                cueLast = t + 1;
            while (stop < end && !(view.Tokens[stop].Upos is Upos.PUNCT && view.Words.Form(stop) is ";" or ":"))
                stop++;
            int last = BeforeFirstVerb(view, first, t);
            if (last < first)
                continue;
            Draft draft = new()
            {
                Cue = cue,
                Stance = cue.Stance,
                CueToken = t,
                CueSpan = view.Words.SpanOf(t, cueLast),
                Source = view.Trimmed(first, last),
                SourceHead = last,
            };
            draft.Add(view.Trimmed(cueLast + 1, stop - 1), view.Text);
            return draft.Content.Count > 0 ? draft : null;
        }
        return null;
    }

    // The tree took "Mayor Quits Over Dam" for who blames.
    private static void Shorten(ReportView view, Draft draft)
    {
        if (draft.Source is not { } source || draft.CueSpan is not { } cue || source.End > cue.Start)
            return;
        int first = view.Words.TokenAt(source.Start), verb = view.Words.TokenAt(cue.Start), block = BlockOf(view, cue.Start);
        if (verb == 0 || !view.Tree.Is(verb - 1, ",") || view.Kinds[block] is not (PassageKind.Title or PassageKind.Heading) && block > 0
            || view.Words.TokenAt(view.Blocks[block].Start) != first || BeforeFirstVerb(view, first, verb) is var last && (last < first || view.Tokens[last].Span.End >= source.End))
        {
            return;
        }
        draft.Source = view.Trimmed(first, last);
        draft.SourceHead = last;
    }

    // "Mayor Quits, Blames Council": the name before the first verb; before its first word if no verb is seen there.
    private static int BeforeFirstVerb(ReportView view, int first, int verb)
    {
        if (!view.Tree.Is(verb - 1, ","))
            return verb - 1;
        for (int t = first + 1; t < verb - 1; t++)
        {
            // In capitals a verb is often taken for a name: "Quits Over".
            if (view.Tokens[t].Xpos is "VBZ" or "VBD" or "VBP" || view.Words.Form(t) is [.., not ('s' or '\'' or '’'), 's'] && view.Tokens[t + 1].Upos is Upos.ADP or Upos.DET or Upos.PART)
                return t - 1;
        }
        return first - 1;
    }

    private static bool Verb(ReadOnlySpan<char> form, out Cue? cue)
    {
        cue = null;
        if (form.Length < 4 || form[^1] is not 's' || !char.IsUpper(form[0]))
            return false;
        string lower = form.ToString().ToLowerInvariant();
        string stem = lower.EndsWith("ies", StringComparison.Ordinal) ? lower[..^3] + "y" : lower[..^1];
        return (CueList.Verbs.TryGetValue(stem, out cue) || lower.EndsWith("es", StringComparison.Ordinal) && CueList.Verbs.TryGetValue(lower[..^2], out cue))
            && cue.Kind == CueKind.Speech && (cue.Takes(CueShapes.NounPhrase) || cue.Takes(CueShapes.Clause) || cue.Prepositions.Length > 0);
    }
}
