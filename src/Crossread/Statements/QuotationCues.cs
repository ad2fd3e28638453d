// Attributions of words in quotation marks, read from what stands beside the marks.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>
/// Finds the cue of each quotation that is speech: behind it (<c>“…,” she said</c>), before it (<c>She said: “…”</c>),
/// or none, so that it goes on from the quotation before. Reads the surface first and the tree for the source,
/// because parsers err most in and around quotations.
/// </summary>
internal sealed class QuotationCues
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

    // "… she said": the place of the cue verb behind the quotation, or -1.
    private int FindBehind(int q, List<int> own, int k)
    {
        Quotation quotation = _view.Quotations[q];
        if (!quotation.Closed)
            return -1;
        int from = _view.Words.TokenAt(quotation.Span.End);
        if (from >= _view.Tokens.Length || quotation.Inner.Length == 0)
            return -1;
        int blockEnd = _view.Blocks[quotation.Block].End;
        char last = _view.Text[quotation.Inner.End - 1];
        bool comma = last is ',' or '?' or '!' or '—' or '…' or '-' or '–';
        if (_view.Tokens[from].Span.Start < blockEnd && _view.Tree.Is(from, ","))
        {
            comma = true;
            from++;
        }
        else if (_view.IsPunctuation(from) && _view.Words.Form(from) is "—" or "–" or "-" or "--")
        {
            comma = true;
            from++;
        }
        if (!comma && last is '.')
            return -1;
        if (IsTitleOfWork(quotation))
            return -1;
        int limit = k + 1 < own.Count ? _view.Quotations[own[k + 1]].Span.Start : blockEnd;
        int end = from;
        while (end < _view.Tokens.Length && end - from < MostWordsToCue && _view.Tokens[end].Span.End <= limit && !(_view.IsPunctuation(end) && _view.Words.Form(end) is "." or "?" or "!" or ";"))
            end++;
        int nouns = 0;
        for (int t = from; t < end; t++)
        {
            Token token = _view.Tokens[t];
            if (t == from && (token.Upos is Upos.CCONJ or Upos.SCONJ || token.Xpos is "WDT" or "WP" or "IN" or "TO" or "WRB" or "VBG"))
                return -1;
            if (token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
                nouns++;
            // "the self-declared president": a participle inside a name's phrase says nothing.
            if (token.Relation is Relation.Amod or Relation.Compound || t > from && _view.Tree.Is(t - 1, "-") && _view.Tokens[t - 1].Span.End == token.Span.Start)
                continue;
            if (token.Xpos is "VBD" or "VBZ" or "VBP" or "VBN" or "VB" && CueList.Verbs.TryGetValue(token.Lemma, out Cue? cue) && cue.Takes(CueShapes.Quotation)
                && (comma || token.Lemma is "say"))
            {
                if (t > from && StanceReader.IsNegated(_view, t) && _view.Tree.Child(t, Relation.Ccomp) > t)
                    return -1; // "“a bargain,” she does not ask that it stop": the sentence goes on
                if (t == from || nouns > 0)
                    return InRelativeClause(t, from) || t == from && SpeaksOn(t, quotation) ? -1 : t;
            }
            else if (comma && nouns > 1 && token.Upos is Upos.NOUN && t - from <= 3 && EndsPart(t + 1, end) && CueList.Forms.TryGetValue(_view.Words.Form(t).ToString(), out Cue? taken) && taken.Takes(CueShapes.Quotation))
            {
                return t; // "“It held,” Venn notes.": a verb that the tagger took for a noun
            }
            else if (token.Upos == Upos.VERB && token.Xpos is "VBD" or "VBZ" or "VBP" && !InRelativeClause(t, from))
            {
                // "“No,” he smiled.": a verb that the list does not have, and nothing else.
                return comma && end - from <= 4 && t - from is 1 or 2 && nouns > 0 && t == end - 1 ? t : -1;
            }
        }
        return -1;
    }

    // "Speaking on the channel's “Harbour Talk,” she said that": few words with capitals that the sentence runs into name a programme.
    private bool IsTitleOfWork(Quotation quotation)
    {
        int first = _view.Words.TokenAt(quotation.Span.Start);
        if (first == 0 || _view.Tokens[first - 1].Span.Start < _view.Blocks[quotation.Block].Start || _view.IsPunctuation(first - 1)
            || _view.Tokens[first - 1].Upos is not (Upos.ADP or Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PART or Upos.ADJ))
        {
            return false;
        }
        int words = 0, small = 0;
        for (int t = first; t < _view.Tokens.Length && _view.Tokens[t].Span.Start < quotation.Span.End; t++)
        {
            char letter = _view.Words.Form(t)[0];
            if (!char.IsLetterOrDigit(letter))
                continue;
            words++;
            small += char.IsLower(letter) && _view.Words.Form(t).Length > 3 ? 1 : 0;
        }
        return words is > 0 and <= 7 && small == 0 && char.IsUpper(_view.Text[quotation.Inner.Start]);
    }

    // "Vel, who calls it “a bargain,” described the plan": the subject stands before the quotation, the object behind the verb.
    private bool SpeaksOn(int verb, Quotation quotation)
    {
        int subject = SourceReader.Subject(_view, verb, out _), thing = _view.Tree.Child(verb, Relation.Obj);
        if (thing < 0)
            thing = _view.Tree.Child(verb, Relation.Ccomp);
        return subject >= 0 && thing > verb && _view.Tokens[subject].Span.End <= quotation.Span.Start && _view.Words.SentenceOf(subject) == _view.Words.SentenceOf(verb);
    }

    private bool InRelativeClause(int verb, int from)
    {
        int subject = SourceReader.Subject(_view, verb, out _);
        return subject >= from && subject < verb && _view.Tokens[subject].Xpos is "WP" or "WDT";
    }

    private Draft? ReadBehind(int block, List<int> own, int k)
    {
        int q = own[k];
        int verb = FindBehind(q, own, k);
        if (verb < 0)
            return null;
        Quotation quotation = _view.Quotations[q];
        int from = _view.Words.TokenAt(quotation.Span.End);
        if (_view.IsPunctuation(from))
            from++;
        Draft draft = NewDraft(verb);
        int subject = SourceReader.Subject(_view, verb, out _);
        bool plainInverted = verb == from && PlainReader.MayInvert(_view, verb) && _view.Tokens[verb + 1].Upos is Upos.PROPN or Upos.NOUN or Upos.DET or Upos.ADJ;
        if (plainInverted && !(subject > verb && _view.Tree.Left(subject) <= verb + 2))
        {
            SetInverted(draft, verb);
        }
        else if (subject >= from && subject < _view.Tokens.Length && _view.Tokens[subject].Span.End <= _view.Blocks[block].End
            && subject - from < MostWordsToCue && _view.QuotationOf(subject) < 0)
        {
            SourceReader.Set(_view, draft, subject, verb);
        }
        else if (verb > from)
        {
            SetPlain(draft, from, verb - 1);
        }
        else
        {
            SetInverted(draft, verb);
        }
        draft.CueSpan = _view.Words.SpanOf(Math.Max(CueReader.First(_view, verb), from), CueReader.WithStatement(_view, CueReader.Last(_view, verb), draft));
        // "But “the real issue,” she added": the words before the marks belong to it.
        int start = quotation.Span.Start;
        int first = _view.Words.TokenAt(start);
        int earliest = k > 0 ? _view.Quotations[own[k - 1]].Span.End : _view.Blocks[block].Start;
        int at = first;
        while (at > 0 && _view.Tokens[at - 1].Span.Start >= earliest && !(_view.IsPunctuation(at - 1) && (_view.Words.Form(at - 1) is "." or "?" or "!" or ":" or "—" or "–" || _view.Words.Form(at - 1) is "-" or "--" && StandsFree(at - 1))))
            at--;
        if (k > 0 && at < first && _view.Text[_view.Quotations[own[k - 1]].Inner.End - 1] is not ('.' or '!' or '?') && _view.Tokens[at].Span.Start - earliest <= 1)
            start = _draftOf[own[k - 1]] is null ? Math.Min(start, SentenceStart(own, k)) : _view.Tokens[at].Span.Start;
        else if (at < first)
            start = _view.Tokens[at].Span.Start;
        draft.Add(new TextSpan(start, quotation.Span.End), _view.Text);
        return draft;
    }

    private bool EndsPart(int token, int end) => token >= end || token >= _view.Tokens.Length || _view.IsPunctuation(token);

    private bool StandsFree(int mark) => _view.Tokens[mark].Span.Start > 0 && char.IsWhiteSpace(_view.Text[_view.Tokens[mark].Span.Start - 1]);

    private int SentenceStart(List<int> own, int k) => _view.SentenceOf(_view.Words.TokenAt(_view.Quotations[own[k - 1]].Span.Start)).Span.Start;

    private Draft NewDraft(int verb)
    {
        if (!CueList.Verbs.TryGetValue(_view.Tokens[verb].Lemma, out Cue? cue))
            cue = CueList.Forms.GetValueOrDefault(_view.Words.Form(verb).ToString());
        return new Draft { Cue = cue, CueToken = verb, Stance = cue?.Stance ?? Stance.Says, ByQuotation = true };
    }

    private void SetPlain(Draft draft, int first, int last)
    {
        while (last > first && _view.Tokens[last].Upos is Upos.ADV or Upos.AUX or Upos.PUNCT or Upos.PART)
            last--;
        while (first < last && _view.Tokens[first].Upos is Upos.ADV or Upos.PUNCT)
            first++;
        draft.Source = _view.Trimmed(first, last);
        draft.SourceHead = LastNoun(first, last);
    }

    private void SetInverted(Draft draft, int verb)
    {
        int first = verb + 1, last = first;
        if (first >= _view.Tokens.Length || _view.Tokens[first].Upos is not (Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.NUM))
            return;
        int end = _view.SentenceOf(verb).EndToken;
        while (last + 1 < end && _view.Tokens[last + 1].Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.PRON
            || last + 1 < end && _view.Tree.Is(last + 1, "of") || last + 1 < end && _view.Tokens[last + 1].Xpos == "POS")
        {
            last++;
        }
        draft.SourceHead = LastNoun(first, last);
        (first, last) = SourceReader.Widen(_view, first, last, draft.SourceHead, verb);
        draft.Source = _view.Trimmed(first, last);
    }

    private int LastNoun(int first, int last)
    {
        for (int t = last; t >= first; t--)
        {
            if (_view.Tokens[t].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON)
                return t;
        }
        return first;
    }

    // "She said: “…”", "He told reporters, “…”", "It tweeted “…”".
    private Draft? ReadBefore(int block, List<int> own, int k) => FindBefore(block, own, k) is >= 0 and var verb ? Introduced(verb, _view.Quotations[own[k]]) : null;

    private int FindBefore(int block, List<int> own, int k)
    {
        Quotation quotation = _view.Quotations[own[k]];
        int first = _view.Words.TokenAt(quotation.Span.Start);
        int earliest = k > 0 ? _view.Quotations[own[k - 1]].Span.End : _view.Blocks[block].Start;
        if (first == 0 || first >= _view.Tokens.Length)
            return -1;
        int mark = first - 1;
        bool across = false;
        if (k == 0 && StartsBlock(block, own[0]) && block > 0 && _view.Text[_view.Blocks[block - 1].End - 1] == ':')
        {
            earliest = _view.Blocks[block - 1].Start;
            across = true;
        }
        if (_view.Tokens[mark].Span.Start < earliest)
            return -1;
        bool colon = _view.Tree.Is(mark, ":");
        bool comma = _view.Tree.Is(mark, ",");
        if (!LooksSpoken(own[k]) || across && !colon)
            return -1;
        int at = colon || comma ? mark - 1 : mark;
        bool direct = !colon && !comma;
        for (int steps = 0; at >= 0 && steps < MostWordsToCue && _view.Tokens[at].Span.Start >= earliest; at--, steps++)
        {
            Token token = _view.Tokens[at];
            if (_view.IsPunctuation(at) && _view.Words.Form(at) is "." or "?" or "!" && steps > 0)
                return -1;
            if (direct && steps > (_view.Tree.Is(mark, "that") ? 1 : 0))
                return -1;
            if (token.Upos != Upos.VERB)
            {
                if (direct || comma ? !IsParticiple(at) : true)
                    continue;
                return at; // ", warning “…”" taken for a noun
            }
            if (token.Xpos == "VBN" && _view.Tree.Child(at, Relation.Aux) < 0 && !(colon && steps == 0 && _view.Words.Form(at).EndsWith("ed", StringComparison.Ordinal)))
                continue;
            if (CueList.Verbs.TryGetValue(token.Lemma, out Cue? cue) && cue.Takes(CueShapes.Quotation))
            {
                if (_view.Tree.Is(mark, "that"))
                    return -1; // the tree draws it, "that" and all
                return at;
            }
            if (!colon && token.Xpos is not ("VBG" or "VBN"))
                return -1;
        }
        return -1;
    }

    private bool IsParticiple(int token)
    {
        ReadOnlySpan<char> form = _view.Words.Form(token);
        return token > 0 && _view.Tree.Is(token - 1, ",") && form.Length > 5 && form.EndsWith("ing", StringComparison.Ordinal)
            && CueList.Verbs.TryGetValue(form[..^3].ToString(), out Cue? cue) && cue.Takes(CueShapes.Quotation);
    }

    private Draft? Introduced(int verb, Quotation quotation)
    {
        if (_view.Tokens[verb].Upos != Upos.VERB || _view.Tokens[verb].Xpos == "VBG" && SourceReader.Subject(_view, verb, out _) < 0)
        {
            Draft participle = NewDraft(verb);
            if (participle.Cue is null && CueList.Verbs.TryGetValue(_view.Words.Form(verb)[..^3].ToString(), out Cue? cue))
                (participle.Cue, participle.Stance) = (cue, cue.Stance);
            participle.SharesSource = true;
            participle.CueSpan = _view.Words.SpanOf(CueReader.First(_view, verb), verb);
            participle.Add(quotation.Span, _view.Text);
            return participle;
        }

        int subject = SourceReader.Subject(_view, verb, out _);
        bool passive = VerbCues.IsPassive(_view, verb);
        if (subject < 0 || passive && !CueList.Verbs[_view.Tokens[verb].Lemma].Takes(CueShapes.Addressee | CueShapes.Infinitive))
            return null;
        Draft draft = NewDraft(verb);
        int speaker = passive ? SourceReader.Agent(_view, verb) : subject;
        if (speaker >= 0)
            SourceReader.Set(_view, draft, speaker, verb);
        draft.SharesSource = _view.Tokens[verb].Xpos == "VBG" && CueReader.First(_view, verb) is var opens && opens > 0 && _view.Tree.Is(opens - 1, ",");
        draft.CueSpan = _view.Words.SpanOf(CueReader.First(_view, verb), CueReader.WithStatement(_view, CueReader.Last(_view, verb), draft));
        // "She said that they could help: “…”": the clause before the colon is said too.
        int behind = CueReader.Last(_view, verb) + 1, mark = _view.Words.TokenAt(quotation.Span.Start) - 1;
        if (mark > behind && _view.Tree.Is(mark, ":") && _view.Tree.Is(behind, "that"))
            draft.Add(_view.Trimmed(behind, mark - 1), _view.Text);
        draft.Add(quotation.Span, _view.Text);
        return draft;
    }
}
