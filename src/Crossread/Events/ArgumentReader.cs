// The arguments of an event: who, to whom, with what, where.
using Crossread.Language;
using Crossread.Names;

namespace Crossread.Events;

/// <summary>Finds the heads of an event's arguments in the tree.</summary>
internal sealed partial class ArgumentReader(AnnotatedText text, SentenceTree tree, PartyReader parties)
{
    private const int DeepestChain = 4;
    private const int FurthestName = 25;
    private const int LongestName = 5;

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
        if (subject < 0 && verb > 0 && text.Tokens[verb - 1] is { Upos: Upos.NUM, Relation: Relation.Obj } counted && counted.Head == word.Head)
            return verb - 1;
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
        {
            // "cut short a visit": whoever does anything to a visit of nobody else's pays it.
            return OfNoun(token, frame) is >= 0 and int owner ? owner
                : frame is { Mode: "visit" } && text.Tokens[host] is { Relation: Relation.Obj, Head: >= 0 } visit && text.Tokens[visit.Head].Upos == Upos.VERB ? Actor(visit.Head, visit.Head, null) : -1;
        }
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
            if (Stranded(at) is >= 0 and int stranded)
                return stranded;
            // "accused the navy of shelling the port": the accused.
            if (steps == 0 && t is { Relation: Relation.Advcl or Relation.Obl or Relation.Acl or Relation.Nmod, Head: >= 0 } && Accused(at, t.Head) is >= 0 and int accused)
                return accused;
            // "made a point of praising the governor": whoever made it.
            if (t is { Relation: Relation.Acl, Xpos: "VBG", Head: >= 0 } && Marked(at, "of") && !parties.Acts(t.Head) && text.Tokens[t.Head] is { Relation: Relation.Obj, Head: >= 0 } point)
            {
                at = point.Head;
                continue;
            }
            if (t.Relation == Relation.Acl && (t.Xpos == "VBG" || t.Xpos == "VBN" && Finite(at)) || t.Relation == Relation.AclRelcl)
                return t.Head >= 0 && parties.Timed(t.Head) ? -1 : t.Head;
            // "vowed to confront the general after his attempt to seize the port": he seizes it, wherever the tree hangs that.
            if (steps == 0 && t.Relation is Relation.Advcl or Relation.Acl && Marked(at, "to") && Owner(tree.Left(at) - 1) is >= 0 and int his)
                return his;
            // "opened fire to disperse", "goes on with its effort to overthrow": whose the aim is.
            if (t.Relation == Relation.Acl && Marked(at, "to") && text.Tokens[t.Head] is { Relation: Relation.Obj or Relation.Obl, Head: >= 0 } aim && text.Tokens[aim.Head].Upos == Upos.VERB)
            {
                if (Owner(t.Head) is >= 0 and int owner)
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

    // "who hold the port, hours after shells hit a bus and killed nine", "has praised the general, who left the capital and opened an office":
    // the verb before the "and" in the other tense's clause.
    private int Nearer(int verb, int head)
    {
        if (head < 0 || text.Tokens[verb].Xpos == text.Tokens[head].Xpos || text.Tokens[verb].Xpos != "VBD")
            return -1;
        int end = tree.Left(verb) - 1;
        for (int c = end; c > head; c--)
        {
            if (text.Tokens[c] is { Relation: Relation.Advcl, Upos: Upos.VERB } or { Relation: Relation.AclRelcl, Xpos: "VBD" } && tree.Right(c) == end && Subject(c) >= 0)
                return c;
        }
        return -1;
    }

    // "failed to reach the port, and forces of the council have pushed them back": the parser may take the forces for a second port.
    private int Stranded(int verb)
    {
        if (tree.Child(verb, Relation.Mark) >= 0 || tree.Child(verb, Relation.Aux) is not (>= 0 and int aux) || text.Tokens[aux].Xpos is not ("VBP" or "VBZ" or "VBD" or "MD") || tree.Left(verb) != aux)
            return -1;
        for (int noun = aux - 1; noun >= 0 && text.Tokens[noun].Head >= 0; noun = text.Tokens[noun].Head)
        {
            if (text.Tokens[noun] is { Relation: Relation.Conj, Upos: Upos.NOUN or Upos.PROPN } && tree.Right(noun) == aux - 1 && tree.Child(noun, Relation.Cc) >= 0 && tree.Child(noun, Relation.Case) < 0)
                return parties.Acts(noun) ? noun : -1;
        }
        return -1;
    }

    private int Owner(int noun) => noun >= 0 && text.Tokens[noun].Upos == Upos.NOUN && tree.Child(noun, Relation.NmodPoss) is >= 0 and int owner && !parties.Empty(owner) && parties.Acts(owner) ? owner : -1;

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
            // "the Sarn attack" tells where, "the Sarnian attack" by whom.
            if (text.Tokens[c].Relation is Relation.Amod or Relation.Compound && parties.Gentile(c) && !(text.Tokens[c].Relation == Relation.Compound && frame is { Type: "FIGHT" or "ASSAULT" or "PROTEST" } && parties.Where(c)))
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
