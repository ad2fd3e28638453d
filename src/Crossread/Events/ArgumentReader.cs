// The arguments of an event: who, to whom, with what, where.
using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Events;

/// <summary>Finds the heads of an event's arguments in the tree.</summary>
internal sealed class ArgumentReader(AnnotatedText text, SentenceTree tree, PartyReader parties)
{
    private const int DeepestChain = 4;
    private const int FurthestName = 25;

    /// <summary>True if the verb is passive.</summary>
    internal bool Passive(int verb) =>
        tree.Child(verb, Relation.AuxPass) >= 0 || tree.Child(verb, Relation.OblAgent) >= 0 || tree.Child(verb, Relation.NsubjPass) >= 0 && tree.Child(verb, Relation.Obj) < 0
        || text.Tokens[verb] is { Xpos: "VBN" } or { Xpos: "VBD", Relation: Relation.Xcomp } && tree.Child(verb, Relation.Aux) < 0 && (text.Tokens[verb].Relation == Relation.Acl && !Finite(verb) || Suffered(verb) >= 0) || Elliptic(verb);

    // "The union, known as the Net, insisted on its demands.": the only verb of a sentence is no participle.
    private bool Finite(int verb) => text.Tokens[verb].Head is >= 0 and int head && text.Tokens[head].Relation == Relation.Root && text.Tokens[verb - 1].Upos == Upos.PUNCT
        && text.Tokens[text.Sentences[text.SentenceOf(verb)].EndToken - 1].Lemma == ".";

    // "had two managers arrested", "treated nine wounded": the subject of a bare participle suffers the deed.
    private int Suffered(int verb)
    {
        Token word = text.Tokens[verb];
        if (word.Relation is not (Relation.Ccomp or Relation.Xcomp or Relation.Obj) || word.Head < 0)
            return -1;
        int subject = tree.Child(verb, Relation.Nsubj);
        if (text.Tokens[word.Head].Lemma == "have")
            return subject >= 0 ? subject : word.Relation == Relation.Xcomp ? tree.Child(word.Head, Relation.Obj) : -1;
        return tree.Child(verb, Relation.Obj) < 0 && subject > word.Head ? subject : -1;
    }

    // "eight were killed and 15 wounded"
    private bool Elliptic(int verb) => text.Tokens[verb] is { Xpos: "VBN" or "VBD", Relation: Relation.Conj, Head: >= 0 } word && tree.Child(word.Head, Relation.NsubjPass) >= 0
        && tree.Child(verb, Relation.Nsubj) < 0 && tree.Child(verb, Relation.Aux) < 0 && tree.Child(verb, Relation.Obj) < 0;

