// To whom: the recipient of an event.
using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Events;

/// <content>Recipients.</content>
internal sealed partial class ArgumentReader
{
    /// <summary>The head of the recipient, or -1: the first place of the frame where a party stands, else a party inside what stands there, else the thing itself.</summary>
    internal int Recipient(int host, int token, Frame frame, bool paired, int actor)
    {
        int thing = -1;
        // "the council meets at the request of Sarn": the council was asked.
        if (frame.Type == "DEMAND" && host == token && text.Tokens[token] is { Upos: Upos.NOUN, Relation: Relation.Obl, Head: >= 0 } asked && Marked(token, "at", "on") && Subject(asked.Head) is >= 0 and int addressee && parties.Acts(addressee))
            return addressee;
        foreach (string role in frame.Recipient)
        {
            int found = Filler(host, token, role);
            if (found < 0 || found == actor || found == token || parties.Timed(found) || text.Tokens[found].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.ADJ))
                continue;
            // "stepped down from his post"
            if (frame.Mode == "resign" && EventWords.Kind(text.Tokens[found].Lemma) == "posts")
                continue;
            // "seized the airport of Sarn": the thing that is seized, with where it is.
            if (Keeps(frame) && thing >= 0 && parties.KindOf(text.Tokens[found].Span) == EntityKind.Place && parties.Phrase(thing) is { } kept && kept.Contains(text.Tokens[found].Span))
                continue;
            if (parties.Acts(found))
                return Coordinated(found, actor);
            // "met on the strike", "visited with applause": no party stands there.
            if (role is not ("obj" or "whom" or "iobj") && frame.Type == "CONSULT" && parties.Inside(found) < 0)
                continue;
            if (thing < 0 || role != "obj" && parties.Inside(thing) < 0 && parties.Inside(found) >= 0)
                thing = found;
        }
        // What an actor mobilises or withdraws is as a rule his own.
        if (Own(frame) && paired)
            thing = -1;
        else if (thing >= 0 && parties.Inside(thing) is >= 0 and int inside && inside != actor)
            return Keeps(frame) && parties.Phrase(thing) is { } whole && whole.Contains(text.Tokens[inside].Span) ? thing : inside;
        if (frame.Type is "AGREE" or "CONSULT" or "COOPERATE" or "SUPPORT" or "FIGHT" && frame.Recipient[0] is not "whom" && (frame.Type != "SUPPORT" || frame.Recipient[0] is "with") && actor >= 0 && thing < 0 && tree.Child(actor, Relation.Conj) is >= 0 and int partner && parties.Acts(partner))
            return partner;
        if (Own(frame) && paired)
            return Place(host, token) is >= 0 and int where && where != actor ? where : frame.Type == "MOBILIZE" ? NamedBelow(host, actor) : -1;
        if (Object(host) is >= 0 and int obj && obj != actor && obj != token && thing < 0)
            thing = obj;
        if (Object(host) is >= 0 and int owned && parties.Inside(owned) is >= 0 and int owner && owner != actor)
            return owner;
        if (host != token && parties.Inside(token) is >= 0 and int meant && meant != actor)
            return meant;
        if (frame.Type is "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "PROTEST" or "CONCEDE" or "SANCTION" or "DISAPPROVE" or "MOBILIZE" && NamedBelow(host, actor) is >= 0 and int named)
            return named;
        if (frame.Type is "AGREE" or "DEMAND" or "REJECT" or "THREATEN" && tree.Child(host, Relation.Xcomp) is >= 0 and int act && parties.Inside(act, 1) is >= 0 and int done && done != actor)
            return done;
        if (frame.Type is "SANCTION" or "COERCE" or "CONCEDE" or "RETREAT" or "AID" or "FIGHT" or "MOBILIZE" && Place(host, token) is >= 0 and int place && place != actor && !(frame.Type == "FIGHT" && Marked(place, "from")))
            return place;
        // What is promised, demanded, refused, backed or blamed is no party; what is attacked or searched may be all that is told of whose it is.
        if (thing >= 0 && frame.Type is "AGREE" or "DEMAND" or "REJECT" or "SUPPORT" or "CONCEDE" || frame.Mode == "resign")
            return -1;
        return paired && thing >= 0 && text.Tokens[thing].Relation is Relation.Obj or Relation.NsubjPass ? -1 : thing;
    }

