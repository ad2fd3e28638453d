// Which entity a phrase stands for: the one at its grammatical head.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>Finds the entity at the head of a phrase.</summary>
internal static class PhraseHead
{
    /// <summary>The name or reference at the head of the phrase, or null.</summary>
    public static Reference? EntityOf(ReportNames names, AnnotatedText text, TextSpan span)
    {
        if (span.Length == 0)
            return null;
        int first = text.TokenAt(span.Start), end = text.TokenAt(span.End - 1);
        end = end < text.Tokens.Length && text.Tokens[end].Span.Start < span.End ? end + 1 : Math.Min(end, text.Tokens.Length);
        if (first >= end)
            return Whole(names, span);
        int head = HeadOf(text, first, end);
        return AtToken(names, text, head, span) ?? Named(names, text, head, first, end, span);
    }

    /// <summary>The token of a stretch that hangs on something outside it; the first noun or pronoun if several do.</summary>
    public static int HeadOf(AnnotatedText text, int first, int end)
    {
        int best = -1;
        for (int i = first; i < end; i++)
        {
            Token token = text.Tokens[i];
            if (token.Head >= first && token.Head < end)
                continue;
            bool nominal = token.Upos is Upos.PROPN or Upos.NOUN or Upos.PRON;
            if (best < 0 || nominal && text.Tokens[best].Upos is not (Upos.PROPN or Upos.NOUN or Upos.PRON))
                best = i;
        }
        return best < 0 ? end - 1 : best;
    }

    private static Reference? AtToken(ReportNames names, AnnotatedText text, int token, TextSpan within)
    {
        TextSpan word = text.Tokens[token].Span;
        int m = MentionAt(names.Mentions, word);
        if (m >= 0)
            return new Reference(names.Mentions[m].Span, names.EntityOf[m], "");
        // A title before its name: the head may be the title.
        for (m = FirstFrom(names.Mentions, word.Start); m < names.Mentions.Length && names.Mentions[m].Span.Start < within.End; m++)
        {
            if (names.Mentions[m].Role is TextSpan role && role.Contains(word) && !IsPossessive(text, names.Mentions[m].Span))
                return new Reference(names.Mentions[m].Span, names.EntityOf[m], "");
        }
        int low = 0, high = names.References.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names.References[middle].Span.Start <= word.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int r = low - 1; r >= 0 && r >= low - 4; r--)
        {
            if (names.References[r].Span is var phrase && phrase.Contains(word)
                && (phrase.Length == word.Length || HeadOf(text, text.TokenAt(phrase.Start), text.TokenAt(phrase.End - 1) + 1) == token))
            {
                return names.References[r];
            }
        }
        return null;
    }

    // The head is a common noun: a name that stands in apposition to it inside the phrase is meant.
    private static Reference? Named(ReportNames names, AnnotatedText text, int head, int first, int end, TextSpan span)
    {
        for (int m = FirstFrom(names.Mentions, span.Start); m < names.Mentions.Length && names.Mentions[m].Span.Start < span.End; m++)
        {
            TextSpan name = names.Mentions[m].Span;
            int from = text.TokenAt(name.Start), to = Math.Min(end, text.TokenAt(name.End - 1) + 1);
            if (from < first || from >= to)
                continue;
            Token top = text.Tokens[HeadOf(text, from, to)];
            if (top.Head == head && top.Relation is Relation.Appos or Relation.Flat && !IsPossessive(text, name))
                return new Reference(name, names.EntityOf[m], "");
            // "the head of the council's planning committee, Ana Ruiz": the person behind the last comma, wherever the parser hung the name.
            if (names.Entities[names.EntityOf[m]].Kind == EntityKind.Person && to == end && StartOf(names.Mentions[m], text, from) is var opens && opens - 1 > head && text.Form(opens - 1) is "," && !IsPossessive(text, name))
                return new Reference(name, names.EntityOf[m], "");
        }
        return null;
    }

    // The first word of the title before the name, or of the name.
    private static int StartOf(Mention mention, AnnotatedText text, int name) => mention.Role is { } role && role.End <= mention.Span.Start ? text.TokenAt(role.Start) : name;

    private static Reference? Whole(ReportNames names, TextSpan span)
    {
        int m = MentionAt(names.Mentions, span);
        return m < 0 ? null : new Reference(names.Mentions[m].Span, names.EntityOf[m], "");
    }

    private static bool IsPossessive(AnnotatedText text, TextSpan name)
    {
        int after = text.TokenAt(name.End);
        return after < text.Tokens.Length && text.Tokens[after].Span.Start <= name.End && text.Tokens[after].Xpos == "POS";
    }

    /// <summary>Index of the mention that covers the word, or -1.</summary>
    public static int MentionAt(ImmutableArray<Mention> mentions, TextSpan word)
    {
        int m = FirstFrom(mentions, word.Start);
        return m < mentions.Length && mentions[m].Span.Overlaps(word) ? m : -1;
    }

    /// <summary>Index of the first mention that ends after the offset.</summary>
    public static int FirstFrom(ImmutableArray<Mention> mentions, int offset) => SpanOrder.FirstFrom(mentions, offset, m => m.Span);
}
