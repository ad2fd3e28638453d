// Reads one word as an event with its arguments.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events.Actors;
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
    private const int WidestBefore = 60;
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
        if (Governed(token) || Saying(token, frame) || OtherSense(token, frame) || !paired && _arguments.Thing(token, token, frame))
            return null;
        if (Vowed(token, frame))
            frame = FrameList.OfVerb("threaten")!;
        int host = Host(token);
        int actor = _arguments.Actor(host, token, frame);
        // "the office was shut on Thursday" tells of a door.
        if (actor < 0 && paired && frame.Type == "COERCE" && EventWords.Kind(word.Lemma) == "shuts")
            return null;
        // "the stoppages of the conveyor" are no protest.
        if (word.Upos == Upos.NOUN && frame.Type == "PROTEST" && actor >= 0 && !_parties.Acts(actor))
        {
            if (_parties.Inside(actor) < 0)
                return null;
            // "in protest of the governor's decision": against it.
            actor = -1;
        }
        int means = -1;
        if (actor >= 0 && Harms(frame) && !_parties.Acts(actor) && !_tree.Is(actor, "it"))
        {
            // "the raid killed three": who made the raid; "a bomb killed three": whoever laid it; "the flood killed three": nobody.
            Frame? cause = Framed(actor);
            if (cause is null && !Violent(actor) && EventWords.Kind(_text.Tokens[actor].Lemma) != "hurled")
                return null;
            if (cause is null && !Doer(actor))
                (means, actor) = (actor, -1);
            else if (cause is not null)
                actor = _arguments.Actor(actor, actor, cause);
        }
        if (actor < 0 && means < 0 && frame is { Type: "ASSAULT" } && _text.Tokens[host].Upos == Upos.VERB && !ViolentSentence(token))
            return null;
        int recipient = _arguments.Recipient(host, token, frame, paired, actor);
        // Talks on a day are told without their parties, too.
        bool dated = actor < 0 && recipient < 0 && word.Upos == Upos.NOUN && frame.Type == "CONSULT" && When(Verb(token), token) is not null;
        if (!dated && !(means >= 0 && recipient >= 0 && frame.Type == "FIGHT") && (actor < 0 && recipient < 0 || !(actor >= 0 && _parties.Acts(actor) || recipient >= 0 && _parties.Acts(recipient) || actor >= 0 && _tree.Is(actor, "it"))))
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
        // Who calls a meeting has not met yet; who no longer rules talks out has refused nobody.
        if (paired && frame.Type == "CONSULT" && EventWords.Kind(word.Lemma) == "convenes")
            mood ??= "intends";
        if (negated && frame.Type == "REJECT" && EventWords.Kind(word.Lemma) == "excludes")
            return null;
        int? statement = Holder(token, host, frame);
        if (recipient >= 0 && frame.Type is "REJECT" or "SUPPORT" or "THREATEN" or "CONSULT" && Deed(recipient))
            recipient = _arguments.NamedBelow(recipient, actor);
        TextSpan? does = _parties.Words(actor), suffers = recipient >= 0 && _parties.Empty(recipient) ? null : _parties.Words(recipient);
        if (does is null && suffers is null && !dated)
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
            return Made(token, above, frame, type, mood, negated, denied, statement, speaker, does ?? suffers, means);
        }
        return Made(token, above, frame, type, mood, negated, denied, statement, does, suffers, means) with { CoActors = _parties.Joined(actor, recipient), CoRecipients = suffers is null ? [] : _parties.Joined(recipient, actor) };
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
            Time = When(host, token),
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
        // The sentences before it may tell of the attack.
        for (int i = sentence.FirstToken - 1, steps = 0; i >= 0 && steps < WidestBefore; i--, steps++)
        {
            if (_text.Tokens[i].Upos is Upos.NOUN or Upos.VERB && Framed(i) is { Type: "FIGHT" })
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
        return word.Upos == Upos.NOUN && word.Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter && word.Head >= 0
            && (_text.Tokens[word.Head].Upos == Upos.VERB || _text.Tokens[word.Head].Upos == Upos.ADJ && EventWords.Kind(_text.Tokens[word.Head].Lemma) == "intends") ? word.Head : noun;
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
        if (_arguments.Held(token) is >= 0 and int held)
            thing = held;
        if (thing >= 0 && Pair(lemma, word.Lemma, thing) is { } pair)
        {
            paired = true;
            // "sent its tanks": one's own.
            if (pair is { Type: "AID", Mode: "military" } && _tree.Child(thing, Relation.NmodPoss) >= 0 && FrameList.OfPair("deploy", _text.Tokens[thing].Lemma) is { } own)
                return own;
            return pair;
        }
        if (particle >= 0)
            return Driven(FrameList.OfBound(word.Lemma, _text.Tokens[particle].Lemma), thing);
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.Obl && !_parties.Timed(c) && _tree.Child(c, Relation.Case) is >= 0 and int preposition
                && FrameList.OfBound(word.Lemma, _text.Tokens[preposition].Lemma) is { } bound)
            {
                return bound;
            }
            if (_text.Tokens[c].Relation is Relation.Advmod && Driven(FrameList.OfBound(word.Lemma, _text.Tokens[c].Lemma), thing) is { } turned)
                return turned;
        }
        // "told the sailors to leave"
        if (_tree.Child(token, Relation.Xcomp) is >= 0 and int act && _tree.Child(act, Relation.Mark) is >= 0 and int to && _tree.Is(to, "to")
            && (_tree.Child(token, Relation.Obj) >= 0 || _tree.Child(token, Relation.Iobj) >= 0 || _tree.Child(token, Relation.NsubjPass) >= 0) && FrameList.OfBound(word.Lemma, "inf") is { } bidding)
        {
            return bidding;
        }
        // "shells hit a bus": a verb that says so only of what is fired.
        if (EventWords.Kind(word.Lemma) == "strikes" && _tree.Child(token, Relation.Obj) >= 0 && _tree.Child(token, Relation.Nsubj) is >= 0 and int missile && !_parties.Acts(missile) && EventWords.Context(_text.Tokens[missile].Lemma) == "military")
            return FrameList.OfVerb("shell");
        return FrameList.OfVerb(word.Lemma) ?? FrameList.OfForm(_text.Form(token));
    }

    // Who pushes somebody back fights; who pushes back speaks.
    private static Frame? Driven(Frame? frame, int thing) => frame is { Type: "FIGHT" } && thing < 0 ? null : frame;

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
        // "obtained what he had offered: the release of nine"
        if (word.Relation == Relation.Appos && _text.Tokens[head].Upos == Upos.VERB && Framed(head) is { Type: "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "CONCEDE" })
            return true;
        int offered = word.Relation == Relation.Appos && _text.Tokens[word.Head].Upos == Upos.VERB ? _tree.Child(word.Head, Relation.Obj) : word.Head;
        if (word.Relation == Relation.Appos && offered >= 0 && _tree.Child(offered, Relation.AclRelcl) is >= 0 and int telling && Framed(telling) is { Type: "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "CONCEDE" })
            return true;
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
            // "has broken the truce and murdered nine": beside it, not under it.
            if (word.Relation != Relation.Conj && Framed(head) is { Type: "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "CONCEDE" })
                return true;
            below = head;
            word = _text.Tokens[head];
            head = word.Head;
        }
        return false;
    }

    // "rejects having opened the gates" denies, "declined to comment" and "talked to the press" say: statements or none, but no deeds.
    private bool Saying(int token, Frame frame)
    {
        if (_text.Tokens[token].Upos != Upos.VERB)
            return false;
        if (frame.Type == "REJECT")
            return token + 1 < _text.Tokens.Length && _tree.Is(token + 1, "having") || _tree.Child(token, Relation.Xcomp) is >= 0 and int act && (EventWords.Kind(_text.Tokens[act].Lemma) == "says"
                // "declined to call them hostages"
                || EventWords.Kind(_text.Tokens[act].Lemma) == "convenes" && _tree.Child(act, Relation.Obj) is >= 0 and int called && _parties.Acts(called));
        return frame.Type == "CONSULT" && EventWords.Kind(_text.Tokens[token].Lemma) == "says" && _arguments.Recipient(token, token, frame, false, -1) is >= 0 and int heard && ActorCodes.SectorOf(_text.Tokens[heard].Lemma) == "MED";
    }

    // "demonstrates that it is strong", "rallied its voters": who protests has no object and no clause.
    private bool OtherSense(int token, Frame frame) => frame.Type == "PROTEST" && _text.Tokens[token].Upos == Upos.VERB && frame.Recipient[^1] == "free"
        && (_tree.Child(token, Relation.Ccomp) >= 0 || _tree.Child(token, Relation.Obj) is >= 0 and int thing && !_parties.Timed(thing));

    // "vowed to attack the port" threatens; "promised to send food" agrees.
    private bool Vowed(int token, Frame frame) => frame is { Type: "AGREE" } && _text.Tokens[token].Upos == Upos.VERB && _tree.Child(token, Relation.Xcomp) is >= 0 and int deed
        && (EventWords.Kind(_text.Tokens[deed].Lemma) == "harms" || Framed(deed) is { Type: "FIGHT" or "ASSAULT" or "SANCTION" or "PROTEST" or "COERCE" });

    // In whose words: the innermost statement; what its speaker himself does, and what a denial takes for granted of somebody ("denied arming the rebels who hold the port"), the report tells.
    private int? Holder(int token, int host, Frame frame)
    {
        if (_arguments.Sayer(host, frame) is >= 0 and int cue)
            return _contents.Innermost(_text.Tokens[cue].Span);
        if (_contents.Innermost(_text.Tokens[token].Span) is not int statement || _statements[statement] is not { Stance: Stance.Denies, Form: StatementForm.Indirect } denial)
            return _contents.Innermost(_text.Tokens[token].Span);
        for (int at = host, steps = 0; steps < DeepestChain && at >= 0; at = _text.Tokens[at].Head, steps++)
        {
            if (_text.Tokens[at] is { Relation: Relation.AclRelcl, Head: >= 0 } clause && _contents.Innermost(_text.Tokens[clause.Head].Span) == statement && _text.Tokens[clause.Head].Span.Start > denial.Content[0].Start)
                return null;
        }
        return statement;
    }

    // The time of the clause; "on Monday she had them arrested" dates the arrest, "on 25 October, when they withdrew" the withdrawal.
    private int? When(int host, int token)
    {
        if ((TimeAnchor.Of(_text, _times, host) ?? (host != token ? TimeAnchor.Of(_text, _times, token) : null)) is int own)
            return own;
        if (_text.Tokens[host] is { Relation: Relation.Xcomp, Head: >= 0 } under && _text.Tokens[under.Head].Lemma == "have")
            return TimeAnchor.Of(_text, _times, under.Head);
        if (_text.Tokens[host].Relation is not (Relation.Advcl or Relation.AclRelcl) || !(_tree.Child(host, Relation.Advmod) is >= 0 and int link && (_tree.Is(link, "when") || _tree.Is(link, "where"))))
            return null;
        int last = link - 1;
        while (last >= 0 && _text.Tokens[last].Upos == Upos.PUNCT)
            last--;
        for (int t = _times.Length - 1; last >= 0 && t >= 0; t--)
        {
            if (_times[t].Span.Contains(_text.Tokens[last].Span))
                return t;
            if (_times[t].Span.End < _text.Tokens[last].Span.Start)
                break;
        }
        return null;
    }

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
