// Relations that stand in the description of a party.
using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Events.Ties;

/// <summary>Reads what a phrase says of a party: who backs or leads it, whom it fights, what it belongs to.</summary>
/// <param name="text">The text.</param>
/// <param name="tree">Its trees.</param>
/// <param name="parties">Its parties.</param>
internal sealed class Descriptions(AnnotatedText text, SentenceTree tree, PartyReader parties)
{
    /// <summary>A relation told by one word.</summary>
    /// <param name="Kind">What relation.</param>
    /// <param name="From">The words of the first party.</param>
    /// <param name="To">The words of the second party.</param>
    internal readonly record struct Told(TieKind Kind, TextSpan From, TextSpan To);

    /// <summary>What the word tells.</summary>
    internal IEnumerable<Told> Of(int token)
    {
        Token word = text.Tokens[token];
        IEnumerable<Told> told = word.Upos == Upos.VERB && word.Relation == Relation.Amod ? Hyphened(token)
            : TieWords.Other("against", word.Lemma) is { } fight && (word.Upos == Upos.NOUN || tree.Child(token, Relation.NmodPoss) >= 0) ? Against(token, fight)
            : word.Upos == Upos.VERB ? [.. Whole(token), .. Beside(token)]
            : parties.KindOf(word.Span) == EntityKind.Person ? Belonging(token) : [];
        return told.Concat(word.Upos is Upos.NOUN or Upos.PROPN ? Including(token) : []);
    }

    // "Orvane-backed rebels": the party before the hyphen and the noun behind the participle.
    private IEnumerable<Told> Hyphened(int participle)
    {
        int noun = text.Tokens[participle].Head;
        int party = tree.FirstChild(participle);
        if (noun <= participle || party < 0 || party >= participle || text.Form(participle - 1) is not "-" || TieWords.Other("hyphen", text.Tokens[participle].Lemma) is not { } kind)
            yield break;
        bool place = kind == TieKind.Controls;
        if ((parties.Acts(party) || parties.Gentile(party)) && (place || parties.Acts(noun)) && parties.Words(party) is { } from && text.SpanOf(participle + 1, noun) is var to && !from.Overlaps(to))
            yield return new Told(kind, from, to);
    }

    // "Orvane's war against the Front", "helps Orvane in its fight against the Front".
    private IEnumerable<Told> Against(int noun, TieKind kind)
    {
        int owner = tree.Child(noun, Relation.NmodPoss), enemy = Under(noun, "against"), verb = text.Tokens[noun].Head;
        // "its fight": whom the verb helps in it, else who does it.
        if (owner >= 0 && text.Tokens[owner].Upos == Upos.PRON && verb >= 0)
            owner = tree.Child(verb, Relation.Obj) is >= 0 and int helped && helped != noun && parties.Acts(helped) ? helped : tree.Child(verb, Relation.Nsubj);
        if (owner >= 0 && enemy >= 0 && parties.Acts(enemy) && parties.Words(owner) is { } from && parties.Words(enemy) is { } to)
            yield return new Told(kind, from, to);
    }

    // "The alliance includes Orvane and Sarn": each belongs to it.
    private IEnumerable<Told> Whole(int verb) =>
        TieWords.Other("whole", text.Tokens[verb].Lemma) is { } kind && tree.Child(verb, Relation.Nsubj) is >= 0 and int whole && tree.Child(verb, Relation.Obj) is >= 0 and int part
            ? Parts(kind, whole, part) : [];

    private IEnumerable<Told> Including(int whole)
    {
        for (int c = tree.FirstChild(whole); c >= 0; c = tree.NextSibling(c))
        {
            if (c > whole && tree.Child(c, Relation.Case) is >= 0 and int marker && tree.Is(marker, "including"))
                return Parts(TieKind.MemberOf, whole, c);
        }
        return [];
    }

    // Only what has a name is worth belonging to: "militias, including the Guard" names no alliance.
    private IEnumerable<Told> Parts(TieKind kind, int whole, int part)
    {
        if (!parties.Acts(whole) || parties.Phrase(whole) is not { } body || !Named(body))
            yield break;
        for (int at = part; at >= 0; at = at == part ? tree.FirstChild(part) : tree.NextSibling(at))
        {
            if ((at == part || text.Tokens[at].Relation == Relation.Conj) && parties.KindOf(text.Tokens[at].Span) is not (null or EntityKind.Other) && parties.Phrase(at) is { } member && !member.Overlaps(body))
                yield return new Told(kind, member, body);
        }
    }

    // "fought alongside Orvane".
    private IEnumerable<Told> Beside(int verb)
    {
        if (tree.Child(verb, Relation.Nsubj) is >= 0 and int subject && Under(verb, "alongside") is >= 0 and int other && parties.Acts(subject) && parties.Acts(other)
            && parties.Words(subject) is { } from && parties.Words(other) is { } to && TieWords.Other("beside", "alongside") is { } kind)
        {
            yield return new Told(kind, from, to);
        }
    }

    // "Ilva Morn of the Harbour Union".
    private IEnumerable<Told> Belonging(int person)
    {
        if (Under(person, "of", "from", "with") is >= 0 and int body && text.Tokens[body].Relation == Relation.Nmod && parties.KindOf(text.Tokens[body].Span) is EntityKind.Organisation or EntityKind.Group
            && parties.Words(person) is { } from && parties.Phrase(body) is { } to && !from.Overlaps(to))
        {
            yield return new Told(TieKind.MemberOf, from, to);
        }
    }

    private bool Named(TextSpan phrase)
    {
        for (int t = text.TokenAt(phrase.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < phrase.End; t++)
        {
            if (text.Tokens[t].Upos == Upos.PROPN || parties.KindOf(text.Tokens[t].Span) is not (null or EntityKind.Other))
                return true;
        }
        return false;
    }

    private int Under(int host, params ReadOnlySpan<string> prepositions)
    {
        for (int c = tree.FirstChild(host); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is not (Relation.Obl or Relation.Nmod) || tree.Child(c, Relation.Case) is not (>= 0 and int marker))
                continue;
            foreach (string preposition in prepositions)
            {
                if (tree.Is(marker, preposition) && !parties.Timed(c))
                    return c;
            }
        }
        return -1;
    }
}
