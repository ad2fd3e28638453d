// Whether an event happened, is planned, demanded, denied.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Statements;

namespace Crossread.Events;

/// <summary>Reads polarity and modality of an event from its auxiliaries, adverbs and the verbs that govern it.</summary>
internal sealed class MoodReader(AnnotatedText text, SentenceTree tree, ImmutableArray<Statement> statements)
{
    private const int DeepestChain = 4;

    /// <summary>True if a word beside this one negates it: "no attack", "did not attack", "without attacking", "no soldier attacked".</summary>
    internal bool SaysNo(int token)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.NextSibling(c))
        {
            Relation relation = text.Tokens[c].Relation;
            if (relation is Relation.Det or Relation.Advmod or Relation.Case or Relation.Mark && EventWords.Kind(text.Tokens[c].Lemma) == "negates")
                return true;
            // "no longer rules out"
            if (relation is Relation.Advmod && c > 0 && tree.Is(c, "longer") && tree.Is(c - 1, "no"))
                return true;
            if (text.Tokens[token].Upos == Upos.VERB && relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj && tree.Child(c, Relation.Det) is >= 0 and int det && tree.Is(det, "no"))
                return true;
        }
        return false;
    }

    /// <summary>What the verb over an event noun makes of it: "called off its attack" undoes it, "denied an attack" denies it, "fears an attack" doubts it.</summary>
    internal (bool Negated, string? Mood, bool Denied) Over(int noun)
    {
        Token word = text.Tokens[noun];
        if (word.Relation is not (Relation.Obj or Relation.NsubjPass) || word.Head < 0)
            return default;
        string lemma = text.Tokens[word.Head].Lemma;
        int particle = tree.Child(word.Head, Relation.CompoundPrt);
        string? kind = particle >= 0 ? EventWords.Kind(lemma + "_" + text.Tokens[particle].Lemma) : EventWords.Kind(lemma);
        // Who stops a march has seen one.
        bool undone = kind == "undoes" || kind == "negates" && lemma != "stop";
        return (undone, kind is "intends" or "doubts" ? kind : null, lemma == "deny");
    }

    // "denied reports that soldiers had arrested her": the noun that a clause hangs on, and the verb over it.
    private bool Gainsaid(int noun)
    {
        Token word = text.Tokens[noun];
        return word.Upos == Upos.NOUN && EventWords.Kind(word.Lemma) == "told" && word.Relation is Relation.Obj or Relation.NsubjPass && word.Head >= 0
            && EventWords.Kind(text.Tokens[word.Head].Lemma) is "negates" or "gainsays";
    }

    /// <summary>Whether the event is negated, the word for its mood (<c>intends</c>, <c>obliges</c>, <c>doubts</c>, <c>goes on</c>) or null, and whether somebody denies it.</summary>
    internal (bool Negated, string? Mood, bool Denied) Read(int host)
    {
        bool negated = SaysNo(host);
        string? mood = null;
        bool denied = false;
        int at = host;
        for (int steps = 0; steps < DeepestChain && at >= 0; steps++)
        {
            bool infinitive = false, progressive = text.Tokens[at].Xpos == "VBG";
            for (int c = tree.FirstChild(at); c >= 0; c = tree.NextSibling(c))
            {
                Token t = text.Tokens[c];
                infinitive |= t.Relation == Relation.Mark && t.Upos == Upos.PART;
                // "asked if they planned to attack": nobody says that they do.
                if (t.Relation == Relation.Mark && t.Lemma is "if" or "whether")
                    mood = "doubts";
                if (t.Relation is Relation.Aux or Relation.Mark or Relation.Advmod or Relation.Amod && EventWords.Kind(t.Lemma) is { } kind && IsMood(kind))
                    mood ??= kind;
                if (progressive && t.Relation == Relation.Aux && t.Lemma == "be" && at == host && t.Xpos is "VBP" or "VBZ")
                    mood ??= "goes on";
            }
            Token word = text.Tokens[at];
            // "the talks are due on Monday"
            if (steps == 0 && word.Upos == Upos.ADJ && EventWords.Kind(word.Lemma) is { } outlook && IsMood(outlook))
                mood ??= outlook;
            if (steps == 0 && mood is null && word.Relation == Relation.Conj && Auxiliary(word.Head) is { } shared && Auxiliary(at) is null && Subject(at) < 0 && word.Xpos is "VB")
                mood = shared;
            // "is to meet", "was to have met"
            if (infinitive && Ahead(at) is >= 0 and int ahead)
            {
                // "was to have met": he did not.
                bool missed = text.Tokens[ahead].Xpos == "VBD" && tree.Child(at, Relation.Mark) is int to && tree.Is(to + 1, "have");
                (mood, negated) = (mood ?? (missed ? "doubts" : "intends"), negated ^ missed);
            }
            // "Did the navy attack the port?" asks; "who attacked the port?" takes it for a fact.
            if (Asked(at))
                mood ??= "doubts";
            // "upcoming talks brokered by Sarn"
            if (word.Relation == Relation.Acl && word.Head >= 0 && tree.Child(word.Head, Relation.Amod) is >= 0 and int manner && EventWords.Kind(text.Tokens[manner].Lemma) is "intends" or "doubts")
                mood ??= EventWords.Kind(text.Tokens[manner].Lemma);
            // "had no plans to visit Sarn"
            if (infinitive && word.Relation == Relation.Acl && word.Head >= 0 && SaysNo(word.Head))
                negated = !negated;
            // "Open the gates": it is not done yet.
            if (steps == 0 && Bids(at))
                mood ??= "obliges";
            // "Let them come"
            if (word.Relation is Relation.Xcomp or Relation.Ccomp && word.Head >= 0 && text.Tokens[word.Head].Lemma == "let" && Bids(word.Head))
                mood ??= "doubts";
            // "joked about attacking", "plans, including arresting": no deed yet.
            if (progressive && word.Relation is not Relation.Root && Marked(at))
                mood ??= "doubts";
            // A headline's "to meet on Monday".
            if (infinitive && word.Head < 0)
                mood ??= "intends";
            // "claims that soldiers attacked": the parser may take the clause for a relative one.
            bool told = word.Relation == Relation.AclRelcl && word.Head >= 0 && EventWords.Kind(text.Tokens[word.Head].Lemma) == "told";
            if (word.Head < 0 || !told && word.Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Acl or Relation.Csubj))
                break;
            string? above = EventWords.Kind(text.Tokens[word.Head].Lemma);
            bool from = tree.Child(at, Relation.Mark) is >= 0 and int marker && tree.Is(marker, "from");
            if (above == "negates" && (word.Relation != Relation.Advcl || from))
            {
                negated = !negated;
                denied |= text.Tokens[word.Head].Lemma == "deny";
            }
            // "it is not true that", "there is no evidence that"
            else if (above == "holds" && SaysNo(word.Head))
            {
                negated = !negated;
            }
            else if (Gainsaid(word.Head))
            {
                (negated, denied) = (!negated, true);
            }
            // "has to", "have to" oblige; "is to" plans.
            if (infinitive && above is null && text.Tokens[word.Head].Lemma == "have")
                above = "obliges";
            if (infinitive && above == "does" && text.Tokens[word.Head] is { Lemma: "go", Xpos: "VBG" })
                above = "intends";
            if (infinitive && above is not ("does" or "negates"))
                mood ??= above is not null && IsMood(above) ? above : "doubts";
            else if (above is "intends" or "doubts" or "goes on" && word.Relation is Relation.Xcomp or Relation.Ccomp)
                mood ??= above;
            // A statement's own verb says nothing of the mood of what is said.
            if (word.Relation != Relation.Xcomp)
                break;
            at = word.Head;
            negated ^= SaysNo(at);
        }
        return (negated, mood, denied);
    }

    /// <summary>The modality that a mood, a type and the statement around it make.</summary>
    internal Modality Of(string? mood, string type, bool negated, bool denied, int? statement) =>
        negated && (denied || statement is int s && statements[s].Stance == Stance.Denies) ? Modality.Denied
        : mood switch
        {
            "intends" => type == "THREATEN" ? Modality.Threatened : Modality.Planned,
            "obliges" => Modality.CalledFor,
            "doubts" => Modality.Hypothetical,
            "goes on" => Modality.Ongoing,
            // "asked if soldiers had attacked"
            null when statement is int asked && statements[asked].Stance == Stance.Asks => Modality.Hypothetical,
            _ => Modality.Done,
        };

    /// <summary>True if the verb, or the word that governs its infinitive, stands under "would".</summary>
    internal bool Would(int verb)
    {
        for (int steps = 0; steps < DeepestChain && verb >= 0; steps++)
        {
            for (int c = tree.FirstChild(verb); c >= 0; c = tree.NextSibling(c))
            {
                if (text.Tokens[c].Relation == Relation.Aux && (tree.Is(c, "would") || tree.Is(c, "'d") || tree.Is(c, "’d")))
                    return true;
            }
            // "would fly to Sarn to meet the governor"
            if (text.Tokens[verb].Relation != Relation.Xcomp && !(text.Tokens[verb].Relation == Relation.Advcl && text.Tokens[verb].Head >= 0 && EventWords.IsMotion(text.Tokens[text.Tokens[verb].Head].Lemma)))
                return false;
            verb = text.Tokens[verb].Head;
        }
        return false;
    }

    private bool Marked(int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && c < verb; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is Relation.Mark or Relation.Case && (tree.Is(c, "about") || tree.Is(c, "including") || tree.Is(c, "against")
                || tree.Is(c, "in") && text.Tokens[verb].Head is >= 0 and int above && text.Tokens[above].Lemma == "believe"))
            {
                return true;
            }
        }
        return false;
    }

    // The "is" of "is to meet".
    private int Ahead(int verb)
    {
        int to = tree.Child(verb, Relation.Mark);
        for (int c = tree.FirstChild(verb); c >= 0 && c < to; c = tree.NextSibling(c))
        {
            if (text.Tokens[c] is { Relation: Relation.Aux or Relation.Cop, Lemma: "be", Xpos: "VBZ" or "VBP" or "VBD" })
                return c;
        }
        return -1;
    }

    // A question for yes or no: the auxiliary stands first.
    private bool Asked(int verb)
    {
        Sentence sentence = text.Sentences[text.SentenceOf(verb)];
        int first = sentence.FirstToken;
        while (first < verb && text.Tokens[first].Upos is Upos.PUNCT or Upos.CCONJ)
            first++;
        if (text.Tokens[first] is not { Relation: Relation.Aux or Relation.AuxPass, Head: >= 0 } word || word.Head != verb)
            return false;
        int last = tree.Right(verb);
        return last + 1 < sentence.EndToken && tree.Is(last + 1, "?") || tree.Is(last, "?");
    }

    // An imperative: the bare form without subject and auxiliary, which no clause governs.
    private bool Bids(int verb)
    {
        Token word = text.Tokens[verb];
        if (word.Xpos != "VB" || Subject(verb) >= 0 || tree.Child(verb, Relation.Aux) >= 0 || tree.Child(verb, Relation.Mark) >= 0)
            return false;
        return word.Relation is Relation.Root or Relation.Parataxis || word.Relation == Relation.Ccomp && word.Head > verb;
    }

    private static bool IsMood(string kind) => kind is "intends" or "obliges" or "doubts" or "goes on";

    private int Subject(int verb) => tree.Child(verb, Relation.Nsubj) is >= 0 and int s ? s : tree.Child(verb, Relation.NsubjPass) is >= 0 and int made ? made : tree.Child(verb, Relation.NsubjOuter);

    private string? Auxiliary(int verb)
    {
        for (int c = verb < 0 ? -1 : tree.FirstChild(verb); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation == Relation.Aux && EventWords.Kind(text.Tokens[c].Lemma) is { } kind && IsMood(kind))
                return kind;
        }
        return null;
    }
}
