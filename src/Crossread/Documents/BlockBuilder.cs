// Collects the text of one block: white space folded, entities resolved, every character with its place.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>Collects the text of one block. White space is folded to one space, characters that show nothing are left out.</summary>
internal sealed class BlockBuilder(int longest)
{
    private readonly SourceMapBuilder _text = new();
    private readonly List<BlockLink> _links = [];
    private string? _link;
    private int _linkStart;

    /// <summary>Code units so far.</summary>
    public int Length => _text.Length;

    /// <summary>True if the block must be closed.</summary>
    public bool Full => _text.Length >= longest;

    /// <summary>Adds a stretch of the source as it is; entities are resolved if asked. Stops when the block is full.</summary>
    /// <returns>How far it came.</returns>
    public int Add(string source, int start, int end, bool entities, bool keepLines = false)
    {
        int at = start;
        while (at < end)
        {
            int run = at;
            int furthest = Math.Min(end, at + longest);
            while (run < furthest && !Special(source[run]) && !(entities && source[run] == '&'))
                run++;
            if (run > at)
            {
                _text.Copy(source.AsSpan(at, run - at), at);
                at = run;
                if (_text.Length >= 2L * longest)
                    return at;
                continue;
            }
            char c = source[at];
            if (c == '&' && entities)
            {
                (string? resolved, int length) = Entities.Read(source.AsSpan(at, end - at));
                if (resolved is null)
                {
                    _text.Copy("&", at++);
                }
                else
                {
                    Add(resolved, at, at + length);
                    at += length;
                }
                continue;
            }
            if (IsSpace(c))
            {
                int stop = at;
                bool line = false;
                while (stop < end && IsSpace(source[stop]))
                    line |= source[stop++] == '\n';
                Space(at, stop, keepLines && line ? "\n" : " ");
                at = stop;
                if (Full)
                    return at;
                continue;
            }
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(source[at + 1])))
            {
                _text.Copy("\uFFFD", at++);
                continue;
            }
            if (char.IsSurrogate(c))
            {
                _text.Copy(source.AsSpan(at, 2), at);
                at += 2;
                continue;
            }
            at++; // shows nothing
        }
        return at;
    }

    /// <summary>A stretch of the text so far.</summary>
    public string Cut(int start, int length)
    {
        System.Text.StringBuilder words = new(length);
        for (int i = start; i < start + length; i++)
            words.Append(_text[i]);
        return words.ToString();
    }

    /// <summary>Adds one space that stands for a stretch of the source, unless one stands there already.</summary>
    public void Space(int start, int end, string space = " ")
    {
        if (_text.Length > 0 && !IsSpace(_text[_text.Length - 1]))
            _text.Replace(space, start, end);
    }

    /// <summary>A link begins.</summary>
    public void OpenLink(string url) => (_link, _linkStart) = (url, _text.Length);

    /// <summary>The open link, or null.</summary>
    public string? Link => _link;

    /// <summary>The link ends.</summary>
    public void CloseLink()
    {
        if (_link is not null && _text.Length > _linkStart)
            _links.Add(new BlockLink(new TextSpan(_linkStart, _text.Length), _link));
        _link = null;
    }

    /// <summary>The block so far, or null if it is empty; an open link goes on in the next block.</summary>
    public Block? Take()
    {
        string? open = _link;
        CloseLink();
        int length = _text.Length;
        while (length > 0 && IsSpace(_text[length - 1]))
            length--;
        _text.CutTo(length);
        Block? block = null;
        if (length > 0)
        {
            ImmutableArray<BlockLink> links = _links.Count == 0 ? [] :
                [.. _links.Where(l => l.Span.Start < length).Select(l => l with { Span = new TextSpan(l.Span.Start, Math.Min(l.Span.End, length)) })];
            (string text, SourceMap map) = _text.Take();
            block = new Block { Text = text, Map = map, Links = links };
        }
        _links.Clear();
        if (open is not null)
            OpenLink(open);
        return block;
    }

    private void Add(string resolved, int start, int end)
    {
        if (resolved.Length == 1 && IsSpace(resolved[0]))
            Space(start, end);
        else if (resolved.Length > 0 && !Hides(resolved[0]))
            _text.Replace(resolved, start, end);
    }

    /// <summary>True for white space and control characters: all of it becomes one space.</summary>
    internal static bool IsSpace(char c) => c == ' ' || char.IsWhiteSpace(c) || char.IsControl(c);

    private static bool Special(char c) => c < 128 ? c <= ' ' || c == 127 : c < 0xFF ? c is <= '\u00A0' or '\u00AD' : char.IsSurrogate(c) || char.IsWhiteSpace(c) || Hides(c);

    // Soft hyphen, zero-width space, word joiner, byte-order mark: they would glue or part words for later stages.
    private static bool Hides(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';
}
