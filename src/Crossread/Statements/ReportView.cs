// What every finder of attributions looks at: words, trees, paragraphs and quotations of one report.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>One report as the finders of attributions see it.</summary>
internal sealed class ReportView
{
    private const int LongestDateline = 16;
    private const int FirstBlocks = 4;

    private readonly int[] _quotationOf;
    private readonly bool[] _opensTime;
    private readonly Dictionary<int, int> _timeEnds = [];
    private readonly Dictionary<int, int> _datelines = [];

    public ReportView(AnnotatedText text, ImmutableArray<Passage> passages, ImmutableArray<TimeMention> times)
    {
        _opensTime = new bool[text.Tokens.Length];
        foreach (TimeMention time in times.IsDefault ? [] : times)
        {
            if (text.TokenAt(time.Span.Start) is var t && t < _opensTime.Length)
            {
                _opensTime[t] = true;
                _timeEnds[t] = text.TokenAt(time.Span.End);
            }
        }
        Words = text;
        Tree = new SentenceTree(text);
        (Blocks, Kinds) = Lines(text.Text, passages);
        Quotations = QuotationScanner.Scan(text.Text, Blocks);
        foreach (TextSpan block in Blocks)
            FindDateline(block);
        FindColonDateline();
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

    /// <summary>The word behind the time expression that begins with this word and behind its <c>earlier</c>, or the word itself.</summary>
    public int BehindTime(int token) => _timeEnds.GetValueOrDefault(token, token);

    /// <summary>True if a time expression begins with this word.</summary>
    public bool OpensTime(int token) => token < _opensTime.Length && _opensTime[token];

    /// <summary>The paragraph that holds this place in the text.</summary>
    public int BlockOf(int place)
    {
        int low = 0, high = Blocks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Blocks[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    /// <summary>The sentence that holds the word; a word behind the dateline has it without the dateline.</summary>
    public Sentence SentenceOf(int token)
    {
        Sentence sentence = Words.Sentences[Words.SentenceOf(token)];
        return _datelines.TryGetValue(sentence.FirstToken, out int body) && token >= body && body < sentence.EndToken
            ? new Sentence(new TextSpan(Tokens[body].Span.Start, sentence.Span.End), body, sentence.EndToken - body)
            : sentence;
    }

    /// <summary>True if the word stands in a dateline (<c>PORT AVEN, May 3 (Wire) —</c>).</summary>
    public bool InDateline(int token)
    {
        Sentence sentence = Words.Sentences[Words.SentenceOf(token)];
        return _datelines.TryGetValue(sentence.FirstToken, out int body) && token < body;
    }

    /// <summary>The span of these words without punctuation and quotation marks that have no partner inside.</summary>
    public TextSpan Trimmed(int first, int last)
    {
        if (first <= last && InDateline(last))
            return new TextSpan(Tokens[first].Span.Start, Tokens[first].Span.Start);
        if (first <= last && InDateline(first))
            first = _datelines[Words.Sentences[Words.SentenceOf(first)].FirstToken];
        while (first <= last && IsEdge(first))
            first++;
        while (last >= first && (IsEdge(last) || Tokens[last].Upos == Upos.PUNCT && Words.Form(last) is "." or "?" or "!") && !ClosesInside(first, last))
            last--;
        // A closing bracket whose partner is inside stays.
        if (last + 1 < Tokens.Length && last >= first && Words.Form(last + 1) is ")" && HasOpenBracket(first, last))
            last++;
        return first > last ? new TextSpan(Tokens[Math.Min(first, Tokens.Length - 1)].Span.Start, Tokens[Math.Min(first, Tokens.Length - 1)].Span.Start) : Words.SpanOf(first, last);
    }

    // Names, days and a source in brackets, then a dash that stands free, at the start of a paragraph.
    private void FindDateline(TextSpan block)
    {
        int first = Words.TokenAt(block.Start);
        for (int t = first; t < Tokens.Length && t < first + LongestDateline && Tokens[t].Span.End <= block.End; t++)
        {
            ReadOnlySpan<char> form = Words.Form(t);
            if (t > first && form is "-" or "–" or "—" or "--" && char.IsWhiteSpace(Text[Tokens[t].Span.Start - 1]))
            {
                if (t + 3 < Tokens.Length && Tokens[t + 3].Span.End <= block.End && Words.SentenceOf(first) == Words.SentenceOf(t + 1) && Words.Sentences[Words.SentenceOf(first)].FirstToken == first)
                    _datelines[first] = t + 1;
                return;
            }
            if (char.IsLower(form[0]) || Tokens[t].Upos is Upos.VERB or Upos.AUX && form.ContainsAnyInRange('a', 'z') || form is "“" or "\"" or ":" or "?" or "!")
                return;
        }
    }

    // "NEW AVEN: The mayor said": one label of capitals in the whole report, at its head, before words that are nobody's own.
    private void FindColonDateline()
    {
        int labelled = -1, colon = -1;
        for (int b = 0; b < Blocks.Length; b++)
        {
            if (Kinds[b] is PassageKind.Title or PassageKind.Heading || LabelEnd(Blocks[b]) is not (>= 0 and var end))
                continue;
            if (labelled >= 0)
                return;
            (labelled, colon) = (b, end);
        }
        if (labelled is < 0 or > FirstBlocks)
            return;
        Sentence sentence = Words.Sentences[Words.SentenceOf(colon)];
        for (int t = colon + 1; t < Tokens.Length && Tokens[t].Span.End <= Blocks[labelled].End; t++)
        {
            if (Tokens[t].Upos is Upos.PRON && Words.Form(t) is "I" or "we" or "We" or "you" or "You" or "my" or "My" or "our" or "Our")
                return;
        }
        if (colon + 3 < sentence.EndToken && sentence.FirstToken == Words.TokenAt(Blocks[labelled].Start))
            _datelines[sentence.FirstToken] = colon + 1;
    }

    // The colon behind words in capitals that open the block, or -1.
    private int LabelEnd(TextSpan block)
    {
        int first = Words.TokenAt(block.Start);
        for (int t = first; t < Tokens.Length && t < first + LongestDateline && Tokens[t].Span.End <= block.End; t++)
        {
            ReadOnlySpan<char> form = Words.Form(t);
            if (form is ":")
                return t > first ? t : -1;
            if (form.ContainsAnyInRange('a', 'z') || !char.IsLetter(form[0]) && form is not ("," or "-" or "." or "/"))
                return -1;
        }
        return -1;
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
