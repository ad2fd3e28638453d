// Who does it, to what, where: the arguments of a clause, where the tree has them and where it lost them.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;

namespace Crossread.Stories.Predications;

internal sealed partial class PredicationReader
{
    private sealed record Roles(ImmutableArray<Argument> Subjects, ImmutableArray<Argument> Objects, ImmutableArray<Argument> Obliques);

    private Roles Gather(int token, int named, bool copular)
    {
        List<int> subjects = [], objects = [], obliques = [];
        bool passive = IsPassive(token);
        foreach (int host in named == token ? [token] : new[] { token, named })
        {
            for (int c = _tree.FirstChild(host); c >= 0; c = _tree.NextSibling(c))
            {
                switch (_text.Tokens[c].Relation)
                {
                    case Relation.Nsubj or Relation.Csubj or Relation.NsubjOuter when c != named:
                        (passive ? objects : subjects).Add(Antecedent(c, token));
                        break;
                    case Relation.NsubjPass or Relation.CsubjPass when c != named:
                        objects.Add(Antecedent(c, token));
                        break;
                    case Relation.OblAgent:
                    case Relation.Obl when passive && HasCase(c, "by"):
                        subjects.Add(c);
                        break;
                    case Relation.Obj or Relation.Iobj when c != named:
                        objects.Add(Antecedent(c, token));
                        break;
                    case Relation.NmodPoss when host == named && named != token:
                        objects.Add(c);
                        break;
                    case Relation.Nmod or Relation.Obl when named != token && Preposition(c) is "for" or "to" or "of" or "against" or "on" or "with" or "at":
                        // "training to his forces", "gave backing to them": the noun's object stands under a preposition.
                        objects.Add(c);
                        break;
                    case Relation.Obl when c == ParticleObject(token):
                        objects.Add(c);
                        break;
                    case Relation.Obl or Relation.Nmod or Relation.OblUnmarked:
                        obliques.Add(c);
                        break;
                    case Relation.Xcomp or Relation.Ccomp when !copular && objects.Count == 0 && _text.Tokens[c].Upos is not Upos.VERB:
                        objects.Add(c);
                        break;
                }
            }
        }
        Inherit(token, passive, subjects, objects);
        return new Roles(Spread(subjects), Spread(objects), Spread(obliques));
    }

    // What the clause does not say itself it takes from the word that it hangs on: "tried to take", "backed by", "who runs".
    private void Inherit(int token, bool passive, List<int> subjects, List<int> objects)
    {
        Token word = _text.Tokens[token];
        int head = word.Head;
        if (head < 0)
            return;
        if (objects.Count == 0 && GapNoun(token) is >= 0 and var gap)
            objects.Add(gap);
        if (subjects.Count == 0 && !passive && Accused(token) is >= 0 and var accused)
        {
            subjects.Add(accused);
            return;
        }
        switch (word.Relation)
        {
            case Relation.Acl when (passive || word.Xpos == "VBN") && objects.Count == 0:
                objects.Add(head);
                break;
            case Relation.Acl when word.Xpos == "VBG" && subjects.Count == 0:
                subjects.Add(head);
                break;
            case Relation.AclRelcl when subjects.Count == 0 && objects.Count > 0:
                subjects.Add(Named(head));
                break;
            case Relation.AclRelcl when subjects.Count > 0 && objects.Count == 0:
                objects.Add(head);
                break;
            case Relation.Xcomp or Relation.Advcl or Relation.Acl or Relation.Obl when subjects.Count == 0 && !passive && Controller(token, head) is >= 0 and var controller:
                subjects.Add(controller);
                break;
            case Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Parataxis or Relation.Ccomp when subjects.Count == 0 && !passive:
                for (int steps = 0; head >= 0 && steps < 4; steps++)
                {
                    int subject = _tree.Child(head, Relation.Nsubj);
                    if (subject < 0)
                        subject = _tree.Child(head, Relation.NsubjPass);
                    if (subject >= 0)
                    {
                        subjects.Add(Antecedent(subject, head));
                        break;
                    }
                    if (_text.Tokens[head].Relation is not (Relation.Xcomp or Relation.Conj or Relation.Advcl))
                        break;
                    head = _text.Tokens[head].Head;
                }
                break;
        }
    }

