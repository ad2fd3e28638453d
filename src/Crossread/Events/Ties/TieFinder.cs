// Finds relations between actors in one report.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events.Actors;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Events.Ties;

/// <summary>
/// Finds who backs, fights, meets, commands whom, who belongs where, who holds a place or an office: from the events of the report
/// and from descriptions (<c>X, backed by Y</c>; <c>X, commander of Y</c>; roles before names).
/// </summary>
public sealed class TieFinder
{
    private const int MostPartners = 6;
    private readonly AnnotatedText _text;
    private readonly ImmutableArray<TimeMention> _times;
    private readonly SentenceTree _tree;
    private readonly ContentIndex _contents;
    private readonly PartyReader _parties;
    private readonly MoodReader _moods;
    private readonly Descriptions _descriptions;
    private readonly SortedDictionary<(int, int, int, TieKind), Tie> _found = [];

    private TieFinder(AnnotatedText text, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements)
    {
        (_text, _times) = (text, times);
        _tree = new SentenceTree(text);
        _contents = new ContentIndex(statements);
        _parties = new PartyReader(text, _tree, names, times, statements, _contents);
        _moods = new MoodReader(text, _tree, statements);
        _descriptions = new Descriptions(text, _tree, _parties);
    }

    /// <summary>All relations, in the order of their words.</summary>
    /// <exception cref="ArgumentNullException">Text or names are missing.</exception>
    public static ImmutableArray<Tie> Find(
        AnnotatedText text, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements, ImmutableArray<Event> events)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        if (text.Tokens.IsEmpty)
            return [];
        TieFinder finder = new(text, names, times, statements);
        foreach (Event found in events)
            finder.OfEvent(found);
        for (int token = 0; token < text.Tokens.Length; token++)
            finder.OfWord(token);
        foreach (Mention mention in names.Mentions)
            finder.OfRole(mention);
        return [.. finder._found.Values];
    }

    private void OfEvent(Event found)
    {
        if (found.Actor is not { } actor || found.Recipient is not { } recipient || found.Hypothetical || KindOf(found) is not { } kind)
            return;
        if (kind == TieKind.Controls && !Placed(recipient))
            return;
        // "flew raids in Sarn" says where, not against whom.
        if (kind is TieKind.Fights or TieKind.Opposes && found.Place is { } place && place == recipient)
            return;
        if (!Party(actor) || !Party(recipient))
            return;
        foreach (TextSpan from in Partners(actor))
        {
            foreach (TextSpan to in Partners(recipient))
                Add(new Tie(kind, from, to, found.Trigger) { Time = found.Time, Statement = found.Statement, Negated = found.Negated, DeniedByFirst = found is { Modality: Modality.Denied, Statement: null }, Momentary = kind is not (TieKind.Backs or TieKind.Controls or TieKind.AlliedWith) });
        }
    }

    private bool Party(TextSpan phrase) => _parties.PhraseTop(phrase) is >= 0 and int head && (_parties.Acts(head) || Placed(phrase));

    private TieKind? KindOf(Event found) => found.Deed switch
    {
        "SUPPORT" when found.Cameo is "051" or "050" && found.Trigger.Cut(_text.Text) is var word && !word.StartsWith("sign", StringComparison.OrdinalIgnoreCase) => TieKind.Backs,
        "AID" => TieKind.Backs,
        "FIGHT" => TieKind.Fights,
        "DISAPPROVE" or "REJECT" or "SANCTION" => TieKind.Opposes,
        "CONSULT" => found.Trigger.Cut(_text.Text).StartsWith("negotiat", StringComparison.OrdinalIgnoreCase) ? TieKind.NegotiatesWith : TieKind.Meets,
        "COOPERATE" => TieKind.AlliedWith,
        "COERCE" when found.Mode == "seize" => TieKind.Controls,
        _ => null,
    };

    private void OfWord(int token)
    {
        Token word = _text.Tokens[token];
        foreach (Descriptions.Told told in _descriptions.Of(token))
            Add(new Tie(told.Kind, told.From, told.To, word.Span) { Statement = _contents.Innermost(word.Span), Negated = _moods.SaysNo(token) });
        if (word.Upos == Upos.VERB)
            OfVerb(token);
        else if (word.Upos is Upos.NOUN or Upos.PROPN && TieWords.Noun(word.Lemma) is { } kind)
            OfNoun(token, kind);
        else if (word.Upos == Upos.ADJ && TieWords.Adjective(word.Lemma) is { } tie && word.Head >= 0 && Under(token, "to", "with") is >= 0 and int other)
            Tie(tie.Kind, tie.Reverse ? other : word.Head, tie.Reverse ? word.Head : other, token);
        if (word.Upos is Upos.PROPN or Upos.NOUN && Under(token, "in") is >= 0 and int place && _parties.KindOf(_text.Tokens[place].Span) == EntityKind.Place && (_parties.Acts(token) || Placed(word.Span)))
            Tie(TieKind.LocatedAt, token, place, token);
    }

    private void OfVerb(int token)
    {
        Token word = _text.Tokens[token];
        bool passive = _tree.Child(token, Relation.NsubjPass) >= 0 || word.Xpos == "VBN" && word.Relation == Relation.Acl;
        int subject = passive ? (_tree.Child(token, Relation.OblAgent) is >= 0 and int agent ? agent : -1) : Subject(token);
        int thing = passive ? (_tree.Child(token, Relation.NsubjPass) is >= 0 and int sufferer ? sufferer : word.Head) : _tree.Child(token, Relation.Obj);
        (bool negated, string? mood, _) = _moods.Read(token);
        if (mood is not (null or "goes on"))
            return;
        if (TieWords.Verb(word.Lemma, null) is { } kind && subject >= 0 && thing >= 0 && (kind != TieKind.Controls || Placed(_text.Tokens[thing].Span)))
            Tie(kind, subject, thing, token, negated);
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation == Relation.Obl && _tree.Child(c, Relation.Case) is >= 0 and int marker && TieWords.Verb(word.Lemma, _text.Tokens[marker].Lemma) is { } bound
                && (passive ? thing : subject) is >= 0 and int from)
            {
                Tie(bound, from, c, token, negated);
            }
        }
    }

    private int Subject(int verb)
    {
        int subject = _tree.Child(verb, Relation.Nsubj);
        if (subject < 0 && _text.Tokens[verb].Relation == Relation.Conj && _text.Tokens[verb].Head >= 0)
            subject = _tree.Child(_text.Tokens[verb].Head, Relation.Nsubj);
        bool relative = subject >= 0 && _text.Tokens[subject].Xpos is "WP" or "WDT";
        return relative && _text.Tokens[verb].Relation == Relation.AclRelcl ? _text.Tokens[verb].Head : relative ? -1 : subject;
    }

    // "X, commander of Y"; "Y's commander X"; "X is the commander of Y".
    private void OfNoun(int token, TieKind kind)
    {
        int holder = Holder(token);
        int whole = Under(token, "of", "for", "in");
        if (whole < 0)
            whole = _tree.Child(token, Relation.NmodPoss);
        for (int c = _tree.FirstChild(token); whole < 0 && c >= 0 && c < token; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is Relation.Compound or Relation.Amod or Relation.NmodDesc && (_parties.Gentile(c) || _parties.KindOf(_text.Tokens[c].Span) is EntityKind.Organisation))
                whole = c;
        }
        if (holder < 0 || whole < 0 || holder == whole)
            return;
        bool negated = _moods.SaysNo(token);
        // Who leads a country holds an office there; who leads people commands them.
        if (kind == TieKind.Commands && Placed(_text.Tokens[whole].Span) || ActorCodes.SectorOf(_text.Tokens[token].Lemma) is "GOV" && _parties.Phrase(token) is not null)
        {
            if (_parties.Phrase(token) is { } office && _parties.Words(holder) is { } person && !office.Overlaps(person))
                Add(new Tie(TieKind.HoldsOffice, person, office, _text.Tokens[token].Span) { Statement = _contents.Innermost(_text.Tokens[token].Span), Negated = negated, Ended = Former(token) });
            // "the president of Sarn" is told whole by the office.
            if (kind == TieKind.Commands || Placed(_text.Tokens[whole].Span))
                return;
        }
        if (kind == TieKind.MemberOf && Placed(_text.Tokens[whole].Span))
            kind = _tree.Child(whole, Relation.Case) is >= 0 and int marker && _tree.Is(marker, "in") ? TieKind.LocatedAt : kind;
        Tie(kind, holder, whole, token, negated, Former(token));
    }

    private int Holder(int noun)
    {
        Token word = _text.Tokens[noun];
        if (word.Relation == Relation.Appos)
            return word.Head;
        if (_tree.Child(noun, Relation.Appos) is >= 0 and int name && _text.Tokens[name].Upos == Upos.PROPN)
            return name;
        if (word.Relation is Relation.NmodDesc or Relation.Compound or Relation.Flat && word.Head >= 0 && _text.Tokens[word.Head].Upos == Upos.PROPN)
            return word.Head;
        return _tree.Child(noun, Relation.Cop) >= 0 ? _tree.Child(noun, Relation.Nsubj) : -1;
    }

    private bool Former(int token)
    {
        for (int c = _tree.FirstChild(token); c >= 0 && c < token; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Lemma is "former" or "ex" or "late" or "ousted" or "deposed" or "then" or "fallen")
                return true;
        }
        return false;
    }

    // The role before a name: "palace spokesman Edvar Tellmark".
    private void OfRole(Mention mention)
    {
        if (mention.Kind != EntityKind.Person || mention.Role is not { } role || role.Overlaps(mention.Span))
            return;
        int first = _text.TokenAt(role.Start), last = _text.TokenAt(role.End - 1);
        if (last >= _text.Tokens.Length || !Enumerable.Range(first, last - first + 1).Any(i => ActorCodes.SectorOf(_text.Tokens[i].Lemma) is not null || TieWords.Noun(_text.Tokens[i].Lemma) is not null))
            return;
        // A rank or an epithet alone is no office.
        if (Enumerable.Range(first, last - first + 1).All(i => ActorCodes.SectorOf(_text.Tokens[i].Lemma) is null or "REB") || first == last && ActorCodes.SectorOf(_text.Tokens[last].Lemma) is "MIL" or "COP" or "REL" or "EDU" or "HLH" or "CVL" or "MED")
            return;
        bool ended = Enumerable.Range(first, last - first + 1).Any(i => _text.Tokens[i].Lemma is "former" or "ex" or "late" or "ousted");
        int? statement = _contents.Innermost(mention.Span);
        Add(new Tie(TieKind.HoldsOffice, mention.Span, role, _text.Tokens[last].Span) { Statement = statement, Ended = ended });
        for (int m = _parties.MentionFrom(role.Start); _parties.Name(m) is { } body && body.Span.Start < role.End; m++)
        {
            if (body.Kind is EntityKind.Organisation or EntityKind.Group && body.Span != mention.Span && role.Contains(body.Span))
                Add(new Tie(TieKind.MemberOf, mention.Span, body.Span, _text.Tokens[last].Span) { Statement = statement, Ended = ended });
        }
    }

    private void Tie(TieKind kind, int from, int to, int trigger, bool negated = false, bool ended = false)
    {
        if (from < 0 || to < 0 || from == to || !(_parties.Acts(from) || Placed(_text.Tokens[from].Span)) || _parties.Timed(to) || _parties.Words(from) is not { } first)
            return;
        TextSpan word = _text.Tokens[trigger].Span;
        foreach (TextSpan other in _parties.Words(to) is { } second ? Partners(second) : [])
            Add(new Tie(kind, first, other, word) { Time = TimeAnchor.Of(_text, _times, trigger), Statement = _contents.Innermost(word), Negated = negated, Ended = ended });
    }

    private void Add(Tie tie)
    {
        if (IsPronoun(tie.From) || IsPronoun(tie.To))
            return; // nobody is told by it
        if (tie.From != tie.To && !tie.From.Contains(tie.To) && !(tie.To.Contains(tie.From) && tie.Kind != TieKind.HoldsOffice))
            _found.TryAdd((tie.Trigger.Start, tie.From.Start, tie.To.Start, tie.Kind), tie);
    }

    private bool IsPronoun(TextSpan phrase) => _text.TokenAt(phrase.Start) is var t && t < _text.Tokens.Length && _text.Tokens[t].Upos == Upos.PRON && _text.Tokens[t].Span == phrase;

    /// <summary>The phrase and the phrases coordinated with it ("Egypt, France and the Emirates").</summary>
    private List<TextSpan> Partners(TextSpan phrase)
    {
        List<TextSpan> all = [phrase];
        int head = _parties.PhraseTop(phrase);
        for (int c = head < 0 ? -1 : _tree.FirstChild(head); c >= 0 && all.Count < MostPartners; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation == Relation.Conj && _parties.Acts(c) && _parties.Phrase(c) is { } partner && !partner.Overlaps(phrase))
                all.Add(partner);
        }
        return all;
    }

    private bool Placed(TextSpan span)
    {
        for (int m = _parties.MentionFrom(span.Start); _parties.Name(m) is { } name && name.Span.Start < span.End; m++)
        {
            if (name.Kind == EntityKind.Place)
                return true;
        }
        int head = _parties.PhraseTop(span);
        return head >= 0 && _text.Tokens[head].Lemma is "city" or "town" or "village" or "port" or "province" or "region" or "district" or "capital" or "country" or "airport" or "base" or "territory" or "island";
    }

    private int Under(int host, params ReadOnlySpan<string> prepositions)
    {
        for (int c = _tree.FirstChild(host); c >= 0; c = _tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation is not (Relation.Obl or Relation.Nmod) || _tree.Child(c, Relation.Case) is not (>= 0 and int marker))
                continue;
            foreach (string preposition in prepositions)
            {
                if (_tree.Is(marker, preposition) && !_parties.Timed(c))
                    return c;
            }
        }
        return -1;
    }
}
