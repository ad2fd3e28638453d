// Finds time expressions in a text.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Dates;

/// <summary>Finds time expressions, as TIMEX3 (ISO 24617-1) draws them. Needs no publication date.</summary>
public static class TimeFinder
{
    /// <summary>All time expressions in the order of the text, none overlapping. No expression crosses the border of a passage or an empty line.</summary>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static ImmutableArray<TimeMention> Find(AnnotatedText text, ImmutableArray<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<TimeMention>.Builder found = ImmutableArray.CreateBuilder<TimeMention>();
        List<Lexeme> lexemes = [];
        int at = 0;
        foreach (Passage passage in passages.IsDefault ? [] : passages)
        {
            if (passage.Span.Start < at || passage.Span.End > text.Text.Length)
                continue;
            Stretch(text, at, passage.Span.Start, lexemes, found);
            Stretch(text, passage.Span.Start, passage.Span.End, lexemes, found);
            at = passage.Span.End;
        }
        Stretch(text, at, text.Text.Length, lexemes, found);
        return found.ToImmutable();
    }

    private static void Stretch(AnnotatedText text, int start, int end, List<Lexeme> lexemes, ImmutableArray<TimeMention>.Builder found)
    {
        while (start < end)
        {
            int border = EmptyLine(text.Text, start, end);
            lexemes.Clear();
            TimeLexer.Read(text.Text, start, border, lexemes);
            Paragraph(text, lexemes, found);
            start = border;
        }
    }

    /// <summary>The end of the paragraph that starts here: behind its empty line, or the end of the stretch.</summary>
    private static int EmptyLine(string text, int start, int end)
    {
        bool words = false;
        for (int i = start; i < end; i++)
        {
            if (text[i] != '\n')
            {
                words |= !char.IsWhiteSpace(text[i]);
                continue;
            }
            int next = i + 1;
            while (next < end && text[next] is ' ' or '\t' or '\r')
                next++;
            if (words && next < end && text[next] == '\n')
                return next;
        }
        return end;
    }

    private static void Paragraph(AnnotatedText text, List<Lexeme> lexemes, ImmutableArray<TimeMention>.Builder found)
    {
        TimeGrammar grammar = new(text.Text, lexemes);
        QuoteState quotes = default;
        for (int i = 0; i < lexemes.Count;)
        {
            quotes.Pass(text.Text, lexemes[i]);
            Hit hit = grammar.At(i);
            if (hit.Mention is null || hit.End <= i)
            {
                i++;
                continue;
            }
            TextSpan span = new(lexemes[i].Start, lexemes[hit.End - 1].End);
            int token = text.TokenAt(span.Start);
            if (Wanted(text, token, span, hit.Mention))
                found.Add(hit.Mention with { Span = span, Quoted = quotes.Inside, Tense = token < text.Tokens.Length ? TenseReader.Of(text, token, span) : ClauseTense.Unknown });
            i = hit.End;
        }
    }

    /// <summary>Whether the lexemes passed so far leave a quotation open. A paragraph starts outside, as each paragraph of a long quotation opens anew.</summary>
    private struct QuoteState
    {
        private bool _double, _single;

        internal readonly bool Inside => _double || _single;

        internal void Pass(string text, Lexeme lexeme)
        {
            if (lexeme.Length != 1 || lexeme.Word is not (TimeWord.Punctuation or TimeWord.Quote))
                return;
            switch (text[lexeme.Start])
            {
                case '"':
                    _double = !_double;
                    break;
                case '“' or '„' or '«':
                    _double = true;
                    break;
                case '”' or '»':
                    _double = false;
                    break;
                case '‘':
                    _single = true;
                    break;
                case '’' when lexeme.Start > 0 && !char.IsWhiteSpace(text[lexeme.Start - 1]):
                    _single = false;
                    break;
            }
        }
    }

    /// <summary>An ocean current and a maker of futures are no times: adjectives that are used as nouns.</summary>
    private static bool Wanted(AnnotatedText text, int token, TextSpan span, TimeMention mention)
    {
        if (mention.Form != TimeForm.Fixed || token >= text.Tokens.Length || !span.Contains(text.Tokens[token].Span) || text.Tokens[token].Span != span)
            return true;
        return !(mention.Fixed is "PRESENT_REF" or "PAST_REF" && text.Tokens[token].Upos is Upos.NOUN or Upos.VERB);
    }
}
