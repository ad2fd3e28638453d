// Reads the clauses of a report into predications.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Stories.Predications;

/// <summary>Finds who is told to do what to whom in one report, from the dependency trees of Universal Dependencies.</summary>
internal sealed class PredicationReader
{
    private readonly int _report;
    private readonly StoryReport _placed;
    private readonly AnnotatedText _text;
    private readonly SentenceTree _tree;
    private readonly Parties _parties;
    private readonly int[] _entityAt;
    private readonly int[] _statementAt;
    private readonly ImmutableArray<Entity> _entities;
    private readonly PronounReader _pronouns;

    private PredicationReader(int report, StoryReport placed, Parties parties, ImmutableArray<Entity> entities)
    {
        _report = report;
        _placed = placed;
        _text = placed.Reading.Words;
        _tree = new SentenceTree(_text);
        _parties = parties;
        _entities = entities;
        _entityAt = EntitiesByToken(placed);
        _statementAt = StatementsByToken(placed.Reading);
        _pronouns = new PronounReader(placed, _tree, entities, _entityAt);
    }

    /// <summary>All predications of a report in the order of the text.</summary>
    public static ImmutableArray<Predication> Read(int report, StoryReport placed, Parties parties, ImmutableArray<Entity> entities)
    {
        PredicationReader reader = new(report, placed, parties, entities);
        ImmutableArray<Predication>.Builder found = ImmutableArray.CreateBuilder<Predication>();
        for (int token = 0; token < reader._text.Tokens.Length; token++)
        {
            if (reader.Read(token) is { } predication)
                found.Add(predication);
        }
        return found.ToImmutable();
    }

    private Predication? Read(int token)
    {
        Token word = _text.Tokens[token];
        bool copular = word.Upos is not Upos.VERB && _tree.Child(token, Relation.Cop) >= 0;
        if (MistakenGerund(token) is { } gerund)
            return gerund;
        if (word.Upos is not Upos.VERB && !copular || word.Relation is Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed)
            return null;
        string lemma = WithParticle(token);
        string? deed = copular ? "be" : DeedList.OfVerb(lemma);
        int named = token;
        if (!copular && DeedList.IsLight(word.Lemma) && EventNoun(token) is var (noun, nounDeed))
        {
            named = noun;
            deed = nounDeed;
        }
        Roles roles = Gather(token, named, copular);
        if (Existing(token) is >= 0 and var existing)
        {
            // "there were guns in the village": that a thing exists is told of the thing.
            deed = "exist";
            roles = roles with { Objects = Spread([existing]), Subjects = [] };
        }
        (bool negated, bool conditional, bool unreal) = Mood(token, roles);
        negated ^= named != token && SaysNone(named);
        bool listed = deed is not null && !copular;
        if (State(token, copular, deed, roles) is var (told, done))
        {
            (deed, listed, negated) = (told, true, negated ^ !done);
            roles = roles with { Objects = roles.Subjects, Subjects = [] };
        }
        TextSpan span = ClauseSpan(token);
        int? statement = StatementAt(word.Span.Start);
        return new Predication
        {
            Report = _report,
            Token = token,
            Deed = deed ?? lemma,
            Listed = listed,
            Span = span,
            Core = CoreSpan(token, span, roles),
            Subjects = roles.Subjects,
            Objects = roles.Objects,
            Obliques = roles.Obliques,
            Negated = negated,
            Conditional = conditional,
            Unreal = unreal,
            Question = AsksWhether(token),
            Statement = statement,
            HeadsStatement = statement is int s && Heads(token, _placed.Reading.Statements[s]),
            Time = TimeAnchor.Of(_text, _placed.Reading.Times, token),
        };
    }

