// Reads one word as an event with its arguments.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Events;

/// <summary>Reads verbs and event nouns of one text with their arguments.</summary>
internal sealed partial class EventReader
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
