// Which frame a word has, and when it has none of its own.
using Crossread.Events.Actors;
using Crossread.Language;
using Crossread.Names.Finding;

namespace Crossread.Events;

/// <content>The frame of a word.</content>
internal sealed partial class EventReader
{
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
            // "called the night a win for Sarn" calls for nothing.
            if (_text.Tokens[c].Relation is Relation.Obl && !_parties.Timed(c) && !(thing >= 0 && EventWords.Kind(word.Lemma) == "convenes") && _tree.Child(c, Relation.Case) is >= 0 and int preposition
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
        {
            if (token + 1 < _text.Tokens.Length && _tree.Is(token + 1, "having"))
                return true;
            // "rejected the accusation"
            if (EventWords.Kind(_text.Tokens[token].Lemma) == "gainsays" && (_tree.Child(token, Relation.Obj) is >= 0 and int thing ? thing : _tree.Child(token, Relation.NsubjPass)) is >= 0 and int told && EventWords.Kind(_text.Tokens[told].Lemma) == "told")
                return true;
            // "declined to call them hostages" keeps silent, too; "declined to call a meeting" refuses.
            return _tree.Child(token, Relation.Xcomp) is >= 0 and int act && (EventWords.Kind(_text.Tokens[act].Lemma) == "says"
                || EventWords.Kind(_text.Tokens[act].Lemma) == "convenes" && _tree.Child(act, Relation.Obj) is >= 0 and int called && _parties.Acts(called));
        }
        return frame.Type == "CONSULT" && EventWords.Kind(_text.Tokens[token].Lemma) == "says" && _arguments.Recipient(token, token, frame, false, -1) is >= 0 and int heard && ActorCodes.SectorOf(_text.Tokens[heard].Lemma) == "MED";
    }

    // "attacked the policy of the governor" is said, not done; "demonstrates that it is strong", "rallied its voters": who protests has no object and no clause.
    private bool OtherSense(int token, Frame frame) => frame.Type == "FIGHT" && _text.Tokens[token].Upos == Upos.VERB && FrameList.OfVerb(_text.Tokens[token].Lemma) == frame && _tree.Child(token, Relation.Obj) is >= 0 and int said && EventWords.Kind(_text.Tokens[said].Lemma) != "targets" && _text.Tokens[said].Upos == Upos.NOUN && !_parties.Acts(said)
            && NameLexicon.Shared.Of(_text.Tokens[said].Lemma) is var known && (known & WordClass.ActNoun) != 0 && (known & (WordClass.ThingNoun | WordClass.PlaceNoun)) == 0
        || frame.Type == "PROTEST" && _text.Tokens[token].Upos == Upos.VERB && frame.Recipient[^1] == "free"
        && (_tree.Child(token, Relation.Ccomp) >= 0 || _tree.Child(token, Relation.Obj) is >= 0 and int thing && !_parties.Timed(thing));

    // "vowed to attack the port" threatens; "promised to send food" agrees.
    private bool Vowed(int token, Frame frame) => frame is { Type: "AGREE" } && _text.Tokens[token].Upos == Upos.VERB && _tree.Child(token, Relation.Xcomp) is >= 0 and int deed
        && (EventWords.Kind(_text.Tokens[deed].Lemma) == "harms" || Framed(deed) is { Type: "FIGHT" or "ASSAULT" or "SANCTION" or "PROTEST" or "COERCE" });

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
}
