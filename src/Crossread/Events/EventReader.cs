// Reads one word as an event with its arguments.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Events;

/// <summary>Reads verbs and event nouns of one text with their arguments.</summary>
internal sealed class EventReader(AnnotatedText text, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements)
{
    private const int DeepestChain = 4;
    private const int FurthestName = 25;
    private readonly SentenceTree _tree = new(text);
    private readonly ContentIndex _contents = new(statements);

    /// <summary>The event that a word names, or null.</summary>
    internal Event? Read(int token)
    {
        Token word = text.Tokens[token];
        if (Framed(token) is not { } frame || Governed(token))
            return null;
        bool verb = word.Upos == Upos.VERB;
        // A noun under a light verb takes its arguments from there.
        int host = !verb && Host(token) is int light and >= 0 ? light : token;
        bool passive = _tree.Child(host, Relation.NsubjPass) >= 0 || _tree.Child(host, Relation.AuxPass) >= 0 || word.Xpos == "VBN" && word.Relation == Relation.Acl;
        int actor = Actor(host, token, passive);
        int recipient = Recipient(host, token, frame, passive, actor);
        if (actor < 0 && recipient < 0)
            return null;
        if (frame.Type is "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "PROTEST" or "CONCEDE" or "SANCTION" or "DISAPPROVE" && (recipient < 0 || !Named(recipient)))
            recipient = NamedBelow(host, actor) is >= 0 and int party ? party : recipient;
        (bool negated, string? mood) = Mood(host);
        if (host != token && SaysNo(token))
            negated = true;
        return new Event
        {
            Trigger = word.Span,
            Type = Typed(frame.Type, mood, negated),
            Cameo = frame.Cameo,
            Actor = Phrase(actor),
            Recipient = Phrase(recipient),
            Place = Place(host, token),
            Time = TimeAnchor.Of(text, times, host) ?? (host != token ? TimeAnchor.Of(text, times, token) : null),
            Statement = _contents.Innermost(word.Span),
            Negated = negated,
            Hypothetical = mood is not null,
        };
    }

    private Frame? Framed(int token)
    {
        Token word = text.Tokens[token];
        if (word.Upos == Upos.VERB && word.Relation is not (Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed))
        {
            int particle = _tree.Child(token, Relation.CompoundPrt);
            string lemma = particle >= 0 ? $"{word.Lemma}_{text.Tokens[particle].Lemma}" : word.Lemma;
            int thing = _tree.Child(token, Relation.Obj);
            if (thing < 0 && _tree.Child(token, Relation.NsubjPass) is >= 0 and int subject)
                thing = subject;
            if (thing >= 0 && FrameList.OfPair(lemma, text.Tokens[thing].Lemma) is { } pair)
                return pair;
            if (particle < 0 && _tree.Child(token, Relation.Obl) is >= 0 and int oblique && _tree.Child(oblique, Relation.Case) is >= 0 and int preposition
                && FrameList.OfVerb($"{word.Lemma}_{text.Tokens[preposition].Lemma}") is { } bound)
            {
                return bound;
            }
            return FrameList.OfVerb(lemma);
        }
        return word.Upos == Upos.NOUN && word.Relation != Relation.Compound ? FrameList.OfNoun(word.Lemma) : null;
    }

    /// <summary>True if the word only fills another event: what is agreed to, demanded, refused; the noun of a pair.</summary>
    private bool Governed(int token)
    {
        Token word = text.Tokens[token];
        if (word.Head < 0)
            return false;
        if (word.Relation is Relation.Obj or Relation.NsubjPass && text.Tokens[word.Head].Upos == Upos.VERB && FrameList.OfPair(text.Tokens[word.Head].Lemma, word.Lemma) is not null)
            return true;
        int head = word.Head;
        for (int steps = 0; steps < DeepestChain && head >= 0; steps++)
        {
            if (word.Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Conj))
                return false;
            if (Framed(head) is { Type: "AGREE" or "DEMAND" or "REJECT" or "THREATEN" or "CONCEDE" })
                return true;
            word = text.Tokens[head];
            head = word.Head;
        }
        return false;
    }

    private int? Host(int noun)
    {
        Token word = text.Tokens[noun];
        return word.Relation is Relation.Obj or Relation.NsubjPass && word.Head >= 0 && text.Tokens[word.Head].Upos == Upos.VERB && EventWords.IsLight(text.Tokens[word.Head].Lemma) ? word.Head : null;
    }