    // "accused the ministry of hiding bodies", read as bodies that hide: behind "of" under an accusing verb it is what somebody is accused of.
    private Predication? MistakenGerund(int token)
    {
        Token word = _text.Tokens[token];
        if (word.Relation is not (Relation.Amod or Relation.Compound) || word.Head < token || !_tree.Is(token - 1, "of") || GerundOf(token) is not { } deed)
            return null;
        int accuser = _text.Tokens[word.Head].Head, accused = -1;
        for (int steps = 0; accuser >= 0 && steps < 3 && _text.Tokens[accuser].Upos != Upos.VERB; steps++)
            (accused, accuser) = (accuser, _text.Tokens[accuser].Head);
        if (accuser < 0 || _text.Tokens[accuser].Lemma is not ("accuse" or "suspect"))
            return null;
        if (accused < 0)
            accused = _tree.Child(accuser, Relation.Obj);
        TextSpan span = _text.SpanOf(token, Math.Max(token, _tree.Right(word.Head)));
        TextSpan core = _text.SpanOf(token, word.Head);
        int? statement = StatementAt(word.Span.Start);
        return new Predication
        {
            Report = _report,
            Token = token,
            Deed = deed,
            Listed = true,
            Span = span,
            Core = core,
            Subjects = accused >= 0 && accused < token ? [Argue(accused)] : [],
            Objects = [Argue(word.Head)],
            Statement = statement,
            HeadsStatement = statement is not null,
            Time = TimeAnchor.Of(_text, _placed.Reading.Times, accuser),
        };
    }

    private string? GerundOf(int token)
    {
        string form = _text.Form(token).ToString().ToLowerInvariant();
        if (form.Length < 6 || !form.EndsWith("ing", StringComparison.Ordinal))
            return null;
        string stem = form[..^3];
        return DeedList.OfVerb(stem) ?? DeedList.OfVerb(stem + "e") ?? (stem[^1] == stem[^2] ? DeedList.OfVerb(stem[..^1]) : null);
    }

