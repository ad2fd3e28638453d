// Cues before their quotation: "She said: “…”", "He told reporters, “…”".
using Crossread.Language;

namespace Crossread.Statements;

internal sealed partial class QuotationCues
{
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

    // "After the clerk had gone, Venn rose and said, “…”": the subject stands behind the comma of the clause that leads, or -1.
    private int BehindLeadingClause(int subject, int verb)
    {
        Sentence sentence = _view.SentenceOf(verb);
        if (_view.Tokens[sentence.FirstToken].Upos is not (Upos.SCONJ or Upos.ADP) || subject >= 0 && _view.Tokens[subject].Upos is Upos.PRON)
            return -1;
        int comma = sentence.FirstToken;
        while (comma < verb && !_view.Tree.Is(comma, ","))
            comma++;
        if (comma <= subject || comma + 2 >= verb || !PlainReader.HasVerb(_view, sentence.FirstToken, comma))
            return -1;
        int main = comma + 1;
        while (main + 1 < verb && _view.Tokens[main + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM)
            main++;
        return _view.Tokens[main].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && _view.Tokens[main + 1].Xpos is "VBD" or "VBZ" or "VBP" ? main : -1;
    }

    private int CommaBefore(int token)
    {
        while (token >= 0 && !_view.Tree.Is(token, ","))
            token--;
        return token;
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
        int main = BehindLeadingClause(subject, verb);
        bool passive = VerbCues.IsPassive(_view, verb);
        if (subject < 0 && main < 0 || passive && !CueList.Verbs[_view.Tokens[verb].Lemma].Takes(CueShapes.Addressee | CueShapes.Infinitive))
            return null;
        Draft draft = NewDraft(verb);
        int speaker = passive ? SourceReader.Agent(_view, verb) : subject;
        if (main >= 0)
            SetPlain(draft, CommaBefore(main) + 1, main);
        else if (speaker >= 0)
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