    private int Actor(int host, int token, bool passive)
    {
        Token word = text.Tokens[host];
        if (word.Upos != Upos.VERB)
        {
            int owner = _tree.Child(token, Relation.NmodPoss);
            return owner >= 0 ? owner : Under(token, "by", "of");
        }
        if (_tree.Child(host, Relation.OblAgent) is >= 0 and int agent)
            return agent;
        if (passive)
            return Under(host, "by");
        int at = host;
        for (int steps = 0; steps < DeepestChain && at >= 0; steps++)
        {
            if (_tree.Child(at, Relation.Nsubj) is >= 0 and int subject)
                return Antecedent(subject, at);
            Token t = text.Tokens[at];
            if (steps > 0 && _tree.Child(at, Relation.NsubjPass) is >= 0 and int made)
                return made;
            if (t.Relation == Relation.Acl && t.Xpos == "VBG" || t.Relation == Relation.AclRelcl)
                return t.Head;
            if (t.Relation is not (Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Parataxis))
                return -1;
            at = t.Head;
        }
        return -1;
    }

    private int Recipient(int host, int token, Frame frame, bool passive, int actor)
    {
        foreach (string role in frame.Recipient)
        {
            int found = role != "obj" ? (Under(host, role) is >= 0 and int one ? one : host != token ? Under(token, role) : -1)
                : passive ? (_tree.Child(host, Relation.NsubjPass) is >= 0 and int subject ? Antecedent(subject, host) : text.Tokens[host].Relation == Relation.Acl ? text.Tokens[host].Head : -1)
                : _tree.Child(host, Relation.Iobj) is >= 0 and int indirect ? indirect : host == token ? _tree.Child(host, Relation.Obj) : -1;
            if (found >= 0 && found != actor && found != token && !Timed(found))
                return found;
        }
        // "rejected demands of Sarn", "lifted the blockade of Bellmar": the recipient stands under the object.
        return _tree.Child(host, Relation.Obj) is >= 0 and int thing && Under(thing, "of", "on", "against", "to", "from") is >= 0 and int owner && owner != actor && !Timed(owner) ? owner : -1;
    }

    private bool Named(int head) => Phrase(head) is { } phrase && MentionFrom(phrase.Start) is >= 0 and int m && names.Mentions[m].Span.Overlaps(phrase);

    /// <summary>Whom a demand, threat or refusal concerns when its object is a thing: the first name in what is demanded, threatened or refused.</summary>
    private int NamedBelow(int host, int actor)
    {
        TextSpan clause = text.SpanOf(host, Math.Min(_tree.Right(host), host + FurthestName));
        TextSpan? own = Phrase(actor);
        for (int m = MentionFrom(clause.Start); m >= 0 && m < names.Mentions.Length && names.Mentions[m].Span.Start < clause.End; m++)
        {
            if (own is { } actors && actors.Overlaps(names.Mentions[m].Span))
                continue;
            // The head of the phrase that holds the name: "28 officials of Sarn", "Ostrelian candidates".
            int head = text.TokenAt(names.Mentions[m].Span.Start);
            while (head < text.Tokens.Length && text.Tokens[head].Relation is Relation.Compound or Relation.Flat or Relation.Amod or Relation.NmodPoss or Relation.NmodDesc && text.Tokens[head].Head > host)
                head = text.Tokens[head].Head;
            return head;
        }
        return -1;
    }

    /// <summary>The first name that ends behind the offset; -1 if there is none.</summary>
    private int MentionFrom(int offset)
    {
        int low = 0, high = names.Mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names.Mentions[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low < names.Mentions.Length ? low : -1;
    }

    private int Under(int host, params ReadOnlySpan<string> prepositions)
    {
        for (int c = _tree.FirstChild(host); c >= 0; c = _tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is not (Relation.Obl or Relation.Nmod or Relation.OblAgent) || _tree.Child(c, Relation.Case) is not (>= 0 and int marker))
                continue;
            foreach (string preposition in prepositions)
            {
                if (_tree.Is(marker, preposition) && !Timed(c))
                    return c;
            }
        }
        return -1;
    }

