// The clause around a time expression, in the report's own words.
using System.Text;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Stories.Timelines;

/// <summary>The clause that a time expression dates.</summary>
/// <param name="Span">The clause, from its first word to its last; its relative and other subordinate clauses are left out at its edges.</param>
/// <param name="Label">The clause in at most 140 characters.</param>
/// <param name="Sentence">The sentence that it stands in.</param>
internal sealed record DatedClause(TextSpan Span, string Label, TextSpan Sentence);

/// <summary>Cuts clauses out of sentences by their dependency trees.</summary>
internal static class ClauseCutter
{
    private const int LongestLabel = 140;
    private const int LongestSentence = 400;
    private const int MostBefore = 10;

    /// <summary>The clause of a time expression.</summary>
    internal static DatedClause Of(AnnotatedText text, TimeMention mention)
    {
        int token = Math.Min(text.TokenAt(mention.Span.Start), text.Tokens.Length - 1);
        Sentence sentence = text.Sentences[text.SentenceOf(token)];
        if (sentence.TokenCount > LongestSentence)
        {
            int from = Math.Max(sentence.FirstToken, token - 12), to = Math.Min(sentence.EndToken, token + 13);
            TextSpan near = text.SpanOf(from, to - 1);
            return new DatedClause(near, Short(near.Cut(text.Text)), near);
        }
        int head = TenseReader.ClauseHead(text, TenseReader.Outside(text, token, mention.Span), out _);
        if (head < sentence.FirstToken || head >= sentence.EndToken)
            return new DatedClause(sentence.Span, Short(sentence.Span.Cut(text.Text)), sentence.Span);
        (int first, int last) = Edges(text, sentence, head, token);
        // Behind a relative clause the sentence goes on without it.
        while (text.Tokens[head].Relation != Relation.AclRelcl && last + 1 < sentence.EndToken && text.Tokens[last + 1].Upos != Upos.PUNCT)
            last++;
        while (first < Math.Min(head, token) && text.Tokens[first].Upos is Upos.CCONJ or Upos.SCONJ or Upos.PUNCT)
            first++;
        TextSpan span = text.SpanOf(first, last);
        string label = Label(text, sentence, head, first, last);
        int at = label.IndexOf(mention.Span.Cut(text.Text), StringComparison.Ordinal);
        return new DatedClause(span, Short(label, at < 0 ? 0 : at + mention.Span.Length), sentence.Span);
    }

    /// <summary>The clause with what it lacks: the noun that a relative clause stands behind, the subject that it shares with the verb before it.</summary>
    private static string Label(AnnotatedText text, Sentence sentence, int head, int first, int last)
    {
        Token verb = text.Tokens[head];
        if (verb.Relation is Relation.AclRelcl or Relation.Acl && verb.Head >= sentence.FirstToken && verb.Head < first)
            return Relative(text, sentence, verb.Head, first, last);
        // Where the tree lost the noun of a relative clause or the subject of a verb, it stands before, up to the next mark.
        bool relative = text.Tokens[first].Xpos is "WP" or "WDT" or "WP$" && first > sentence.FirstToken + 1;
        if (relative || verb.Xpos is "VBD" or "VBZ" or "VBP" or "MD" && verb.Relation != Relation.Conj && Subject(text, sentence, head) < 0)
        {
            int left = relative && text.Tokens[first - 1].Upos == Upos.PUNCT ? first - 1 : first;
            while (left > sentence.FirstToken && first - left < MostBefore && text.Tokens[left - 1].Upos != Upos.PUNCT)
                left--;
            return text.SpanOf(left, last).Cut(text.Text);
        }
        string clause = text.SpanOf(first, last).Cut(text.Text);
        if (Subject(text, sentence, head) >= 0 || verb.Relation != Relation.Conj || verb.Head < 0)
            return clause;
        int subject = Subject(text, sentence, verb.Head);
        return subject < 0 || subject >= first ? clause : $"{Noun(text, sentence, subject, first)} … {clause}";
    }

