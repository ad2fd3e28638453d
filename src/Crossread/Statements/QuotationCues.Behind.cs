// Cues behind their quotation: "“…,” she said", "“…,” said Ono Vel".
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

internal sealed partial class QuotationCues
{
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
}