    private bool Timed(int token)
    {
        TextSpan span = text.Tokens[token].Span;
        int low = 0, high = times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (times[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < times.Length && times[low].Span.Contains(span);
    }

    /// <summary>"who", "which", "that" stand for the noun that the clause hangs on.</summary>
    private int Antecedent(int argument, int verb) =>
        text.Tokens[argument].Xpos is "WP" or "WDT" && text.Tokens[verb].Relation == Relation.AclRelcl && text.Tokens[verb].Head >= 0 ? text.Tokens[verb].Head : argument;

    private bool SaysNo(int token)
    {
        for (int c = _tree.FirstChild(token); c >= 0; c = _tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is Relation.Det or Relation.Advmod or Relation.Case && EventWords.Kind(text.Tokens[c].Lemma) == "negates")
                return true;
        }
        return false;
    }

    private (bool Negated, string? Mood) Mood(int token)
    {
        bool negated = SaysNo(token);
        string? mood = null;
        int at = token;
        for (int steps = 0; steps < DeepestChain && at >= 0; steps++)
        {
            bool infinitive = false;
            for (int c = _tree.FirstChild(at); c >= 0; c = _tree.NextSibling(c))
            {
                Token t = text.Tokens[c];
                infinitive |= t.Relation == Relation.Mark && t.Upos == Upos.PART;
                if (t.Relation is Relation.Aux or Relation.Mark or Relation.Advmod && EventWords.Kind(t.Lemma) is { } kind and not ("negates" or "does"))
                    mood ??= kind;
            }
            Token word = text.Tokens[at];
            if (word.Head < 0 || word.Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Acl or Relation.Csubj))
                break;
            string? above = EventWords.Kind(text.Tokens[word.Head].Lemma);
            negated ^= above == "negates";
            if (infinitive && above != "does" && above != "negates")
                mood ??= above ?? "doubts";
            else if (above is "intends" or "doubts" && word.Relation is Relation.Xcomp or Relation.Ccomp)
                mood ??= above;
            if (word.Relation is not (Relation.Xcomp or Relation.Ccomp))
                break;
            // A statement's own verb says nothing of the mood of what is said.
            if (word.Relation == Relation.Ccomp)
                break;
            at = word.Head;
        }
        return (negated, mood);
    }

    private static string Typed(string type, string? mood, bool negated) => mood switch
    {
        "intends" when negated => "REJECT",
        "intends" when type is "SUPPORT" or "AID" or "COOPERATE" or "CONSULT" or "CONCEDE" => "AGREE",
        "intends" when type is "SANCTION" or "COERCE" or "ASSAULT" or "FIGHT" => "THREATEN",
        "obliges" => "DEMAND",
        _ => type,
    };

    /// <summary>The phrase of a noun without its relative clauses, appositions and coordinated nouns.</summary>
    private TextSpan? Phrase(int head)
    {
        if (head < 0)
            return null;
        int first = head, last = head;
        for (int c = _tree.FirstChild(head); c >= 0; c = _tree.NextSibling(c))
        {
            Relation relation = text.Tokens[c].Relation;
            if (c < head && relation is Relation.Det or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.Flat or Relation.NmodDesc)
                first = Math.Min(first, _tree.Left(c));
            else if (c > head && relation is Relation.Flat or Relation.Compound or Relation.Goeswith or Relation.Fixed || relation == Relation.Nmod && c > head && _tree.Right(c) - head < 8)
                last = Math.Max(last, _tree.Right(c));
        }
        while (first < head && text.Tokens[first].Upos is Upos.PUNCT or Upos.ADP)
            first++;
        return text.SpanOf(Math.Max(0, first), Math.Max(head, last));
    }

    private TextSpan? Place(int host, int token)
    {
        foreach (int at in host == token ? [token] : new[] { host, token })
        {
            for (int c = _tree.FirstChild(at); c >= 0; c = _tree.NextSibling(c))
            {
                if (text.Tokens[c].Relation is Relation.Obl or Relation.Nmod && _tree.Child(c, Relation.Case) is >= 0 and int marker
                    && text.Tokens[marker].Lemma is "in" or "at" or "near" or "into" or "outside" or "around" or "off" or "on" && Placed(text.Tokens[c].Span))
                {
                    return Phrase(c);
                }
            }
        }
        return null;
    }

    private bool Placed(TextSpan span) => MentionFrom(span.Start) is >= 0 and int m && names.Mentions[m].Span.Overlaps(span) && names.Mentions[m].Kind == EntityKind.Place;
}