    private static int Subject(AnnotatedText text, Sentence sentence, int verb)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i].Head == verb && text.Tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.Expl)
                return i;
        }
        return -1;
    }

    /// <summary>First and last word of the clause: what hangs on its head without the border of another clause between, and what lies inside.</summary>
    private static (int First, int Last) Edges(AnnotatedText text, Sentence sentence, int head, int token)
    {
        int first = Math.Min(head, token), last = Math.Max(head, token);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i].Upos != Upos.PUNCT && Hangs(text, i, head))
            {
                first = Math.Min(first, i);
                last = Math.Max(last, i);
            }
        }
        return (first, last);
    }

    private static bool Hangs(AnnotatedText text, int token, int head)
    {
        for (int steps = 0; steps < 64 && token >= 0; steps++)
        {
            if (token == head)
                return true;
            Token t = text.Tokens[token];
            if (t.Relation is Relation.AclRelcl or Relation.Parataxis or Relation.Advcl or Relation.Discourse || t.Relation == Relation.Conj && t.Upos == Upos.VERB)
                return false;
            token = t.Head;
        }
        return false;
    }

    /// <summary>The first word of a noun's own phrase: its compounds, adjectives and articles.</summary>
    private static int Left(AnnotatedText text, Sentence sentence, int noun)
    {
        int first = noun;
        while (first > sentence.FirstToken && noun - first < 8 && text.Tokens[first - 1].Head >= first - 1 && text.Tokens[first - 1].Head <= noun
            && text.Tokens[first - 1].Relation is Relation.Compound or Relation.Flat or Relation.Amod or Relation.Det or Relation.NmodPoss or Relation.Case or Relation.Nummod
            && text.Tokens[first - 1].Upos != Upos.ADP)
        {
            first--;
        }

        return first;
    }

    private static string Noun(AnnotatedText text, Sentence sentence, int noun, int before)
    {
        int end = noun;
        while (end + 1 < before && text.Tokens[end + 1].Relation is Relation.Flat or Relation.Compound && text.Tokens[end + 1].Head >= noun)
            end++;
        return text.SpanOf(Left(text, sentence, noun), end).Cut(text.Text);
    }

    /// <summary>A relative clause behind its noun: "the minister, who left on Monday" is "the minister left on Monday".</summary>
    private static string Relative(AnnotatedText text, Sentence sentence, int noun, int first, int last)
    {
        bool pronoun = text.Tokens[first].Xpos is "WP" or "WDT" && text.Tokens[first].Relation is Relation.Nsubj or Relation.NsubjPass && first < last;
        return pronoun ? $"{Noun(text, sentence, noun, first)} {text.SpanOf(first + 1, last).Cut(text.Text)}"
            : text.SpanOf(Left(text, sentence, noun), last).Cut(text.Text);
    }

    /// <summary>White space folded, cut at words so that the stretch that ends at <paramref name="needed"/> stays.</summary>
    private static string Short(string words, int needed = 0)
    {
        int skip = needed > LongestLabel - 10 ? needed - LongestLabel / 2 : 0;
        while (skip > 0 && skip < words.Length && !char.IsWhiteSpace(words[skip - 1]))
            skip++;
        return skip > 0 && skip < words.Length ? "… " + Cut(words[skip..], LongestLabel - 2) : Cut(words, LongestLabel);
    }

    private static string Cut(string words, int longest)
    {
        StringBuilder folded = new(Math.Min(words.Length, longest + 2));
        bool gap = false;
        foreach (char c in words)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = folded.Length > 0;
                continue;
            }
            if (gap)
                folded.Append(' ');
            gap = false;
            folded.Append(c);
            if (folded.Length > longest)
            {
                int cut = folded.Length - 1;
                while (cut > longest / 2 && folded[cut] != ' ')
                    cut--;
                if (folded[cut] != ' ')
                    cut = char.IsHighSurrogate(folded[longest - 2]) ? longest - 2 : longest - 1;
                return folded.ToString(0, cut).TrimEnd(' ', ',', ';', ':', '–', '-') + "…";
            }
        }
        return folded.ToString();
    }
}