    /// <summary>True if the frame is of deeds done to people, and its object is a thing: "killed the deal", "released an album".</summary>
    internal bool Thing(int host, int token, Frame frame) =>
        host == token && frame.Recipient[0] == "whom" && Filler(host, token, "obj") is >= 0 and int whom && !parties.Acts(whom)
        && (parties.Inside(whom) < 0 || !EventWords.IsMeasure(text.Tokens[whom].Lemma) && tree.Child(whom, Relation.Nummod) < 0 && (frame.Type != "ASSAULT" || text.Tokens[whom].Xpos is "NN"));

    /// <summary>Whom a demand, threat or refusal concerns when its object is a thing: the first name in what is demanded, threatened or refused.</summary>
    internal int NamedBelow(int host, int actor)
    {
        TextSpan clause = text.SpanOf(host, Math.Min(tree.Right(host), host + FurthestName));
        TextSpan? own = parties.Phrase(actor);
        for (int m = parties.MentionFrom(clause.Start); parties.Name(m) is { } mention && mention.Span.Start < clause.End; m++)
        {
            TextSpan name = mention.Span;
            if (own is { } actors && actors.Overlaps(name) || mention.Kind == EntityKind.Other)
                continue;
            if (Aside(text.TokenAt(name.Start), host))
                continue;
            // The head of the phrase that holds the name: "28 officials of Sarn", "Ostrelian candidates".
            int head = text.TokenAt(name.Start);
            while (head < text.Tokens.Length && text.Tokens[head].Relation is Relation.Compound or Relation.Flat or Relation.Amod or Relation.NmodDesc && text.Tokens[head].Head > host)
                head = text.Tokens[head].Head;
            return head;
        }
        return -1;
    }

    // "promised help as the water rose in Sarn": a clause beside the promise is no part of it.
    private bool Aside(int token, int host)
    {
        for (int steps = 0; steps < 40 && token >= 0 && token < text.Tokens.Length && token != host; steps++)
        {
            if (text.Tokens[token].Relation == Relation.Obl && Marked(token, "as"))
                return true;
            if (text.Tokens[token].Head == host)
            {
                return text.Tokens[token].Relation is Relation.Conj or Relation.Parataxis or Relation.Nsubj or Relation.Punct
                    || text.Tokens[token].Relation == Relation.Advcl && !(tree.Child(token, Relation.Mark) is >= 0 and int marker && (tree.Is(marker, "to") || tree.Is(marker, "that")));
            }
            token = text.Tokens[token].Head;
        }
        return false;
    }

    private static bool Own(Frame frame) => frame is { Type: "MOBILIZE" } or { Type: "RETREAT", Mode: "withdraw" };

    // The phrase of a thing that is attacked, seized, burnt says where: it is kept whole.
    private static bool Keeps(Frame frame) => frame.Type is "FIGHT" or "COERCE" or "ASSAULT" or "CONSULT";

    // "between Orvane and Sarn": the first is the actor, the second the recipient.
    private int Coordinated(int found, int actor) => found == actor && tree.Child(found, Relation.Conj) is >= 0 and int second ? second : found;

