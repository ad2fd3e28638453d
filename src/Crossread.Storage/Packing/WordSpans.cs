// Spans of a text as runs of its words.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Storage.Packing;

/// <summary>
/// A column of spans, each as its first word, counted from the first word of the span before, and its number of words. A string that stands in the
/// text as such a run is told in the same way.
/// </summary>
/// <param name="words">The words of the text.</param>
/// <param name="column">Takes or gives the numbers.</param>
internal sealed class WordSpans(AnnotatedText words, NumberColumn column)
{
    // A string is sought in the beginning of a text: a long one with many strings would be searched for hours.
    private const int _sought = 1 << 16;

    private readonly int[] _starts = Places(words, s => s.Start), _ends = Places(words, s => s.End);
    private int _last;

    /// <summary>Takes a span if it begins and ends with words.</summary>
    public bool Take(TextSpan span)
    {
        if (span.End >= _ends.Length)
            return false;
        int first = _starts[span.Start] - 1, last = _ends[span.End] - 1;
        if (first < 0 || last < first)
            return false;
        column.PassSigned(first - _last);
        column.Pass(last - first);
        _last = first;
        return true;
    }

    /// <summary>Takes a string if it stands in the text, from the beginning of a word to the end of one.</summary>
    public bool Take(string text)
    {
        int at = text.Length == 0 ? -1 : words.Text.AsSpan(0, Math.Min(words.Text.Length, _sought)).IndexOf(text, StringComparison.Ordinal);
        return at >= 0 && Take(new TextSpan(at, at + text.Length));
    }

    /// <summary>The next span.</summary>
    /// <exception cref="InvalidDataException">There is none in this text.</exception>
    public TextSpan Next()
    {
        int first = unchecked(_last + column.PassSigned(0)), more = column.Pass(0);
        if (first < 0 || first >= words.Tokens.Length || more >= words.Tokens.Length - first)
            throw new InvalidDataException("a span lies outside of the text");
        _last = first;
        return new TextSpan(words.Tokens[first].Span.Start, words.Tokens[first + more].Span.End);
    }

    /// <summary>The next span's words.</summary>
    /// <exception cref="InvalidDataException">There is none in this text.</exception>
    public string NextWords() => Next().Cut(words.Text);

    /// <summary>Takes a map: of each piece its length, where it begins in the source after the one before, and what it is longer or shorter there.</summary>
    public void Take(SourceMap map)
    {
        column.Pass(map.Pieces.Length);
        int source = 0;
        foreach (SourceMap.Piece piece in map.Pieces)
        {
            column.Pass(piece.Text.Length);
            column.PassSigned(piece.Source.Start - source);
            column.PassSigned(piece.Source.Length - piece.Text.Length);
            source = piece.Source.End;
        }
    }

    /// <summary>The next map.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public SourceMap NextMap()
    {
        int count = column.Pass(0), text = 0, source = 0;
        ImmutableArray<SourceMap.Piece>.Builder pieces = ImmutableArray.CreateBuilder<SourceMap.Piece>();
        for (; count > 0; count--)
        {
            TextSpan here = new(text, text + column.Pass(0));
            int start = source + column.PassSigned(0);
            pieces.Add(new SourceMap.Piece(here, new SourceSpan(start, start + here.Length + column.PassSigned(0))));
            text = here.End;
            source = pieces[^1].Source.End;
        }
        return new SourceMap(pieces.ToImmutable());
    }

    // The number of the word, and one, that begins or ends at each place of the text.
    private static int[] Places(AnnotatedText words, Func<TextSpan, int> place)
    {
        int[] places = new int[words.Text.Length + 1];
        for (int i = 0; i < words.Tokens.Length; i++)
            places[place(words.Tokens[i].Span)] = i + 1;
        return places;
    }
}