    // "accused the firm of hiding it", "urged them to leave": whoever is spoken of does it, not whoever speaks.
    private int Controller(int token, int head)
    {
        int controlled = _tree.Child(head, Relation.Obj);
        if (controlled < 0 || controlled > token || _text.Tokens[head].Lemma is "promise" or "threaten" or "vow")
            return -1;
        bool gerund = _text.Tokens[token].Xpos == "VBG" && (Marked(token, "of") is not null || HasCase(token, "of"));
        return gerund || _text.Tokens[token].Relation == Relation.Xcomp && _text.Tokens[token].Xpos == "VB" ? controlled : -1;
    }

    // "accuses the Council of Dorn of having shelled it": the accused, wherever the tree hangs the gerund; -1 if nobody is.
    private int Accused(int token)
    {
        // "of having opened it": the tree may take "having" for the verb.
        if (_text.Tokens[token] is { Relation: Relation.Xcomp, Head: >= 0 and var having } && _text.Tokens[having] is { Lemma: "have", Xpos: "VBG" })
            token = having;
        bool gerund = (_text.Tokens[token].Xpos == "VBG" || _tree.Child(token, Relation.Aux) is >= 0 and var aux && _text.Tokens[aux].Xpos == "VBG"
            || _tree.Child(token, Relation.Cop) is >= 0 and var cop && _text.Tokens[cop].Xpos == "VBG")
            && (Marked(token, "of") is not null || HasCase(token, "of"));
        int verb = gerund ? _text.Tokens[token].Head : -1;
        for (int steps = 0; verb >= 0 && steps < 4 && _text.Tokens[verb].Upos != Upos.VERB; steps++)
            verb = _text.Tokens[verb].Head;
        if (verb < 0 || _text.Tokens[verb].Lemma is not ("accuse" or "suspect" or "convict" or "acquit"))
            return -1;
        return _tree.Child(verb, IsPassive(verb) ? Relation.NsubjPass : Relation.Obj) is >= 0 and var who && who < token ? who : -1;
    }

    // "the dam upstream that A and B paid for": a clause that ends in its preposition has its noun before it, whatever the tree makes of "that".
    private int GapNoun(int token)
    {
        int mark = _tree.Child(token, Relation.Mark);
        if (mark < 0 || !_tree.Is(mark, "that") || token + 2 >= _text.Tokens.Length || _text.Tokens[token + 1].Upos != Upos.ADP || _text.Tokens[token + 2].Upos != Upos.PUNCT)
            return -1;
        const int furthest = 7;
        for (int t = mark - 1; t >= 0 && t >= mark - furthest && _text.Tokens[t].Upos is not (Upos.PUNCT or Upos.VERB); t--)
        {
            if (_text.Tokens[t].Upos == Upos.NOUN && _tree.Child(t, Relation.Nummod) < 0)
                return t;
        }
        return -1;
    }

    // "who", "which", "that" stand for the noun that the clause hangs on.
    private int Antecedent(int argument, int verb)
    {
        Token pronoun = _text.Tokens[argument];
        for (int v = verb, steps = 0; v >= 0 && steps < 4; v = _text.Tokens[v].Head, steps++)
        {
            if (_text.Tokens[v].Relation == Relation.AclRelcl && _text.Tokens[v].Head >= 0 && pronoun.Xpos is "WP" or "WDT" or "WP$")
                return Named(_text.Tokens[v].Head);
        }
        return argument;
    }

    // "Sarn Power, the company that runs the dam": the name that the noun stands beside.
    private int Named(int noun) =>
        _entityAt[noun] < 0 && _text.Tokens[noun] is { Relation: Relation.Appos, Head: >= 0 and var name } && _entityAt[name] >= 0 ? name : noun;

