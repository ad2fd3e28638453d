// Attributions of words in quotation marks, read from what stands beside the marks.
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>
/// Finds the cue of each quotation that is speech: behind it (<c>“…,” she said</c>), before it (<c>She said: “…”</c>),
/// or none, so that it goes on from the quotation before. Reads the surface first and the tree for the source,
/// because parsers err most in and around quotations.
/// </summary>
internal sealed partial class QuotationCues
{
    private const int MostWordsToCue = 45;

    private readonly ReportView _view;
    private readonly Draft?[] _draftOf;
    private readonly int[] _firstInBlock;

    public QuotationCues(ReportView view)
    {
        _view = view;
        _draftOf = new Draft?[view.Quotations.Length];
        _firstInBlock = new int[view.Blocks.Length + 1];
        int q = 0;
        for (int b = 0; b < view.Blocks.Length; b++)
        {
            while (q < view.Quotations.Length && view.Quotations[q].Block < b)
                q++;
            _firstInBlock[b] = q;
        }
        _firstInBlock[^1] = view.Quotations.Length;
    }

    /// <summary>The attribution that a quotation belongs to as speech, or null; by index in <see cref="ReportView.Quotations"/>.</summary>
    public Draft? Of(int quotation) => quotation < 0 ? null : _draftOf[quotation];

    /// <summary>Notes that a quotation belongs to an attribution.</summary>
    public void Assign(int quotation, Draft draft) => _draftOf[quotation] = draft;

    /// <summary>All attributions of quotations, in the order of the text.</summary>
    public List<Draft> Find()
    {
        List<Draft> found = [];
        List<int> own = [];
        Draft? running = null;
        for (int b = 0; b < _view.Blocks.Length; b++)
        {
            own.Clear();
            for (int q = _firstInBlock[b]; q < _firstInBlock[b + 1]; q++)
            {
                if (_view.Quotations[q].Depth == 0)
                    own.Add(q);
            }
            if (own.Count == 0)
            {
                running = null;
                continue;
            }
            running = ReadBlock(b, own, running, found);
        }
        return found;
    }

    // Reads one paragraph; returns the attribution that goes on into the next, or null.
    private Draft? ReadBlock(int block, List<int> own, Draft? running, List<Draft> found)
    {
        Draft? last = null;
        for (int k = 0; k < own.Count; k++)
        {
            int q = own[k];
            if (_draftOf[q] is not null)
                continue;
            Draft? draft = ReadBefore(block, own, k) ?? ReadBehind(block, own, k);
            if (draft is not null)
            {
                if (k == 0 && StartsBlock(block, q))
                    TakeUnclosed(block, draft);
                found.Add(draft);
                GoOn(own, k, draft);
                last = draft;
            }
            else if (k == 0 && running is not null && StartsBlock(block, q) && (IsBare(block, own) || !_view.Quotations[own[0]].Closed || LooksSpoken(q)))
            {
                running.Add(_view.Quotations[q].Span, _view.Text);
                _draftOf[q] = running;
                last = running;
            }
            else if (k > 0 && _draftOf[own[k - 1]] is { } before && OnlySpaceBetween(own[k - 1], q))
            {
                before.Add(_view.Quotations[q].Span, _view.Text);
                _draftOf[q] = before;
            }
        }
        // It goes on only from a paragraph that ends in the quotation or in its attribution.
        return last is not null && EndsIn(block, last) ? last : null;
    }

    private bool EndsIn(int block, Draft draft)
    {
        int end = _view.Blocks[block].End;
        int from = Math.Max(draft.Hull.End, draft.CueSpan?.End ?? 0);
        from = Math.Max(from, draft.Source is { } s ? s.End : 0);
        return from >= end || _view.Text.AsSpan(from, end - from).IndexOfAny('.', '!', '?') is var stop && (stop < 0 || from + stop >= end - 2);
    }

    // "“A,” he said. “B.”" and "“A,” he said, “b.”"
    private void GoOn(List<int> own, int k, Draft draft)
    {
        Quotation here = _view.Quotations[own[k]];
        _draftOf[own[k]] = draft;
        for (int next = k + 1; next < own.Count; next++)
        {
            int q = own[next];
            int from = Math.Max(Math.Max(here.Span.End, draft.CueSpan?.End ?? 0), draft.Source?.End ?? 0);
            Quotation there = _view.Quotations[q];
            if (there.Span.Start < from || _draftOf[q] is not null)
                return;
            if (!Joins(from, there.Span.Start) || !LooksSpoken(q) || FindBehind(q, own, next) >= 0 || FindBefore(there.Block, own, next) is >= 0 and var cue && cue != draft.CueToken)
                return;
            draft.Add(there.Span, _view.Text);
            _draftOf[q] = draft;
            here = there;
        }
    }

