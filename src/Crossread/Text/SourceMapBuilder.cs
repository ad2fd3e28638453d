// Collects a text piece by piece together with where each piece comes from.
using System.Text;

namespace Crossread.Text;

/// <summary>Collects a text and its <see cref="SourceMap"/>. Neighbouring exact stretches become one piece.</summary>
internal sealed class SourceMapBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<SourceMap.Piece> _pieces = [];

    /// <summary>Code units collected so far.</summary>
    public int Length => _text.Length;

    /// <summary>The code unit at a place.</summary>
    public char this[int index] => _text[index];

    /// <summary>Appends words that stand in the source exactly so.</summary>
    public void Copy(ReadOnlySpan<char> words, int source)
    {
        if (words.IsEmpty)
            return;
        int at = _text.Length;
        _text.Append(words);
        if (_pieces.Count > 0 && _pieces[^1] is var last && last.Exact && last.Source.End == source && last.Text.Length > 0)
            _pieces[^1] = new SourceMap.Piece(new TextSpan(last.Text.Start, at + words.Length), new SourceSpan(last.Source.Start, source + words.Length));
        else
            _pieces.Add(new SourceMap.Piece(new TextSpan(at, at + words.Length), new SourceSpan(source, source + words.Length)));
    }

    /// <summary>Appends words that stand for a stretch of the source written otherwise.</summary>
    public void Replace(ReadOnlySpan<char> words, int start, int end)
    {
        if (words.IsEmpty)
            return;
        if (words.Length == end - start)
        {
            Copy(words, start);
            return;
        }
        int at = _text.Length;
        _text.Append(words);
        _pieces.Add(new SourceMap.Piece(new TextSpan(at, at + words.Length), new SourceSpan(start, end)));
    }

    /// <summary>Appends part of another mapped text.</summary>
    public void Append(string text, SourceMap map, TextSpan span)
    {
        foreach (SourceMap.Piece piece in map.Slice(span))
        {
            ReadOnlySpan<char> words = text.AsSpan(span.Start + piece.Text.Start, piece.Text.Length);
            if (piece.Exact)
                Copy(words, piece.Source.Start);
            else
                Replace(words, piece.Source.Start, piece.Source.End);
        }
    }

    /// <summary>Takes the last units off again.</summary>
    public void CutTo(int length)
    {
        _text.Length = length;
        while (_pieces.Count > 0 && _pieces[^1].Text.Start >= length)
            _pieces.RemoveAt(_pieces.Count - 1);
        if (_pieces.Count > 0 && _pieces[^1] is var last && last.Text.End > length)
        {
            int kept = length - last.Text.Start;
            _pieces[^1] = new SourceMap.Piece(new TextSpan(last.Text.Start, length), last.Exact ? new SourceSpan(last.Source.Start, last.Source.Start + kept) : last.Source);
        }
    }

    /// <summary>The words and their map; the builder starts anew.</summary>
    public (string Text, SourceMap Map) Take()
    {
        (string, SourceMap) result = (_text.ToString(), new SourceMap([.. _pieces]));
        _text.Clear();
        _pieces.Clear();
        return result;
    }
}
