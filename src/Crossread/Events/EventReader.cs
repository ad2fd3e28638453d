// Reads one word as an event with its arguments.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Events;

/// <summary>Reads verbs and event nouns of one text with their arguments.</summary>
internal sealed class EventReader
{
    private const int DeepestChain = 4;
    private const int WidestClause = 40;
    private readonly AnnotatedText _text;
    private readonly ImmutableArray<TimeMention> _times;
    private readonly ImmutableArray<Statement> _statements;
    private readonly SentenceTree _tree;
    private readonly ContentIndex _contents;
    private readonly PartyReader _parties;
    private readonly MoodReader _moods;
    private readonly ArgumentReader _arguments;

    public EventReader(AnnotatedText text, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements)
    {
        (_text, _times, _statements) = (text, times, statements);
        _tree = new SentenceTree(text);
        _contents = new ContentIndex(statements);
        _parties = new PartyReader(text, _tree, names, times, statements, _contents);
        _moods = new MoodReader(text, _tree, statements);
        _arguments = new ArgumentReader(text, _tree, _parties);
    }

    /// <summary>The event that a word names, or null.</summary>
    internal Event? Read(int token)
    {
        Token word = _text.Tokens[token];
        if (word.Upos is not (Upos.VERB or Upos.NOUN))
            return null;
        if (Framed(token, out bool paired) is not { } frame)
            return word.Upos == Upos.VERB ? Bidden(token) : null;
        if (Governed(token) || Denial(token, frame) || !paired && _arguments.Thing(token, token, frame))
            return null;
        int host = Host(token);
        int actor = _arguments.Actor(host, token, frame);
        // "the stoppages of the conveyor" are no protest.
        if (word.Upos == Upos.NOUN && frame.Type == "PROTEST" && actor >= 0 && !_parties.Acts(actor) && _parties.Inside(actor) < 0)
            return null;
        int means = -1;
        if (actor >= 0 && Harms(frame) && !_parties.Acts(actor) && !_tree.Is(actor, "it"))
        {
            // "the raid killed three": who made the raid; "a bomb killed three": whoever laid it; "the flood killed three": nobody.
            Frame? cause = Framed(actor);
            if (cause is null && !Violent(actor))
                return null;
            if (cause is null && !Doer(actor))
                (means, actor) = (actor, -1);
            else if (cause is not null)
                actor = _arguments.Actor(actor, actor, cause);
        }
        if (actor < 0 && frame is { Type: "ASSAULT" } && _text.Tokens[host].Upos == Upos.VERB && !ViolentSentence(token))
            return null;
        int recipient = _arguments.Recipient(host, token, frame, paired, actor);
        if (actor < 0 && recipient < 0 || !(actor >= 0 && _parties.Acts(actor) || recipient >= 0 && _parties.Acts(recipient) || actor >= 0 && _tree.Is(actor, "it")))
            return null;
        // What the report's own author does is no news.
        if (actor >= 0 && _parties.Author(actor) || recipient >= 0 && frame.Type == "CONSULT" && _parties.Author(recipient))
            return null;
        (bool negated, string? mood, bool denied) = _moods.Read(host);
        int above = host == token ? Verb(token) : host;
        if (above != host)
        {
            (bool no, string? more, bool gainsaid) = _moods.Read(above);
            (negated, mood, denied) = (negated ^ no, mood ?? more, denied | gainsaid);
        }
        if (word.Upos == Upos.NOUN && _moods.Over(token) is var over)
            (negated, mood, denied) = (negated ^ over.Negated, mood ?? over.Mood, denied | over.Denied);
        if (host != token && _moods.SaysNo(token))
            negated = true;
        int? statement = _contents.Innermost(word.Span);
        if (recipient >= 0 && frame.Type is "REJECT" or "SUPPORT" or "THREATEN" or "CONSULT" && Deed(recipient))
            recipient = _arguments.NamedBelow(recipient, actor);
        TextSpan? does = _parties.Words(actor), suffers = recipient >= 0 && _parties.Empty(recipient) ? null : _parties.Words(recipient);
        if (does is null && suffers is null)
            return null;
        // "said that it would boycott the talks": what the speaker will do, one tense back.
        if (mood == "doubts" && does is { } self && Speaker(statement) is { } voice && voice.Overlaps(self) && _moods.Would(host))
            mood = "intends";
        string type = frame.Mode == "resign" ? frame.Type : Typed(frame.Type, mood, negated);
        if (type == "DEMAND" && frame.Type != "DEMAND")
        {
            // Who says that somebody must: the one in whose words it stands.
            if (Speaker(statement) is not { } speaker || does is { } doer && doer.Overlaps(speaker))
                return null;
            (does, suffers) = (speaker, does ?? suffers);
        }
        return Made(token, above, frame, type, mood, negated, denied, statement, does, suffers, means);
    }

