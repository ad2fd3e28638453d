// Small questions to the grammar of a text.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>What the resolver asks of heads and relations.</summary>
internal static class Grammar
{
    private const int Reach = 60;

    /// <summary>The top of a name's own phrase: from a name behind its title to the title, from an apposition to what it stands by.</summary>
    public static int Top(AnnotatedText text, int token)
    {
        for (int steps = 0; steps < 6 && text.Tokens[token] is { Relation: Relation.Flat or Relation.Compound or Relation.Appos or Relation.NmodDesc or Relation.Goeswith, Head: >= 0 } t; steps++)
            token = t.Head;
        return token;
    }

    /// <summary>True if the token is a subject.</summary>
    public static bool IsSubject(AnnotatedText text, int token) => text.Tokens[token].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter;

    /// <summary>True if the token is the subject of a verb of saying, or stands behind <c>according to</c>, or did what was <c>said by</c> it.</summary>
    public static bool Speaks(AnnotatedText text, int token)
    {
        Token t = text.Tokens[token];
        if (t.Relation is Relation.Nsubj or Relation.OblAgent && t.Head >= 0)
            return SmallWords.Is(text.Tokens[t.Head].Lemma.ToLowerInvariant(), "saying");
        if (t.Upos is Upos.NOUN && t.Relation is Relation.Root or Relation.Dep or Relation.Parataxis && PostsWithoutSubject(text, token))
            return true;
        if (t.Relation is not (Relation.Obl or Relation.Nmod or Relation.Root or Relation.Dep or Relation.Parataxis))
            return false;
        for (int i = token - 1; i >= Math.Max(0, token - 8); i--)
        {
            if (text.Tokens[i].Head == token && text.Form(i).Equals("according", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    // "the crews, who had left at noon, posted that …": a parser may take the verb behind the side clause for a participle.
    private static bool PostsWithoutSubject(AnnotatedText text, int noun)
    {
        int verb = Child(text, noun, Relation.Acl, Relation.Acl);
        return verb > noun && text.Tokens[verb].Xpos is "VBN" or "VBD" && SmallWords.Is(text.Tokens[verb].Lemma.ToLowerInvariant(), "saying")
            && Child(text, verb, Relation.Ccomp, Relation.Ccomp) > verb && text.Form(verb - 1) is ",";
    }

    /// <summary>The nearest dependent of a token with one of two relations, or -1.</summary>
    public static int Child(AnnotatedText text, int token, Relation one, Relation other)
    {
        for (int i = Math.Max(0, token - Reach); i < Math.Min(text.Tokens.Length, token + Reach); i++)
        {
            if (text.Tokens[i].Head == token && (text.Tokens[i].Relation == one || text.Tokens[i].Relation == other))
                return i;
        }
        return -1;
    }

    /// <summary>The first and last token of a noun's phrase, without clauses, appositions and what a comma parts.</summary>
    public static (int First, int Last) Phrase(AnnotatedText text, int noun)
    {
        int first = noun, last = noun;
        while (first > 0 && noun - first < Reach && Inside(text, first - 1, noun))
            first--;
        while (last + 1 < text.Tokens.Length && last - noun < Reach && !Parts(text, last + 1) && Inside(text, last + 1, noun))
            last++;
        while (first < noun && text.Tokens[first].Relation is Relation.Case or Relation.Cc or Relation.Punct or Relation.Mark or Relation.Advmod or Relation.Fixed)
            first++;
        while (last > noun && text.Tokens[last].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADP)
            last--;
        return (first, last);
    }

    // A comma or a relative pronoun ends what tells which one is meant.
    private static bool Parts(AnnotatedText text, int token) =>
        text.Tokens[token].Xpos is "WDT" or "WP" or "WP$" || text.Form(token) is "," or ";" or ":" or "(" or "–" or "—" or "--";

    private static bool Inside(AnnotatedText text, int token, int noun)
    {
        for (int steps = 0; steps < 12; steps++)
        {
            if (token == noun)
                return true;
            Token t = text.Tokens[token];
            if (t.Head < 0 || t.Relation is Relation.AclRelcl or Relation.Acl or Relation.Appos or Relation.Parataxis or Relation.Cop or Relation.Advcl or Relation.AdvclRelcl
                || t.Relation is Relation.Conj or Relation.Case or Relation.Cc or Relation.Punct && t.Head == noun)
            {
                return false;
            }
            token = t.Head;
        }
        return false;
    }

    /// <summary>For each token whether it stands inside quotation marks. Marks that stay open end with their block.</summary>
    public static bool[] Quoted(AnnotatedText text)
    {
        bool[] quoted = new bool[text.Tokens.Length];
        bool inside = false, single = false;
        int before = 0;
        for (int i = 0; i < quoted.Length; i++)
        {
            TextSpan span = text.Tokens[i].Span;
            if ((inside || single) && text.Text.AsSpan(before, span.Start - before).Contains('\n'))
                inside = single = false;
            before = span.End;
            ReadOnlySpan<char> form = text.Form(i);
            if (form is "“" or "„" or "``")
                inside = true;
            else if (form is "”" or "''")
                inside = false;
            else if (form is "\"")
                inside = !inside;
            else if (form is "‘" || form is "'" && text.Tokens[i].Xpos is "``")
                single = true;
            else if (form is "’" or "'" && text.Tokens[i].Xpos is "''")
                single = false;
            quoted[i] = inside || single;
        }
        return quoted;
    }
}
