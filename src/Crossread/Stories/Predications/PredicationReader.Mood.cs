// Whether a clause tells that it is so, is not so, would be so, or asks.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Stories.Predications;

internal sealed partial class PredicationReader
{
    private (bool Negated, bool Conditional, bool Unreal) Mood(int token, Roles roles)
    {
        bool negated = Negates(token), conditional = false, unreal = false;
        foreach (Argument argument in roles.Subjects.Concat(roles.Objects))
            negated ^= SaysNone(argument.Head) || argument.Span.Start < _text.Tokens[argument.Head].Span.Start && SaysNone(_text.TokenAt(argument.Span.Start));
        Token word = _text.Tokens[token];
        // "must give notice before it opens a gate": told as a case, not as a fact.
        unreal |= word.Relation == Relation.Advcl && Marked(token, "before", "until", "unless", "once") is not null;
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            Token child = _text.Tokens[c];
            if (child.Relation == Relation.Aux && child.Lemma is "may" or "might" or "could" or "would" or "should" or "must" or "will" or "shall" or "can")
                unreal = true;
            if (child.Relation == Relation.Mark && child.Lemma is "if" or "unless")
                conditional |= !IsIndirectQuestion(token);
            if (child.Relation == Relation.Advcl && Marked(c, "if", "unless", "until", "before", "once", "after") is { } mark)
                conditional |= mark is "if" or "unless" || unreal || negated && mark is "until" or "before";
        }
        // "To pass this bill would raise the risk": nobody has.
        unreal |= word is { Relation: Relation.Csubj or Relation.CsubjPass, Xpos: "VB" };
        if (word.Relation is Relation.Xcomp or Relation.Advcl or Relation.Acl && word.Xpos == "VB" && word.Head >= 0)
            unreal |= _text.Tokens[word.Head].Lemma is not ("deny" or "begin" or "start" or "continue" or "manage" or "fail");
        if (word.Relation == Relation.Xcomp && word.Head >= 0 && (_text.Tokens[word.Head].Lemma is "fail" or "refuse" or "decline" || Negates(word.Head)))
            negated = !negated;
        return (negated, conditional, unreal);
    }

    private bool Negates(int token)
    {
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            Token child = _text.Tokens[c];
            if (child.Relation is Relation.Advmod or Relation.Det or Relation.CcPreconj && child.Lemma is "not" or "n't" or "never" or "neither" or "nor" && !_tree.OnlyAdds(c))
                return true;
        }
        return false;
    }

    private bool HasCase(int token, string preposition)
    {
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation == Relation.Case && _text.Tokens[c].Lemma == preposition)
                return true;
        }
        return false;
    }

    private bool SaysNone(int token) =>
        (uint)token < (uint)_text.Tokens.Length
        && (_text.Tokens[token].Lemma is "none" or "nobody" or "nothing" or "no" || _tree.Child(token, Relation.Det) is >= 0 and var det && _text.Tokens[det].Lemma is "no" or "neither");

    private string? Marked(int clause, params string[] words)
    {
        int mark = _tree.Child(clause, Relation.Mark);
        return mark >= 0 && words.Contains(_text.Tokens[mark].Lemma) ? _text.Tokens[mark].Lemma : null;
    }

    // "when she met the envoy": the word asks nothing, it only says when.
    private bool IsTimeClause(int token)
    {
        for (int c = _text.Tokens[token].Relation is Relation.Advcl or Relation.AclRelcl or Relation.Ccomp ? _tree.FirstChild(token) : -1; c >= 0 && c < token; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.Advmod or Relation.Mark && _text.Tokens[c].Lemma is "when" or "while" or "whenever")
                return true;
        }
        return false;
    }

    private bool IsPassive(int token)
    {
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.AuxPass or Relation.NsubjPass or Relation.OblAgent)
                return true;
        }
        return false;
    }

    private bool AsksWhether(int token)
    {
        int sentence = _text.SentenceOf(token);
        TextSpan span = _text.Sentences[sentence].Span;
        return _text.Text[span.End - 1] == '?' || IsIndirectQuestion(token);
    }

    // "asked if", "asked whether", and what hangs on such a clause ("asked if it considered helping").
    private bool IsIndirectQuestion(int token)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 3; steps++)
        {
            int head = _text.Tokens[t].Head;
            if (Marked(t, "whether") is not null)
                return true;
            if (Marked(t, "if") is not null)
                return head >= 0 && (_text.Tokens[t].Relation == Relation.Ccomp || _text.Tokens[head].Lemma is "ask" or "question" or "wonder" or "inquire" or "enquire");
            if (_text.Tokens[t].Relation is not (Relation.Xcomp or Relation.Ccomp))
                return false;
            t = head;
        }
        return false;
    }
}
