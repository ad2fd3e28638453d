// What every finder of attributions looks at: words, trees, paragraphs and quotations of one report.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>One report as the finders of attributions see it.</summary>
internal sealed class ReportView
{
    private readonly int[] _quotationOf;

    public ReportView(AnnotatedText text, ImmutableArray<Passage> passages)
    {
        Words = text;
        Tree = new SentenceTree(text);
        (Blocks, Kinds) = Lines(text.Text, passages);
        Quotations = QuotationScanner.Scan(text.Text, Blocks);
        _quotationOf = new int[text.Tokens.Length];
        Array.Fill(_quotationOf, -1);
        for (int q = 0; q < Quotations.Length; q++)
        {
            if (Quotations[q].Depth > 0)
                continue;
            for (int t = text.TokenAt(Quotations[q].Span.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < Quotations[q].Span.End; t++)
                _quotationOf[t] = q;
        }
    }

    public AnnotatedText Words { get; }

    public SentenceTree Tree { get; }

    /// <summary>Paragraphs, headlines, list items: never more than one line each.</summary>
    public ImmutableArray<TextSpan> Blocks { get; }

    /// <summary>What each block is.</summary>
    public ImmutableArray<PassageKind> Kinds { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    public string Text => Words.Text;

    public ImmutableArray<Token> Tokens => Words.Tokens;

    /// <summary>Index of the outermost quotation that the word stands in, its marks counted in, or -1.</summary>
    public int QuotationOf(int token) => _quotationOf[token];

    /// <summary>The sentence that holds the word.</summary>
    public Sentence SentenceOf(int token) => Words.Sentences[Words.SentenceOf(token)];

    /// <summary>The span of these words without punctuation and quotation marks that have no partner inside.</summary>
    public TextSpan Trimmed(int first, int last)
    {
        while (first <= last && IsEdge(first))
            first++;
        while (last >= first && (IsEdge(last) || Tokens[last].Upos == Upos.PUNCT && Words.Form(last) is "." or "?" or "!") && !ClosesInside(first, last))
            last--;
        // A closing bracket whose partner is inside stays.
        if (last + 1 < Tokens.Length && last >= first && Words.Form(last + 1) is ")" && HasOpenBracket(first, last))
            last++;
        return first > last ? new TextSpan(Tokens[Math.Min(first, Tokens.Length - 1)].Span.Start, Tokens[Math.Min(first, Tokens.Length - 1)].Span.Start) : Words.SpanOf(first, last);
    }

    public bool IsPunctuation(int token) => Tokens[token].Upos == Upos.PUNCT;

    private bool IsEdge(int token) => Tokens[token].Upos == Upos.PUNCT
        && Words.Form(token) is "," or ";" or ":" or "—" or "–" or "-" or "--" or "..." or "…" or "." or "?" or "!" or ")";

    // A closing mark at the end stays if its opening one is inside.
    private bool ClosesInside(int first, int last)
    {
        int q = _quotationOf[last];
        return q >= 0 && Quotations[q].Span.End == Tokens[last].Span.End && Quotations[q].Span.Start >= Tokens[first].Span.Start;
    }

    private bool HasOpenBracket(int first, int last)
    {
        int open = 0;
        for (int t = first; t <= last; t++)
            open += Words.Form(t) is "(" ? 1 : Words.Form(t) is ")" && open > 0 ? -1 : 0;
        return open > 0;
    }

    private static (ImmutableArray<TextSpan> Blocks, ImmutableArray<PassageKind> Kinds) Lines(string text, ImmutableArray<Passage> passages)
    {
        ImmutableArray<TextSpan>.Builder blocks = ImmutableArray.CreateBuilder<TextSpan>();
        ImmutableArray<PassageKind>.Builder kinds = ImmutableArray.CreateBuilder<PassageKind>();
        if (passages.IsDefaultOrEmpty)
            passages = [new Passage(new TextSpan(0, text.Length), PassageKind.Paragraph)];
        foreach (Passage passage in passages)
        {
            int at = passage.Span.Start;
            while (at < passage.Span.End)
            {
                int end = text.AsSpan(at, passage.Span.End - at).IndexOfAny('\n', '\r', '\u2029');
                end = end < 0 ? passage.Span.End : at + end;
                int first = at, last = end;
                while (first < last && char.IsWhiteSpace(text[first]))
                    first++;
                while (last > first && char.IsWhiteSpace(text[last - 1]))
                    last--;
                if (last > first)
                {
                    blocks.Add(new TextSpan(first, last));
                    kinds.Add(passage.Kind);
                }
                at = end + 1;
            }
        }
        return (blocks.ToImmutable(), kinds.ToImmutable());
    }
}