    private ImmutableArray<Argument> Spread(List<int> heads)
    {
        ImmutableArray<Argument>.Builder spread = ImmutableArray.CreateBuilder<Argument>();
        foreach (int head in heads.Distinct())
        {
            spread.Add(Argue(head));
            bool closed = false;
            for (int c = _tree.FirstChild(head); c >= 0; c = _tree.NextSibling(c))
            {
                if (_text.Tokens[c].Relation == Relation.Conj && _text.Tokens[c].Upos is Upos.NOUN or Upos.PROPN)
                {
                    // "backed by A, B and C, controls D": the "and" closes the list, whatever a wrong tree hangs on it.
                    bool last = _tree.Child(c, Relation.Cc) >= 0;
                    if (!closed || last)
                        spread.Add(Argue(c));
                    closed |= last;
                }
                else if (_text.Tokens[c].Relation == Relation.Nmod && IsAlongWith(c))
                {
                    spread.AddRange(Spread([c]));
                }
            }
        }
        return spread.ToImmutable();
    }

    // "Russia along with the Emirates and Egypt": the phrase widens the list.
    private bool IsAlongWith(int token)
    {
        int along = _tree.Left(token);
        return along >= 0 && (_tree.Is(along, "along") || _tree.Is(along, "together")) && _tree.Is(along + 1, "with");
    }

