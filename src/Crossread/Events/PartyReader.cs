// Phrases of actors and recipients: who acts, whom a pronoun stands for, where a phrase ends.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events.Actors;
using Crossread.Language;
using Crossread.Names;
using Crossread.Names.Finding;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Events;

/// <summary>Reads the words for a party: its phrase, whether it can act, and what a pronoun stands for.</summary>
internal sealed class PartyReader(
    AnnotatedText text, SentenceTree tree, ReportNames names, ImmutableArray<TimeMention> times, ImmutableArray<Statement> statements, ContentIndex contents)
{
    private const WordClass Actors = WordClass.PersonNoun | WordClass.GroupNoun | WordClass.Role | WordClass.People | WordClass.Office | WordClass.Organisation | WordClass.OrganisationHead | WordClass.Title;
    private static readonly FrozenSet<string> FirstPersons = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "i", "we", "us", "me", "our", "my");

    private const int LongestTail = 16;
    private const int FurthestBack = 400;

    /// <summary>True if the word can act or be acted upon: a name, a person, a group.</summary>
    internal bool Acts(int token)
    {
        Token word = text.Tokens[token];
        // "US$ 6 billion"
        if (Timed(token) || tree.Is(token + 1, "$"))
            return false;
        if (word.Upos == Upos.PROPN)
            return KindOf(word.Span) is not (null or EntityKind.Other) || tree.Child(token, Relation.Nummod) < 0 && KindOf(word.Span) is null;
        if (word.Upos == Upos.PRON)
            return word.Xpos is "PRP" or "WP" && !tree.Is(token, "it") || text.Tokens[token].Relation == Relation.NmodPoss;
        if (Mentioned(word.Span))
            return true;
        if (word.Upos is Upos.NUM)
            return tree.FirstChild(token) < 0 || word.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj;
        // "both sides agreed"
        if (word.Xpos == "NNS" && EventWords.Kind(word.Lemma) == "sides")
            return true;
        // "every lock-keeper who speaks"
        if (word.Upos == Upos.NOUN && !Inanimate(token) && tree.Child(token, Relation.AclRelcl) is >= 0 and int clause && tree.Child(clause, Relation.Nsubj) is >= 0 and int who && text.Tokens[who].Xpos == "WP")
            return true;
        // "shells" are no firm.
        return word.Upos is Upos.NOUN or Upos.ADJ && (NameLexicon.Shared.Of(word.Lemma) & (char.IsUpper(text.Form(token)[0]) ? Actors : Actors & ~WordClass.Organisation)) != 0;
    }

    /// <summary>True if the noun is a thing or a place and nothing else.</summary>
    internal bool Inanimate(int token) => NameLexicon.Shared.Of(text.Tokens[token].Lemma) is var known && (known & (WordClass.ThingNoun | WordClass.PlaceNoun)) != 0 && (known & Actors) == 0;

    /// <summary>True if the word names nobody: what, who, themselves.</summary>
    internal bool Empty(int token) => text.Tokens[token].Upos == Upos.PRON
        && (text.Tokens[token].Xpos is "WP" or "WDT" or "WP$" or "EX" or "DT" || text.Form(token).EndsWith("self", StringComparison.OrdinalIgnoreCase) || text.Form(token).EndsWith("selves", StringComparison.OrdinalIgnoreCase) || text.Tokens[token].Relation == Relation.NmodPoss && Antecedent(token) is null);

    /// <summary>True if the word is the report's own "we" or "this reporter".</summary>
    internal bool Author(int token) => text.Tokens[token].Upos == Upos.PRON
        ? text.Tokens[token].Xpos == "PRP" && FirstPerson(text.Form(token)) && contents.Innermost(text.Tokens[token].Span) is null
        : text.Tokens[token].Upos == Upos.NOUN && tree.Child(token, Relation.Det) is >= 0 and int det && tree.Is(det, "this") && ActorCodes.SectorOf(text.Tokens[token].Lemma) == "MED";

    private static bool FirstPerson(ReadOnlySpan<char> form) => FirstPersons.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    /// <summary>True if the word is the adjective or name of a country or people ("Orvanian troops").</summary>
    internal bool Gentile(int token) =>
        text.Tokens[token].Upos is Upos.ADJ or Upos.PROPN && !tree.Is(token + 1, "$") && char.IsUpper(text.Form(token)[0])
        && (Mentioned(text.Tokens[token].Span) || (NameLexicon.Shared.Of(text.Form(token)) & (WordClass.Adjective | WordClass.Country | WordClass.People)) != 0);

    /// <summary>True if the word is the name of a place or country and not the adjective of its people.</summary>
    internal bool Where(int token) => (KindOf(text.Tokens[token].Span) == EntityKind.Place || (NameLexicon.Shared.Of(text.Form(token)) & WordClass.Country) != 0) && (NameLexicon.Shared.Of(text.Form(token)) & (WordClass.Adjective | WordClass.People)) == 0;

    /// <summary>The party that stands inside the phrase of a thing: its owner, its people, whom it comes from or is meant for; -1 if there is none.</summary>
    internal int Inside(int token, int depth = 0)
    {
        for (int c = tree.FirstChild(token); c >= 0; c = tree.NextSibling(c))
        {
            Token t = text.Tokens[c];
            if (t.Relation == Relation.NmodPoss && t.Upos != Upos.PRON && Acts(c) || t.Relation is Relation.Amod or Relation.Compound or Relation.NmodDesc && Gentile(c))
                return c;
        }
        for (int c = tree.FirstChild(token); c >= 0; c = tree.NextSibling(c))
        {
            Token t = text.Tokens[c];
            bool tail = t.Relation is Relation.Nmod or Relation.Obl && tree.Child(c, Relation.Case) is >= 0 and int marker && text.Tokens[marker].Lemma is "of" or "by" or "from" or "for" or "to" or "with" or "between" or "in" or "on";
            if (tail && Acts(c) && !(KindOf(t.Span) == EntityKind.Place && text.Tokens[tree.Child(c, Relation.Case)].Lemma is "in" or "on"))
                return c;
            if (t.Relation is Relation.Obj or Relation.Nsubj && depth > 0 && Acts(c))
                return c;
            if ((tail || t.Relation is Relation.Acl or Relation.AclRelcl or Relation.Xcomp or Relation.Ccomp or Relation.Obj) && depth < 3 && Inside(c, depth + 1) is >= 0 and int deeper)
                return deeper;
        }
        return -1;
    }

    /// <summary>The words of a party; a pronoun gives the words it stands for, where the report tells them.</summary>
    internal TextSpan? Words(int head)
    {
        if (head < 0)
            return null;
        return text.Tokens[head].Upos == Upos.PRON && Antecedent(head) is { } meant ? meant : Phrase(head);
    }

    /// <summary>The phrase of a noun without its relative clauses, appositions and coordinated nouns.</summary>
    internal TextSpan? Phrase(int head)
    {
        if (head < 0)
            return null;
        int first = head, last = head;
        for (int c = tree.FirstChild(head); c >= 0; c = tree.NextSibling(c))
        {
            Relation relation = text.Tokens[c].Relation;
            if (c < head && relation is Relation.Det or Relation.Amod or Relation.Compound or Relation.Nummod or Relation.NmodPoss or Relation.Flat or Relation.NmodDesc or Relation.CcPreconj)
                first = Math.Min(first, tree.Left(c));
            else if (c > head && relation is Relation.Flat or Relation.Compound or Relation.Goeswith or Relation.Fixed || c > head && relation is Relation.Appos or Relation.NmodDesc && tree.Left(c) == last + 1 && text.Tokens[c].Upos == Upos.PROPN)
                last = Math.Max(last, relation == Relation.Appos ? TailOf(c) : tree.Right(c));
            else if (relation == Relation.Nmod && c > head && !Timed(c) && !Beside(c) && TailOf(c) is int tail && tail - head < LongestTail)
                last = Math.Max(last, tail);
        }
        while (first < head && text.Tokens[first].Upos is Upos.PUNCT or Upos.ADP && !(tree.Is(first, "at") && (tree.Is(first + 1, "least") || tree.Is(first + 1, "most"))))
            first++;
        while (last > head && Timed(last))
            last--;
        if (last > head && text.Tokens[last].Relation is Relation.Amod or Relation.Advmod && text.Tokens[last].Lemma is "late" or "early")
            last--;
        TextSpan phrase = text.SpanOf(Math.Max(0, first), Math.Max(head, last));
        // A name is never cut: "Min-jae Seo".
        return MentionFrom(phrase.Start) is int m && m < names.Mentions.Length && names.Mentions[m].Span is var name && name.Contains(text.Tokens[head].Span) && name.Start < phrase.Start ? phrase.Hull(name) : phrase;
    }

    /// <summary>The phrases that are joined to a party by commas, "and", "or", without one of them.</summary>
    internal ImmutableArray<TextSpan> Joined(int head, int without)
    {
        if (head < 0 || text.Tokens[head].Upos == Upos.PRON || tree.Child(head, Relation.Conj) < 0 || Phrase(head) is not { } own)
            return [];
        ImmutableArray<TextSpan>.Builder joined = ImmutableArray.CreateBuilder<TextSpan>();
        for (int c = tree.FirstChild(head); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation == Relation.Conj && c != without && text.Tokens[c].Upos is Upos.NOUN or Upos.PROPN && Acts(c) && Phrase(c) is { } phrase && !phrase.Overlaps(own))
                joined.Add(phrase);
        }
        return joined.ToImmutable();
    }

    // "arms the rebels with rifles", "accuses the council of hiding bodies": what the parser hung on the party tells of the deed.
    private bool Beside(int tail) => tree.Child(tail, Relation.Case) is >= 0 and int marker
        && (tree.Is(marker, "with") || tree.Is(marker, "over") || tree.Is(marker, "of") && marker + 1 < tail && text.Tokens[marker + 1].Relation is Relation.Amod or Relation.Compound && text.Form(marker + 1).EndsWith("ing", StringComparison.Ordinal) && !char.IsUpper(text.Form(marker + 1)[0]));

    // Where the phrase of a noun inside a phrase ends, its clauses left out.
    private int TailOf(int token) => Phrase(token) is { } phrase ? text.TokenAt(phrase.End - 1) : token;

    /// <summary>True if the word stands in a time expression.</summary>
    internal bool Timed(int token)
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

    /// <summary>Index of the first name that ends behind the offset; the number of names if there is none.</summary>
    internal int MentionFrom(int offset)
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
        return low;
    }

    /// <summary>The words of a name, or null behind the last one.</summary>
    internal Mention? Name(int mention) => mention < names.Mentions.Length ? names.Mentions[mention] : null;

    /// <summary>The kind of the name that covers a word, or null.</summary>
    internal EntityKind? KindOf(TextSpan span) => MentionFrom(span.Start) is int m && m < names.Mentions.Length && names.Mentions[m].Span.Overlaps(span) ? names.Mentions[m].Kind : null;

    private bool Mentioned(TextSpan span) => KindOf(span) is not (null or EntityKind.Other);

    // In a statement "it", "they" and "we" are as a rule its speaker; else who is who in the report decides.
    private TextSpan? Antecedent(int pronoun)
    {
        Token word = text.Tokens[pronoun];
        string form = text.Form(pronoun).ToString().ToLowerInvariant();
        bool first = FirstPersons.Contains(form);
        bool owned = word.Relation == Relation.NmodPoss;
        if (!first && !owned && ClauseAbove(pronoun, form) is { } above)
            return above;
        if (contents.Innermost(word.Span) is int s && statements[s].Speaker is { } speaker && !speaker.Overlaps(word.Span) && (first || !owned && !(form is "he" or "she" && Verbatim(pronoun, statements[s])) && Fits(form, speaker)))
            return Bare(speaker);
        if (first)
            return null;
        if (names.EntityAt(text, word.Span) is not int entity)
            return ClauseBefore(pronoun, form);
        int from = MentionFrom(word.Span.Start) - 1;
        for (int m = Math.Min(from, names.Mentions.Length - 1); m >= 0 && from - m < FurthestBack; m--)
        {
            if (names.EntityOf[m] == entity)
                return names.Mentions[m].Span;
        }
        return null;
    }

    // "He has never come, said the nurse": words that keep their tense are the speaker's own, and nobody calls himself "he".
    private bool Verbatim(int pronoun, Statement said)
    {
        if (said.Form != StatementForm.Indirect || said.Cue is not { } cue || cue.Start < said.Content[0].Start || text.Tokens[text.TokenAt(cue.Start)].Xpos != "VBD")
            return said.Form == StatementForm.Direct;
        int verb = text.Tokens[pronoun].Head;
        if (verb < 0)
            return false;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop)
                return text.Tokens[c].Xpos is "VBZ" or "VBP";
        }
        return text.Tokens[verb].Xpos is "VBZ" or "VBP";
    }

    // "Gunmen killed nine when they blew up a bus, police said": the subject of the clause above, if it stands in the same words.
    private TextSpan? ClauseAbove(int pronoun, string form)
    {
        int verb = text.Tokens[pronoun].Head;
        if (text.Tokens[pronoun].Relation != Relation.Nsubj || verb < 0 || text.Tokens[verb] is not { Relation: Relation.Advcl, Head: >= 0 } clause)
            return null;
        int subject = tree.Child(clause.Head, Relation.Nsubj);
        return subject >= 0 && subject < pronoun && text.Tokens[subject].Upos is Upos.NOUN or Upos.PROPN && contents.Innermost(text.Tokens[subject].Span) == contents.Innermost(text.Tokens[pronoun].Span)
            && Phrase(subject) is { } phrase && Fits(form, phrase) ? phrase : null;
    }

    // "While Orvane builds ties, it also arms the rebels": the subject of the clause before.
    private TextSpan? ClauseBefore(int pronoun, string form)
    {
        int verb = text.Tokens[pronoun].Head;
        if (verb < 0 || text.Tokens[pronoun].Relation is not (Relation.Nsubj or Relation.NsubjPass))
            return null;
        for (int c = tree.FirstChild(verb); c >= 0 && c < pronoun; c = tree.NextSibling(c))
        {
            if (text.Tokens[c].Relation == Relation.Advcl && tree.Child(c, Relation.Nsubj) is >= 0 and int subject && text.Tokens[subject].Upos != Upos.PRON && Phrase(subject) is { } phrase && Fits(form, phrase))
                return phrase;
        }
        return null;
    }

    private bool Fits(string pronoun, TextSpan speaker)
    {
        int head = PhraseTop(speaker);
        if (head < 0 || text.Tokens[head].Upos == Upos.PRON)
            return false;
        bool person = KindOf(text.Tokens[head].Span) == EntityKind.Person && !(pronoun is "it" or "its" && Unknown(head)) || text.Tokens[head].Xpos is "NN" && (NameLexicon.Shared.Of(text.Tokens[head].Lemma) & (WordClass.PersonNoun | WordClass.Role)) != 0;
        bool many = text.Tokens[head].Xpos is "NNS" or "NNPS" || tree.Child(head, Relation.Conj) >= 0;
        return pronoun switch
        {
            "it" or "its" => !person && !many,
            "they" or "them" or "their" => many || !person,
            "he" or "she" => person,
            _ => false,
        };
    }

    // A single capitalised word that is no given name: as like a country or a firm as a person.
    private bool Unknown(int head) => tree.Child(head, Relation.Flat) < 0 && tree.Child(head, Relation.Compound) < 0 && tree.Child(head, Relation.NmodDesc) < 0 && (NameLexicon.Shared.Of(text.Form(head)) & WordClass.Given) == 0;

    /// <summary>The word at the head of a phrase, or -1.</summary>
    internal int PhraseTop(TextSpan phrase)
    {
        int first = text.TokenAt(phrase.Start), last = Math.Min(text.TokenAt(phrase.End - 1), text.Tokens.Length - 1);
        for (int i = first; i <= last; i++)
        {
            if (text.Tokens[i].Head < first || text.Tokens[i].Head > last)
                return i;
        }
        return -1;
    }

    private TextSpan Bare(TextSpan speaker) => PhraseTop(speaker) is >= 0 and int head && text.Tokens[head].Upos is Upos.NOUN or Upos.PROPN && Phrase(head) is { } phrase ? phrase : speaker;
}