    /// <summary>What a speaker says that another must do, or that he himself will not do, whatever the verb.</summary>
    private Event? Bidden(int token)
    {
        Token word = _text.Tokens[token];
        if (_contents.Innermost(word.Span) is not int statement || Speaker(statement) is not { } speaker || word.Relation is not (Relation.Ccomp or Relation.Root or Relation.Parataxis or Relation.Conj))
            return null;
        int subject = _tree.Child(token, Relation.Nsubj);
        if (subject < 0 || !_parties.Acts(subject) && !_tree.Is(subject, "it"))
            return null;
        (bool negated, string? mood, _) = _moods.Read(token);
        if (_parties.Words(subject) is not { } doer)
            return null;
        bool self = doer.Overlaps(speaker);
        if (self && mood == "doubts" && _moods.Would(token))
            mood = "intends";
        if (mood == "obliges" && !negated && !self && _text.Tokens[subject].Upos != Upos.PRON)
            return Made(token, token, FrameList.OfVerb("demand")!, "DEMAND", mood, negated, false, statement, speaker, doer);
        if (mood is "intends" && negated && self && _parties.Words(_arguments.NamedBelow(token, subject)) is { } refused)
            return Made(token, token, FrameList.OfVerb("refuse")!, "REJECT", null, false, false, statement, doer, refused);
        return null;
    }

    private Event Made(int token, int host, Frame frame, string type, string? mood, bool negated, bool denied, int? statement, TextSpan? does, TextSpan? suffers, int means = -1)
    {
        Token word = _text.Tokens[token];
        return new Event
        {
            Trigger = word.Span,
            Type = type,
            Deed = frame.Type,
            Cameo = frame.Cameo,
            Mode = frame.Mode,
            Contexts = Contexts(host),
            Actor = does,
            Recipient = suffers is { } s && does is { } d && s == d ? null : suffers,
            Instrument = _parties.Phrase(_arguments.Instrument(host, frame)) ?? _parties.Phrase(means),
            Place = _parties.Phrase(_arguments.Place(host, token)),
            Time = TimeAnchor.Of(_text, _times, host) ?? (host != token ? TimeAnchor.Of(_text, _times, token) : null),
            Statement = statement,
            Negated = negated,
            Modality = _moods.Of(mood, type, negated, denied, statement),
        };
    }

    // Deeds that only people do; a flood or a quake that kills is no event of these types.
    private static bool Harms(Frame frame) => frame.Type is "ASSAULT" or "FIGHT" or "COERCE" or "SANCTION" or "DISAPPROVE" or "DEMAND" or "THREATEN" or "INVESTIGATE";

    // "suicide bombers"
    private bool Doer(int token) => _text.Tokens[token].Lemma.EndsWith("er", StringComparison.Ordinal) || _text.Tokens[token].Lemma.EndsWith("ist", StringComparison.Ordinal);

    private bool Violent(int token)
    {
        if (EventWords.Context(_text.Tokens[token].Lemma) is "military" or "terrorism" or "crime")
            return true;
        for (int c = _tree.FirstChild(token); c >= 0 && c < token; c = _tree.NextSibling(c))
        {
            if (EventWords.Context(_text.Tokens[c].Lemma) is "military" or "terrorism")
                return true;
        }
        return false;
    }