    // Whether nothing but the rest of the attribution stands between: no second sentence, no long tail.
    private bool Joins(int from, int to)
    {
        ReadOnlySpan<char> gap = _view.Text.AsSpan(from, to - from);
        ReadOnlySpan<char> bare = gap.Trim();
        if (bare.Length == 0)
            return true;
        // "…, adding that it “condemns”": words that run into the marks are another attribution's.
        if (bare[^1] is not (',' or '.' or '!' or '?' or ':' or ';' or '—' or '–' or '-' or '…') || ReportsAgain(from, to))
            return false;
        // No second sentence and no long tail; the point of "Mrs." is a part of its word and ends nothing.
        int ends = 0;
        bool lastEnds = false;
        for (int t = _view.Words.TokenAt(from); t < _view.Tokens.Length && _view.Tokens[t].Span.Start < to; t++)
        {
            lastEnds = _view.IsPunctuation(t) && _view.Words.Form(t) is "." or "?" or "!";
            if (lastEnds && ++ends == 1 && _view.Tokens[t].Span.Start == from && bare.Length > 1)
                return false;
        }
        return bare.Length <= 160 && (ends == 0 || ends == 1 && lastEnds);
    }

    private bool ReportsAgain(int from, int to)
    {
        for (int t = _view.Words.TokenAt(from); t < _view.Tokens.Length && _view.Tokens[t].Span.Start < to; t++)
        {
            if (_view.Tokens[t].Xpos == "VBG" && t > 0 && _view.Tree.Is(t - 1, ",") && CueList.Verbs.TryGetValue(_view.Tokens[t].Lemma, out Cue? cue) && cue.Takes(CueShapes.Quotation))
                return true;
        }
        return false;
    }

    private bool OnlySpaceBetween(int a, int b) =>
        _view.Text.AsSpan(_view.Quotations[a].Span.End, Math.Max(0, _view.Quotations[b].Span.Start - _view.Quotations[a].Span.End)).IsWhiteSpace();

    private bool StartsBlock(int block, int q) => _view.Quotations[q].Span.Start <= _view.Blocks[block].Start + 1;

    private bool IsBare(int block, List<int> own)
    {
        int outside = _view.Blocks[block].Length;
        foreach (int q in own)
            outside -= _view.Quotations[q].Span.Length;
        return outside <= own.Count + 2;
    }

    // The paragraphs before whose quotation was left open belong to the attribution that follows.
    private void TakeUnclosed(int block, Draft draft)
    {
        List<TextSpan> before = [];
        for (int b = block - 1; b >= 0; b--)
        {
            int q = _firstInBlock[b];
            if (q >= _firstInBlock[b + 1] || _draftOf[q] is not null || !StartsBlock(b, q))
                break;
            int last = q;
            for (int i = q; i < _firstInBlock[b + 1]; i++)
            {
                if (_view.Quotations[i].Depth == 0)
                    last = i;
            }
            if (last != q || _view.Quotations[q].Closed)
                break;
            before.Add(_view.Quotations[q].Span);
            _draftOf[q] = draft;
        }
        before.Reverse();
        draft.Content.InsertRange(0, before);
    }

    /// <summary>True for a stretch that reads as an utterance and not as a title or a term: a verb in it, or an end mark.</summary>
    public bool LooksSpoken(int q)
    {
        Quotation quotation = _view.Quotations[q];
        if (quotation.Inner.Length == 0)
            return false;
        char last = _view.Text[quotation.Inner.End - 1];
        if (last is '.' or '!' or '?' or ',' or '…' or '—' || !quotation.Closed)
            return true;
        int words = 0;
        for (int t = _view.Words.TokenAt(quotation.Inner.Start); t < _view.Tokens.Length && _view.Tokens[t].Span.Start < quotation.Inner.End; t++)
        {
            words++;
            if (_view.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && words > 1)
                return true;
        }
        return words >= 6;
    }

    private Draft NewDraft(int verb)
    {
        if (!CueList.Verbs.TryGetValue(_view.Tokens[verb].Lemma, out Cue? cue))
            cue = CueList.Forms.GetValueOrDefault(_view.Words.Form(verb).ToString());
        return new Draft { Cue = cue, CueToken = verb, Stance = cue?.Stance ?? Stance.Says, ByQuotation = true };
    }
}