    private Argument Argue(int head)
    {
        int core = head;
        // "none of the gates", "two of the six gates": the gates are meant.
        if (_text.Tokens[head].Upos is Upos.NUM or Upos.PRON or Upos.DET || _text.Tokens[head].Lemma is "part" or "number" or "some" or "most" or "member")
        {
            for (int c = _tree.FirstChild(head); c >= 0; c = _tree.NextSibling(c))
            {
                if (_text.Tokens[c].Relation == Relation.Nmod && c > head)
                    core = c;
            }
        }
        List<string> keys = [];
        // "the secretary, Ann Lee": the name in apposition says who is meant.
        for (int c = _tree.FirstChild(core); c >= 0 && _entityAt[core] < 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.Appos or Relation.Flat && _entityAt[c] >= 0)
                AddKeys(c, keys);
        }
        AddKeys(core, keys);
        int own = keys.Distinct(StringComparer.Ordinal).Count();
        int left = Math.Min(_tree.Left(head), head), right = Math.Max(_tree.Right(head), head);
        for (int t = left; t <= right && t - left < 60; t++)
        {
            if (t != core && _text.Tokens[t].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON or Upos.ADJ && !InConj(t, head))
                AddKeys(t, keys);
        }
        return new Argument(_text.SpanOf(left, right), core, Preposition(head), [.. keys.Distinct(StringComparer.Ordinal)], own, CoreEnd(head), Place(head));
    }

    // "in Sarn", or the Sarn of "barns in Sarn".
    private string? Place(int head)
    {
        if (IsPlaced(head))
            return _parties.Of(_entityAt[head]);
        for (int c = _tree.FirstChild(head); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation == Relation.Nmod && IsPlaced(c))
                return _parties.Of(_entityAt[c]);
        }
        return null;
    }

    private bool IsPlaced(int noun) =>
        _entityAt[noun] >= 0 && _entities[_entityAt[noun]].Kind == EntityKind.Place && Preposition(noun) is "in" or "at" or "near" or "outside";

    private int CoreEnd(int head)
    {
        int right = head;
        for (int c = _tree.FirstChild(head); c >= 0; c = _tree.NextSibling(c))
        {
            // Gates three and four are not gates three.
            bool counted = _text.Tokens[c].Relation == Relation.Conj && _text.Tokens[c].Upos == Upos.NUM && _text.Tokens[head].Upos == Upos.NUM;
            if (counted || _text.Tokens[c].Relation is not (Relation.Appos or Relation.AclRelcl or Relation.Acl or Relation.Punct or Relation.Parataxis or Relation.Conj or Relation.Cc))
                right = Math.Max(right, _tree.Right(c));
        }
        return _text.Tokens[right].Span.End;
    }

    private string Preposition(int head) =>
        _tree.Child(head, Relation.Case) is >= 0 and var word && word < head ? _text.Tokens[word].Lemma : "";

    private bool InConj(int token, int head)
    {
        for (int t = token, steps = 0; t >= 0 && t != head && steps < 12; t = _text.Tokens[t].Head, steps++)
        {
            if (_text.Tokens[t].Relation == Relation.Conj && _text.Tokens[t].Head == head)
                return true;
        }
        return false;
    }

    private void AddKeys(int token, List<string> keys)
    {
        Token word = _text.Tokens[token];
        if (_entityAt[token] >= 0)
            keys.Add(_parties.Of(_entityAt[token]));
        else if (word.Upos is Upos.NOUN)
            keys.Add("n:" + DeedList.NounFor(word.Lemma));
        else if (word.Upos == Upos.PRON && word.Relation == Relation.Nsubj && word.Lemma is "it" or "they" or "he" or "she" && StandsFor(token) is int entity)
            keys.Add(_parties.Of(entity));
        else if (word.Lemma == "I" && word.Relation == Relation.Nsubj && Speaking(token) is int speaker)
            keys.Add(_parties.Of(speaker));
        else if (word.Lemma == "it" && word.Relation is Relation.NsubjPass && SubjectBefore(token) is { } noun)
            keys.Add(noun);
        else if (word.Upos == Upos.PRON && word.Relation is Relation.Obj or Relation.NsubjPass && !InQuotation(word.Span.Start) && _pronouns.Before(token) is int person)
            keys.Add(_parties.Of(person));
        else if (word.Upos == Upos.ADJ && word.Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass or Relation.Obl)
            keys.Add("n:" + word.Lemma);
        else if (word.Upos is Upos.ADJ or Upos.PROPN && _parties.OfAdjective(word.Span.Cut(_text.Text)) is { } party)
            keys.Add(party);
    }

    private bool InQuotation(int offset) => StatementAt(offset) is int s && _placed.Reading.Statements[s].Form == StatementForm.Direct;

    // Whose words these are, inside of quotation marks.
    private int? Speaking(int token) =>
        StatementAt(_text.Tokens[token].Span.Start) is int s && _placed.Reading.Statements[s] is { Form: StatementForm.Direct, SpeakerEntity: int local } && _placed.EntityOf[local] is >= 0 and var entity ? entity : null;

    private int? StandsFor(int pronoun)
    {
        int verb = _text.Tokens[pronoun].Head;
        Statement? said = StatementAt(_text.Tokens[pronoun].Span.Start) is int s ? _placed.Reading.Statements[s] : null;
        // Further inside a content a pronoun may be anybody.
        return said is not null && (verb < 0 || !Heads(verb, said)) ? null : _pronouns.Subject(pronoun, said);
    }

    // "The dam was finished in 1998. It was paid for by …": the thing that the sentence before is about.
    private string? SubjectBefore(int token)
    {
        int sentence = _text.SentenceOf(token);
        if (sentence == 0)
            return null;
        Sentence before = _text.Sentences[sentence - 1];
        for (int t = before.FirstToken; t < before.EndToken; t++)
        {
            if (_text.Tokens[t].Relation is Relation.Nsubj or Relation.NsubjPass && _text.Tokens[t].Upos == Upos.NOUN && _text.Tokens[t].Head >= 0 && _text.Tokens[_text.Tokens[t].Head].Head < 0)
                return _entityAt[t] >= 0 ? _parties.Of(_entityAt[t]) : "n:" + DeedList.NounFor(_text.Tokens[t].Lemma);
        }
        return null;
    }
}