    // "Three were killed" is no deed of anybody unless the sentence tells of violence: in a flood it is not.
    private bool ViolentSentence(int token)
    {
        Sentence sentence = _text.Sentences[_text.SentenceOf(token)];
        for (int i = Math.Max(sentence.FirstToken, token - WidestClause); i < Math.Min(sentence.EndToken, token + WidestClause); i++)
        {
            if (i != token && (Violent(i) || _text.Tokens[i].Upos is Upos.NOUN or Upos.VERB && Framed(i) is { Type: "FIGHT" or "COERCE" }))
                return true;
        }
        return false;
    }

    // "rejected the accusation", "welcomed the release": what is done or told is no party.
    private bool Deed(int token) => _text.Tokens[token].Upos == Upos.NOUN && !_parties.Acts(token) && (FrameList.OfNoun(_text.Tokens[token].Lemma) is not null || EventWords.Kind(_text.Tokens[token].Lemma) == "told");

    // The verb whose subject or object an event noun is: "talks will begin on Monday", "boosted the cooperation".
    private int Verb(int noun)
    {
        Token word = _text.Tokens[noun];
        return word.Upos == Upos.NOUN && word.Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass && word.Head >= 0 && _text.Tokens[word.Head].Upos == Upos.VERB ? word.Head : noun;
    }

    private TextSpan? Speaker(int? statement) => statement is int s ? _statements[s].Speaker : null;

    private Frame? Framed(int token) => Framed(token, out _);