    // "the alarm was working", "the gates stayed shut": a state tells that a deed was done to the thing, or that it was not.
    private (string Deed, bool Done)? State(int token, bool copular, string? deed, Roles roles)
    {
        // "she was working for the firm" tells nothing of a pump.
        if (!copular && roles.Subjects.Any(s => _text.Tokens[s.Head].Lemma is "he" or "she" or "i" or "we" or "you" or "who" || _entityAt[s.Head] is >= 0 and var who && _entities[who].Kind == EntityKind.Person))
            return null;
        if (copular)
            return DeedList.OfState(_text.Tokens[token].Lemma);
        if (deed == "stay" && _tree.Child(token, Relation.Xcomp) is >= 0 and var state)
            return DeedList.OfState(_text.Tokens[state].Lemma);
        return deed is null && roles.Objects.IsEmpty ? DeedList.OfState(_text.Tokens[token].Lemma) : null;
    }

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
        bool gerund = (_text.Tokens[token].Xpos == "VBG" || _tree.Child(token, Relation.Aux) is >= 0 and var aux && _text.Tokens[aux].Xpos == "VBG")
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
        int own = keys.Count;
        int left = Math.Min(_tree.Left(head), head), right = Math.Max(_tree.Right(head), head);
        for (int t = left; t <= right && t - left < 60; t++)
        {
            if (t != core && _text.Tokens[t].Upos is Upos.PROPN or Upos.NOUN or Upos.PRON or Upos.ADJ && !InConj(t, head))
                AddKeys(t, keys);
        }
        return new Argument(_text.SpanOf(left, right), core, Preposition(head), [.. keys.Distinct(StringComparer.Ordinal)], own, CoreEnd(head));
    }

    private int CoreEnd(int head)
    {
        int right = head;
        for (int c = _tree.FirstChild(head); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is not (Relation.Appos or Relation.AclRelcl or Relation.Acl or Relation.Punct or Relation.Parataxis or Relation.Conj or Relation.Cc))
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
            // "not only killed the guard": that too.
            if (child.Relation is Relation.Advmod or Relation.Det or Relation.CcPreconj && child.Lemma is "not" or "n't" or "never" or "neither" or "nor" && !(c + 1 < _text.Tokens.Length && _text.Tokens[c + 1].Lemma is "only" or "just" or "merely" or "simply"))
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
        && (_text.Tokens[token].Lemma is "none" or "nobody" or "nothing" or "no" || _tree.Child(token, Relation.Det) is >= 0 and var det && _text.Tokens[det].Lemma == "no");

    private string? Marked(int clause, params string[] words)
    {
        int mark = _tree.Child(clause, Relation.Mark);
        return mark >= 0 && words.Contains(_text.Tokens[mark].Lemma) ? _text.Tokens[mark].Lemma : null;
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

    // What there is, of "there is …": a tree may take it for an object, and the speaker behind the clause for its subject; -1 for any other clause.
    private int Existing(int token)
    {
        if (_text.Tokens[token].Lemma != "be" || _tree.Child(token, Relation.Expl) < 0)
            return -1;
        return _tree.Child(token, Relation.Obj) is >= 0 and var thing ? thing : _tree.Child(token, Relation.Nsubj);
    }

    private string WithParticle(int token)
    {
        // "had fired from the hill", "fired live rounds" is shooting; "fired the minister" is not.
        if (_text.Tokens[token].Lemma == "fire" && _tree.Child(token, Relation.CompoundPrt) < 0 && ParticleObject(token) < 0
            && (IsPassive(token) ? _tree.Child(token, Relation.NsubjPass) : _tree.Child(token, Relation.Obj)) is var shot && (shot < 0 ? !IsPassive(token) : DeedList.OfNoun(_text.Tokens[shot].Lemma) == "shoot"))
        {
            return "open_fire";
        }
        int particle = _tree.Child(token, Relation.CompoundPrt);
        string lemma = _text.Tokens[token].Lemma;
        if (particle >= 0)
            return lemma + "_" + _text.Tokens[particle].Lemma;
        bool adverb = token + 1 < _text.Tokens.Length && _text.Tokens[token + 1] is { Relation: Relation.Advmod, Head: var over } && over == token
            && DeedList.OfVerb($"{lemma}_{_text.Tokens[token + 1].Lemma}") is not null;
        if (adverb || ParticleObject(token) >= 0)
            return lemma + "_" + _text.Tokens[token + 1].Lemma;
        if (lemma == "take" && _tree.Child(token, Relation.Obj) is >= 0 and var obj && _text.Tokens[obj].Lemma is "part" or "control")
            return "take_" + _text.Tokens[obj].Lemma;
        return lemma;
    }

    // "switched off the alarm", read as "switched (off the alarm)": the object that a listed verb with that particle has, or -1.
    private int ParticleObject(int token)
    {
        if (token + 1 >= _text.Tokens.Length || _text.Tokens[token + 1] is not { Relation: Relation.Case, Head: >= 0 and var noun } || _text.Tokens[noun].Head != token
            || DeedList.OfVerb($"{_text.Tokens[token].Lemma}_{_text.Tokens[token + 1].Lemma}") is null)
        {
            return -1;
        }
        return noun;
    }

    private (int Noun, string Deed)? EventNoun(int token)
    {
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            bool carried = _text.Tokens[c].Relation is Relation.Obj or Relation.NsubjPass
                || _text.Tokens[c].Relation is Relation.Nsubj && _text.Tokens[token].Lemma is "reach" or "arrive" or "come";
            if (carried && DeedList.OfNoun(_text.Tokens[c].Lemma) is { } deed)
                return (c, deed);
        }
        return null;
    }

    private TextSpan ClauseSpan(int token)
    {
        // The words of the clause without the clauses that hang on it by coordination or apposition.
        int left = token, right = token;
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.Conj or Relation.Parataxis or Relation.Punct or Relation.Cc or Relation.Discourse or Relation.Mark)
                continue;
            left = Math.Min(left, _tree.Left(c));
            right = Math.Max(right, _tree.Right(c));
        }
        return _text.SpanOf(left, right);
    }

    private TextSpan CoreSpan(int token, TextSpan clause, Roles roles)
    {
        int start = _text.Tokens[token].Span.Start, end = _text.Tokens[token].Span.End;
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            Relation relation = _text.Tokens[c].Relation;
            if (relation is Relation.Conj or Relation.Parataxis or Relation.Punct or Relation.Cc or Relation.Discourse or Relation.Mark or Relation.Advcl or Relation.AclRelcl or Relation.Appos)
                continue;
            start = Math.Min(start, _text.Tokens[_tree.Left(c)].Span.Start);
            end = Math.Max(end, relation is Relation.Xcomp or Relation.Ccomp ? _text.Tokens[_tree.Right(c)].Span.End : CoreEnd(c));
        }
        foreach (Argument argument in roles.Subjects.Concat(roles.Objects))
        {
            if (argument.Span.Start >= clause.Start && argument.CoreEnd <= clause.End)
                end = Math.Max(end, argument.CoreEnd);
        }
        return new TextSpan(start, end);
    }

    private int? StatementAt(int offset) =>
        _text.TokenAt(offset) is var token && token < _statementAt.Length && _statementAt[token] is >= 0 and var found ? found : null;

    // For each word the statement in whose shortest stretch it stands, or -1.
    private static int[] StatementsByToken(Reading reading)
    {
        int[] statementAt = new int[reading.Words.Tokens.Length];
        int[] length = new int[statementAt.Length];
        Array.Fill(statementAt, -1);
        Array.Fill(length, int.MaxValue);
        for (int s = 0; s < reading.Statements.Length; s++)
        {
            foreach (TextSpan content in reading.Statements[s].Content)
            {
                for (int t = reading.Words.TokenAt(content.Start); t < statementAt.Length && reading.Words.Tokens[t].Span.Start < content.End; t++)
                {
                    if (reading.Words.Tokens[t].Span.Start >= content.Start && content.Length < length[t])
                        (statementAt[t], length[t]) = (s, content.Length);
                }
            }
        }
        return statementAt;
    }

    private bool Heads(int token, Statement statement)
    {
        int head = _text.Tokens[token].Head;
        // "denied that it was off, as a union counted the dead": the second clause is nobody's content, wherever the tree hangs it.
        if (_text.Tokens[token].Relation == Relation.Advcl && Marked(token, "as", "while", "after", "before", "when", "because", "since", "although", "though") is not null)
            return false;
        // "denied reports that it was to be sold": what the reports say is denied.
        if (head >= 0 && _text.Tokens[token].Relation is Relation.Acl or Relation.Ccomp or Relation.AclRelcl && DeedList.IsTelling(_text.Tokens[head].Lemma))
            head = _text.Tokens[head].Head;
        return head < 0 || !statement.Content.Any(c => c.Contains(_text.Tokens[head].Span.Start));
    }

    private static int[] EntitiesByToken(StoryReport placed)
    {
        AnnotatedText text = placed.Reading.Words;
        int[] at = new int[text.Tokens.Length];
        Array.Fill(at, -1);
        void Mark(TextSpan span, int local)
        {
            for (int t = text.TokenAt(span.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < span.End; t++)
            {
                if (at[t] < 0)
                    at[t] = placed.EntityOf[local];
            }
        }
        ReportNames names = placed.Reading.Names;
        for (int m = 0; m < names.Mentions.Length; m++)
            Mark(names.Mentions[m].Span, names.EntityOf[m]);
        foreach (Reference reference in names.References)
        {
            // A description's head word alone stands for the entity; its other words are its own.
            int last = text.TokenAt(Math.Max(reference.Span.Start, reference.Span.End - 1));
            if (last < text.Tokens.Length && at[last] < 0)
                at[last] = placed.EntityOf[reference.Entity];
        }
        return at;
    }
}