    /// <summary>The head of the actor, or -1.</summary>
    internal int Actor(int host, int token, Frame? frame)
    {
        if (text.Tokens[host].Upos != Upos.VERB)
            return OfNoun(token, frame);
        if (tree.Child(host, Relation.OblAgent) is >= 0 and int agent)
            return agent;
        if (Passive(host))
        {
            // "troops were withdrawn": where the frame has no object the subject acts.
            if (Suffered(host) >= 0)
                return text.Tokens[text.Tokens[host].Head].Lemma == "have" ? tree.Child(text.Tokens[host].Head, Relation.Nsubj) : -1;
            return Under(host, "by") is >= 0 and int by ? by : frame is not null && !frame.Recipient.Contains("obj", StringComparer.Ordinal) && !frame.Recipient.Contains("whom", StringComparer.Ordinal) ? tree.Child(host, Relation.NsubjPass) : -1;
        }
        if (frame is not null && Sayer(host, frame) is >= 0 and int cue)
            return Antecedent(Subject(cue), cue);
        int at = host;
        for (int steps = 0; steps < DeepestChain && at >= 0; steps++)
        {
            if (steps > 0 && at < host && Relative(at, host))
                return -1;
            if (Subject(at) is >= 0 and int subject)
                return parties.Timed(subject) ? -1 : Antecedent(subject, at);
            Token t = text.Tokens[at];
            if (tree.Child(at, Relation.NsubjPass) is >= 0 and int made)
                return Antecedent(made, at);
            // "accused the navy of shelling the port": the accused.
            if (steps == 0 && t is { Relation: Relation.Advcl or Relation.Obl or Relation.Acl or Relation.Nmod, Head: >= 0 } && Accused(at, t.Head) is >= 0 and int accused)
                return accused;
            if (t.Relation == Relation.Acl && (t.Xpos == "VBG" || t.Xpos == "VBN" && Finite(at)) || t.Relation == Relation.AclRelcl)
                return t.Head >= 0 && parties.Timed(t.Head) ? -1 : t.Head;
            // "opened fire to disperse", "goes on with its effort to overthrow": whose the aim is.
            if (t.Relation == Relation.Acl && Marked(at, "to") && text.Tokens[t.Head] is { Relation: Relation.Obj or Relation.Obl, Head: >= 0 } aim && text.Tokens[aim.Head].Upos == Upos.VERB)
            {
                if (tree.Child(t.Head, Relation.NmodPoss) is >= 0 and int owner && !parties.Empty(owner) && parties.Acts(owner))
                    return owner;
                at = aim.Head;
                continue;
            }
            // "vowed to march", "urged the port to reopen": an object of the verb above acts.
            if (steps == 0 && t.Relation is Relation.Xcomp && t.Head >= 0 && tree.Child(t.Head, Relation.Obj) is >= 0 and int told && told < at && parties.Acts(told) && !parties.Empty(told))
                return told;
            // "it is willing": the parser takes such an it for an expletive.
            if (steps > 0 && tree.Child(at, Relation.Expl) is >= 0 and int it)
                return it;
            if (t.Relation is not (Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Parataxis))
                return steps == 0 && t.Xpos is "VBD" or "VBZ" or "VBP" ? Before(host) : -1;
            if (t.Relation == Relation.Conj && Nearer(at, t.Head) is >= 0 and int nearer)
                return Antecedent(Subject(nearer), nearer);
            at = t.Head;
        }
        return -1;
    }

    // "who hold the port, hours after shells hit a bus and killed nine": the verb before the "and" in the other tense's clause.
    private int Nearer(int verb, int head)
    {
        if (head < 0 || text.Tokens[verb].Xpos == text.Tokens[head].Xpos || text.Tokens[verb].Xpos != "VBD")
            return -1;
        for (int c = tree.FirstChild(head); c >= 0 && c < verb; c = tree.NextSibling(c))
        {
            if (text.Tokens[c] is { Relation: Relation.Advcl, Upos: Upos.VERB } && c > head && tree.Right(c) == tree.Left(verb) - 1 && Subject(c) >= 0)
                return c;
        }
        return -1;
    }

    /// <summary>"The union said that nine were dead and accused the port": the verb of saying above, if the parser hung what its speaker does, too, on what he says; else -1.</summary>
    internal int Sayer(int verb, Frame frame)
    {
        if (text.Tokens[verb] is not { Upos: Upos.VERB, Relation: Relation.Conj, Head: >= 0 } word || Subject(verb) >= 0 || tree.Child(verb, Relation.Mark) >= 0
            || frame.Type is not ("DISAPPROVE" or "DEMAND" or "REJECT" or "AGREE" or "THREATEN" or "SUPPORT"))
        {
            return -1;
        }
        Token said = text.Tokens[word.Head];
        return said is { Relation: Relation.Ccomp, Head: >= 0 } && said.Upos != Upos.VERB && text.Tokens[said.Head] is { Upos: Upos.VERB } cue && (cue.Xpos == word.Xpos || word.Xpos == "VBN" && tree.Child(verb, Relation.Aux) < 0) && Subject(said.Head) >= 0 ? said.Head : -1;
    }

    // "the governor was to have met them": the parser sets the subject over the copula.
    private int Subject(int verb) => tree.Child(verb, Relation.Nsubj) is >= 0 and int subject ? subject : tree.Child(verb, Relation.NsubjOuter);