    private Frame? Framed(int token, out bool paired)
    {
        paired = false;
        Token word = _text.Tokens[token];
        if (word.Upos == Upos.NOUN)
            return word.Relation != Relation.Compound ? FrameList.OfNoun(word.Lemma) : null;
        if (word.Relation is Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed)
            return null;
        int particle = _tree.Child(token, Relation.CompoundPrt);
        string lemma = particle >= 0 ? $"{word.Lemma}_{_text.Tokens[particle].Lemma}" : word.Lemma;
        int thing = _tree.Child(token, Relation.Obj);
        if (thing < 0 && _tree.Child(token, Relation.NsubjPass) is >= 0 and int subject)
            thing = subject;
        if (thing >= 0 && Pair(lemma, word.Lemma, thing) is { } pair)
        {
            paired = true;
            // "sent its tanks": one's own.
            if (pair is { Type: "AID", Mode: "military" } && _tree.Child(thing, Relation.NmodPoss) >= 0 && FrameList.OfPair("deploy", _text.Tokens[thing].Lemma) is { } own)
                return own;
            return pair;
        }
        if (particle >= 0)
            return FrameList.OfBound(word.Lemma, _text.Tokens[particle].Lemma);
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.Obl && _tree.Child(c, Relation.Case) is >= 0 and int preposition
                && FrameList.OfBound(word.Lemma, _text.Tokens[preposition].Lemma) is { } bound)
            {
                return bound;
            }
            if (_text.Tokens[c].Relation is Relation.Advmod && FrameList.OfBound(word.Lemma, _text.Tokens[c].Lemma) is { } turned)
                return turned;
        }
        return FrameList.OfVerb(word.Lemma) ?? FrameList.OfForm(_text.Form(token));
    }

    // "resume talks", "send 500 tons of food": the noun of a pair is the object, a noun coordinated with it, or what its measure is of.
    private Frame? Pair(string lemma, string bare, int thing)
    {
        if (FrameList.OfPair(lemma, _text.Tokens[thing].Lemma) is { } pair || lemma != bare && (pair = FrameList.OfPair(bare, _text.Tokens[thing].Lemma)) is not null)
            return pair;
        bool amount = EventWords.IsMeasure(_text.Tokens[thing].Lemma);
        for (int c = _tree.FirstChild(thing); c >= 0; c = _tree.NextSibling(c))
        {
            bool measured = amount && _text.Tokens[c].Relation is Relation.Nmod && _tree.Child(c, Relation.Case) is >= 0 and int of && _tree.Is(of, "of");
            if ((measured || _text.Tokens[c].Relation is Relation.Conj or Relation.Nummod) && FrameList.OfPair(lemma, _text.Tokens[c].Lemma) is { } inner)
                return inner;
        }
        return null;
    }

    /// <summary>True if the word only fills another event: what is agreed to, demanded, refused; the noun of a pair.</summary>
    private bool Governed(int token)
    {
        Token word = _text.Tokens[token];
        if (word.Head < 0)
            return false;
        if (word.Relation is Relation.Obj or Relation.NsubjPass && _text.Tokens[word.Head].Upos == Upos.VERB && Pair(_text.Tokens[word.Head].Lemma, _text.Tokens[word.Head].Lemma, token) is not null)
            return true;
        int head = word.Head, below = token;
        // "a state of siege": the noun inside the noun of a pair.
        if (word.Relation == Relation.Nmod && _text.Tokens[head] is { Relation: Relation.Obj or Relation.NsubjPass, Head: >= 0 } outer && _text.Tokens[outer.Head].Upos == Upos.VERB
            && Pair(_text.Tokens[outer.Head].Lemma, _text.Tokens[outer.Head].Lemma, head) is not null && _tree.Child(token, Relation.Case) is >= 0 and int of && _tree.Is(of, "of"))
        {
            return true;
        }
        for (int steps = 0; steps < DeepestChain && head >= 0; steps++)
        {
            bool clause = word.Relation is Relation.Acl && _text.Tokens[head].Upos == Upos.NOUN;
            clause |= word.Relation == Relation.Advcl && _tree.Child(below, Relation.Mark) is >= 0 and int marker && _tree.Is(marker, "to") && Framed(head) is { Type: "THREATEN" or "AGREE" or "REJECT" };
            if (!clause && word.Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Conj))
                return false;
            if (Framed(head) is { Type: "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "CONCEDE" })
                return true;
            below = head;
            word = _text.Tokens[head];
            head = word.Head;
        }
        return false;
    }

    // "rejects having opened the gates": a denial, which is a statement and no refusal.
    private bool Denial(int token, Frame frame) =>
        frame.Type == "REJECT" && _text.Tokens[token].Upos == Upos.VERB && token + 1 < _text.Tokens.Length && _tree.Is(token + 1, "having");

    // A noun under a light verb takes its arguments from there: "launched an attack", "arrived for talks".
    private int Host(int token)
    {
        Token word = _text.Tokens[token];
        if (word.Upos != Upos.NOUN || word.Head < 0 || _text.Tokens[word.Head].Upos != Upos.VERB)
            return token;
        bool thing = word.Relation is Relation.Obj or Relation.NsubjPass;
        bool aim = word.Relation is Relation.Obl && _tree.Child(token, Relation.Case) is >= 0 and int marker && _text.Tokens[marker].Lemma is "on" or "for" or "in" && _parties.Words(_arguments.Actor(token, token, null)) is null;
        return thing && EventWords.IsLight(_text.Tokens[word.Head].Lemma) || aim && EventWords.IsMotion(_text.Tokens[word.Head].Lemma) ? word.Head : token;
    }

    private static string Typed(string type, string? mood, bool negated) => mood switch
    {
        "intends" when negated => "REJECT",
        "intends" when type is "SUPPORT" or "AID" or "COOPERATE" or "CONSULT" or "CONCEDE" or "RETREAT" => "AGREE",
        "intends" when type is "SANCTION" or "COERCE" or "ASSAULT" or "FIGHT" or "PROTEST" => "THREATEN",
        "obliges" when !negated => "DEMAND",
        _ => type,
    };

    private ImmutableArray<string> Contexts(int host)
    {
        SortedSet<string>? found = null;
        int last = Math.Min(_tree.Right(host), host + WidestClause);
        for (int i = Math.Max(_tree.Left(host), host - WidestClause); i <= last; i++)
        {
            if (_text.Tokens[i].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN && EventWords.Context(_text.Tokens[i].Lemma) is { } context)
                (found ??= new SortedSet<string>(StringComparer.Ordinal)).Add(context);
        }
        return found is null ? [] : [.. found];
    }
}
