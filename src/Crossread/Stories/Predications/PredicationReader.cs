// Reads the clauses of a report into predications.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Stories.Predications;

/// <summary>Finds who is told to do what to whom in one report, from the dependency trees of Universal Dependencies.</summary>
internal sealed partial class PredicationReader
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
            Broad = named == token && DeedList.IsBroad(lemma),
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
        if (!copular && roles.Subjects.Any(s => _text.Tokens[s.Head].Lemma is "he" or "she" or "I" or "we" or "you" or "who" || _entityAt[s.Head] is >= 0 and var who && _entities[who].Kind == EntityKind.Person))
            return null;
        if (copular)
            return DeedList.OfState(_text.Tokens[token].Lemma);
        if (deed == "stay" && _tree.Child(token, Relation.Xcomp) is >= 0 and var state)
            return DeedList.OfState(_text.Tokens[state].Lemma);
        return deed is null && roles.Objects.IsEmpty ? DeedList.OfState(_text.Tokens[token].Lemma) : null;
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
            if (relation == Relation.Advmod && _text.Tokens[c].Xpos == "WRB" && c < token)
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
        // Nor is "when she met the envoy" what somebody denies who denies having lied then.
        if (_text.Tokens[token].Relation == Relation.Advcl && Marked(token, "as", "while", "after", "before", "because", "since", "although", "though") is not null || IsTimeClause(token))
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