    private int Accused(int deed, int above)
    {
        // "described the rebels as shelling the port": they shell it.
        if (Marked(deed, "as") && text.Tokens[deed].Xpos == "VBG" && text.Tokens[above].Upos == Upos.VERB)
            return tree.Child(above, Passive(above) ? Relation.NsubjPass : Relation.Obj);
        if (!Marked(deed, "of", "for"))
            return -1;
        // "accuses the council of the town of having shelled": the clause may hang on any noun of the phrase.
        while (text.Tokens[above] is { Relation: Relation.Nmod, Head: >= 0 } inner)
            above = inner.Head;
        if (text.Tokens[above].Upos != Upos.VERB)
            return text.Tokens[above].Relation is Relation.Obj or Relation.NsubjPass && text.Tokens[above].Head is >= 0 and int verb && FrameList.OfVerb(text.Tokens[verb].Lemma) is { Type: "DISAPPROVE" } ? above : -1;
        return FrameList.OfVerb(text.Tokens[above].Lemma) is { Type: "DISAPPROVE" } ? tree.Child(above, Passive(above) ? Relation.NsubjPass : Relation.Obj) : -1;
    }

    private bool Marked(int token, params ReadOnlySpan<string> words)
    {
        for (int c = tree.FirstChild(token); c >= 0 && c < token; c = tree.NextSibling(c))
        {
            foreach (string word in words)
            {
                if (text.Tokens[c].Relation is Relation.Mark or Relation.Case && tree.Is(c, word))
                    return true;
            }
        }
        return false;
    }