    /// <summary>"the sailors whom the rebels hold", "the sailors the rebels hold": whom a relative clause with a subject of its own is about; else -1.</summary>
    internal int Held(int verb)
    {
        if (text.Tokens[verb] is not { Relation: Relation.AclRelcl, Head: >= 0 } clause || text.Tokens[clause.Head].Upos is not (Upos.NOUN or Upos.PROPN or Upos.NUM) || parties.Timed(clause.Head) || Passive(verb)
            || tree.Child(verb, Relation.Nsubj) is not (>= 0 and int subject) || text.Tokens[subject].Xpos is "WP" or "WDT")
        {
            return -1;
        }
        if (tree.Child(verb, Relation.Obj) is >= 0 and int own)
            return text.Tokens[own].Xpos is "WP" or "WDT" ? clause.Head : -1;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.NextSibling(c))
        {
            // "the town where", "the man with whom", "the town the rebels fled to"
            if (text.Tokens[c].Xpos is "WRB" || text.Tokens[c].Relation is Relation.Xcomp or Relation.Ccomp || text.Tokens[c].Relation == Relation.Obl && (tree.Child(c, Relation.Case) < 0 || text.Tokens[c].Xpos is "WP" or "WDT") && !parties.Timed(c))
                return -1;
        }
        return clause.Head;
    }

    private int Filler(int host, int token, string role) => role switch
    {
        "whom" => Filler(host, token, "obj"),
        "obj" when text.Tokens[host].Upos != Upos.VERB => -1,
        "obj" when Passive(host) => tree.Child(host, Relation.NsubjPass) is >= 0 and int subject ? Antecedent(subject, host) : Suffered(host) is >= 0 and int sufferer ? sufferer : text.Tokens[host].Relation == Relation.Acl ? text.Tokens[host].Head : Shared(host),
        "obj" when host == token && Held(host) is >= 0 and int held => held,
        "obj" => tree.Child(host, Relation.Iobj) is >= 0 and int indirect ? indirect : host == token ? tree.Child(host, Relation.Obj) is >= 0 and int own ? own : Joined(host) : -1,
        "iobj" => tree.Child(host, Relation.Iobj),
        "between" => Under(host, "between") is >= 0 and int pair || Under(token, "between") is >= 0 and int other && (pair = other) >= 0 ? tree.Child(pair, Relation.Conj) is >= 0 and int second ? second : After(pair) is >= 0 and int behind ? behind : pair : -1,
        _ => Under(host, role) is >= 0 and int one ? one : host != token ? Under(token, role) : Object(host) is >= 0 and int thing ? Under(thing, role) is >= 0 and int inner ? inner : role is "to" ? UnderTail(thing) : -1 : -1,
    };

    // "when talks between the union and the council began": the parser may take the second for a subject.
    private int After(int pair)
    {
        int and = tree.Right(pair) + 1;
        if (!tree.Is(and, "and"))
            return -1;
        for (int i = and + 1; i <= and + LongestName && i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Upos is Upos.NOUN or Upos.PROPN && text.Tokens[i].Relation is not (Relation.Compound or Relation.Amod or Relation.NmodPoss or Relation.NmodDesc))
                return parties.Acts(i) ? i : -1;
        }
        return -1;
    }

    // "handed the log of the dam to the council": the parser may hang "to" on any noun of the object.
    private int UnderTail(int thing)
    {
        for (int c = tree.FirstChild(thing); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation == Relation.Nmod && Under(c, "to") is >= 0 and int given && parties.Acts(given))
                return given;
        }
        return -1;
    }

    // "killing or wounding nine": one object for both.
    private int Joined(int verb) => tree.Child(verb, Relation.Conj) is >= 0 and int second && second == verb + 2 && text.Tokens[second].Upos == Upos.VERB ? tree.Child(second, Relation.Obj) : -1;

    // "was seized and burnt": the subject of the first verb; "and 15 wounded": the number.
    private int Shared(int verb) => tree.Child(verb, Relation.Nummod) is >= 0 and int number ? number : text.Tokens[verb].Relation is Relation.Conj or Relation.Xcomp && text.Tokens[verb].Head is >= 0 and int first ? tree.Child(first, Relation.NsubjPass) : -1;
}
