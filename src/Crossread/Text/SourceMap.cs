// Leads from the clean reading text back to the place in the source.
using System.Collections.Immutable;

namespace Crossread.Text;

/// <summary>
/// Where each stretch of the clean text stands in the decoded original. A stretch that cleaning made itself
/// (a paragraph border, a space between two elements) belongs to the empty source span at its place.
/// </summary>
public sealed class SourceMap
{
    private readonly ImmutableArray<Piece> _pieces;

    /// <summary>Makes a map out of pieces in the order of the text, without gaps, from 0.</summary>
    /// <exception cref="ArgumentException">The pieces leave a gap or overlap in the text.</exception>
    public SourceMap(ImmutableArray<Piece> pieces)
    {
        int at = 0;
        foreach (Piece piece in pieces)
        {
            if (piece.Text.Start != at)
                throw new ArgumentException($"The pieces must follow each other without a gap; one starts at {piece.Text.Start}, expected {at}.", nameof(pieces));
            at = piece.Text.End;
        }
        _pieces = pieces;
        Length = at;
    }

    /// <summary>Length of the mapped text in UTF-16 code units.</summary>
    public int Length { get; }

    /// <summary>The pieces in the order of the text.</summary>
    public ImmutableArray<Piece> Pieces => _pieces;

    /// <summary>The map of a text that is its own source.</summary>
    public static SourceMap Identity(int length) =>
        new(length == 0 ? [] : [new Piece(new TextSpan(0, length), new SourceSpan(0, length))]);

    /// <summary>The smallest stretch of the source that holds the words of the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the mapped text.</exception>
    public SourceSpan ToSource(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Length);
        if (_pieces.IsEmpty)
            return new SourceSpan(0, 0);
        Piece first = _pieces[Find(Math.Min(span.Start, Length - 1))];
        Piece last = _pieces[Find(Math.Max(span.Start, span.End - 1) is var end && end >= Length ? Length - 1 : end)];
        int from = first.Exact ? first.Source.Start + Math.Min(span.Start - first.Text.Start, first.Source.Length) : first.Source.Start;
        int to = last.Exact ? last.Source.Start + (span.End - last.Text.Start) : last.Source.End;
        return new SourceSpan(Math.Min(from, to), Math.Max(from, to));
    }

    /// <summary>The pieces of a stretch of the text, counted from the start of the stretch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the mapped text.</exception>
    public IEnumerable<Piece> Slice(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Length);
        return Pieces();

        IEnumerable<Piece> Pieces()
        {
            if (span.Length == 0)
                yield break;
            for (int i = Find(span.Start); i < _pieces.Length && _pieces[i].Text.Start < span.End; i++)
            {
                Piece piece = _pieces[i];
                int from = Math.Max(piece.Text.Start, span.Start), to = Math.Min(piece.Text.End, span.End);
                SourceSpan source = piece.Exact ? new SourceSpan(piece.Source.Start + from - piece.Text.Start, piece.Source.Start + to - piece.Text.Start) : piece.Source;
                yield return new Piece(new TextSpan(from - span.Start, to - span.Start), source);
            }
        }
    }

    /// <summary>The map through two coordinates: this one leads into a text that itself was made out of a source.</summary>
    /// <param name="outer">Leads from that text to its source.</param>
    /// <exception cref="ArgumentOutOfRangeException">This map leads past the outer one's text.</exception>
    public SourceMap Through(SourceMap outer)
    {
        ArgumentNullException.ThrowIfNull(outer);
        ImmutableArray<Piece>.Builder pieces = ImmutableArray.CreateBuilder<Piece>(_pieces.Length);
        foreach (Piece piece in _pieces)
        {
            TextSpan inner = new(piece.Source.Start, piece.Source.End);
            if (!piece.Exact || inner.Length == 0)
            {
                pieces.Add(new Piece(piece.Text, outer.ToSource(inner)));
                continue;
            }
            foreach (Piece part in outer.Slice(inner))
                pieces.Add(new Piece(new TextSpan(piece.Text.Start + part.Text.Start, piece.Text.Start + part.Text.End), part.Source));
        }
        return new SourceMap(pieces.ToImmutable());
    }

    private int Find(int offset)
    {
        int low = 0, high = _pieces.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_pieces[middle].Text.Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>A stretch of text and its stretch of source. Of the same length, they agree unit by unit; else (an entity, folded white space) only as a whole.</summary>
    public readonly record struct Piece(TextSpan Text, SourceSpan Source)
    {
        /// <summary>True if text and source agree unit by unit.</summary>
        public bool Exact => Text.Length == Source.Length;
    }
}