    // "is not helping the general, the troops of which are marching": the clause of "which" has a subject of its own.
    private bool Relative(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (text.Tokens[i].Xpos is "WDT" or "WP" && tree.Child(i, Relation.Case) >= 0)
                return true;
        }
        return false;
    }

    // A finite verb whose subject the parser hung elsewhere: the first party of the sentence that stands free before the verb.
    private int Before(int verb)
    {
        int first = text.Sentences[text.SentenceOf(verb)].FirstToken;
        // Nothing but its own auxiliaries may stand between them: another clause would have its own subject.
        for (int i = verb - 1; i >= first; i--)
        {
            Token t = text.Tokens[i];
            if (t.Upos is Upos.VERB or Upos.SCONJ || t.Upos == Upos.AUX && t.Head != verb || t.Xpos is "WP" or "WDT" or "WRB" or "WP$")
                first = Math.Max(first, i + 1);
        }
        for (int i = first; i < verb; i++)
        {
            if (text.Tokens[i].Upos is Upos.NOUN or Upos.PROPN && text.Tokens[i].Relation is Relation.Nsubj or Relation.Root or Relation.Dep or Relation.Parataxis or Relation.Nmod or Relation.Obl or Relation.Appos && tree.Child(i, Relation.Case) < 0 && parties.Acts(i) && text.Tokens[i].Relation != Relation.Nsubj)
                return i;
        }
        return -1;
    }

    /// <summary>The head of the recipient, or -1: the first place of the frame where a party stands, else a party inside what stands there, else the thing itself.</summary>
    internal int Recipient(int host, int token, Frame frame, bool paired, int actor)
    {
        int thing = -1;
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

    /// <summary>The head of what it is done with, or -1.</summary>
    internal int Instrument(int host, Frame frame)
    {
        if (frame.Type is not ("ASSAULT" or "FIGHT" or "COERCE" or "PROTEST") || text.Tokens[host].Upos != Upos.VERB)
            return -1;
        int with = Under(host, "with");
        if (with >= 0 && !parties.Acts(with))
            return with;
        for (int c = tree.FirstChild(host); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation == Relation.Advcl && tree.Is(c, "using"))
                return tree.Child(c, Relation.Obj);
        }
        return -1;
    }

    /// <summary>The head of the named place where it happens, or -1.</summary>
    internal int Place(int host, int token)
    {
        foreach (int at in host == token ? [token] : new[] { host, token })
        {
            if (Placed(at) is >= 0 and int found)
                return found;
            if (text.Tokens[at].Upos == Upos.VERB && Object(at) is >= 0 and int thing && (Placed(thing) is >= 0 and int inside || Under(thing, "of") is >= 0 and int of && (inside = Placed(of)) >= 0))
                return inside;
        }
        return -1;
    }

    private int Placed(int at)
    {
        for (int c = tree.FirstChild(at); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is not (Relation.Obl or Relation.Nmod) || tree.Child(c, Relation.Case) is not (>= 0 and int marker)
                || text.Tokens[marker].Lemma is not ("in" or "at" or "near" or "into" or "outside" or "around" or "off" or "on" or "inside" or "from" or "across"))
            {
                continue;
            }
            if (parties.KindOf(text.Tokens[c].Span) == EntityKind.Place)
                return c;
            // "in the town of Sarn", but not "on the demand of Orvane"
            if (text.Tokens[marker].Lemma != "on" && Under(c, "of") is >= 0 and int of && parties.KindOf(text.Tokens[of].Span) == EntityKind.Place)
                return c;
        }
        return -1;
    }

    private int OfNoun(int noun, Frame? frame)
    {
        if (tree.Child(noun, Relation.NmodPoss) is >= 0 and int owner)
            return owner;
        if (Under(noun, "by", "between") is >= 0 and int by)
            return by;
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.NextSibling(c))
        {
            // "Sarn fighting" tells where, if Sarn is no country.
            if (text.Tokens[c].Relation is Relation.Amod or Relation.Compound && parties.Gentile(c) && !(text.Tokens[c].Relation == Relation.Compound && frame is { Type: "FIGHT" or "ASSAULT" or "PROTEST" } && parties.Town(c)))
                return c;
        }
        // "the strike that the federation called", "the stoppage called by the federation"
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is not (Relation.Acl or Relation.AclRelcl) || !EventWords.IsLight(text.Tokens[c].Lemma) && EventWords.Kind(text.Tokens[c].Lemma) != "convenes")
                continue;
            if (tree.Child(c, Relation.OblAgent) is >= 0 and int agent)
                return agent;
            if (tree.Child(c, Relation.Nsubj) is >= 0 and int caller && text.Tokens[caller].Xpos is not ("WDT" or "WP"))
                return caller;
        }
        if (frame is null || !frame.Recipient.Contains("of", StringComparer.Ordinal))
            return Under(noun, "of");
        return -1;
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
        "between" => Under(host, "between") is >= 0 and int pair || Under(token, "between") is >= 0 and int other && (pair = other) >= 0 ? tree.Child(pair, Relation.Conj) is >= 0 and int second ? second : pair : -1,
        _ => Under(host, role) is >= 0 and int one ? one : host != token ? Under(token, role) : Object(host) is >= 0 and int thing ? Under(thing, role) is >= 0 and int inner ? inner : role is "to" ? UnderTail(thing) : -1 : -1,
    };

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

    private int Object(int verb) => text.Tokens[verb].Upos == Upos.VERB && tree.Child(verb, Relation.Obj) is >= 0 and int thing && !parties.Timed(thing) ? thing : -1;

    private int Under(int host, params ReadOnlySpan<string> prepositions)
    {
        for (int c = tree.FirstChild(host); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is not (Relation.Obl or Relation.Nmod or Relation.OblAgent) || tree.Child(c, Relation.Case) is not (>= 0 and int marker))
                continue;
            foreach (string preposition in prepositions)
            {
                if (tree.Is(marker, preposition) && !parties.Timed(c))
                    return c;
            }
        }
        return -1;
    }

    /// <summary>"who", "which", "that" stand for the noun that the clause hangs on.</summary>
    private int Antecedent(int argument, int verb)
    {
        if (text.Tokens[argument].Xpos is not ("WP" or "WDT") && !(tree.Child(argument, Relation.NmodPoss) is >= 0 and int owner && text.Tokens[owner].Xpos == "WP$"))
            return argument;
        if (text.Tokens[verb].Relation == Relation.AclRelcl && text.Tokens[verb].Head >= 0)
        {
            int noun = text.Tokens[verb].Head;
            // "rebels across the globe who attacked": the globe is nobody.
            while (text.Tokens[argument].Xpos == "WP" && text.Tokens[noun] is { Relation: Relation.Nmod, Head: >= 0, Upos: Upos.NOUN } inner && parties.Inanimate(noun))
                noun = inner.Head;
            return noun;
        }
        // The parser hung the clause elsewhere: the noun that stands before the word.
        for (int i = tree.Left(argument) - 1, steps = 0; i >= 0 && steps < 3; i--, steps++)
        {
            if (text.Tokens[i].Upos is Upos.NOUN or Upos.PROPN)
                return text.Tokens[i].Relation is Relation.Flat or Relation.Compound && text.Tokens[i].Head >= 0 ? text.Tokens[i].Head : i;
        }
        return argument;
    }
}
