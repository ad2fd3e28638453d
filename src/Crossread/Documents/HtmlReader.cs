// A web page → blocks, the elements that hold them, and what the page says about itself.
using System.Collections.Immutable;

namespace Crossread.Documents;

/// <summary>
/// Reads a web page in one pass: tags build a tree of elements with the implied ends of the HTML standard, text falls into blocks. Every
/// character keeps its place in the source. Depth is bounded as in browsers, so nesting costs nothing; broken pages read as far as they go.
/// </summary>
internal sealed class HtmlReader
{
    private const int _mostMetadata = 10_000;

    private readonly string _source;
    private readonly ReadingLimits _limits;
    private readonly List<Element> _elements = [];
    private readonly List<int> _depths = [];
    private readonly List<(ElementRole Role, int Element, int Blocks, int Start)> _open = [];
    private readonly List<Block> _blocks = [];
    private readonly List<Metadatum> _metadata = [];
    private readonly BlockBuilder _block;
    private (string Names, int Length, int Block, int End) _inline = ("", 0, -1, 0);
    private int _holder = -1;
    private int _skipped;
    private int _tooDeep;
    private bool _flattened;

    private HtmlReader(string source, ReadingLimits limits) =>
        (_source, _limits, _block) = (source, limits, new BlockBuilder(limits.BlockLength));

    /// <summary>A page's content.</summary>
    internal readonly record struct Content(ImmutableArray<Block> Blocks, ImmutableArray<Element> Elements, ImmutableArray<Metadatum> Metadata, bool CutOff, bool TooDeep);

    public static Content Read(string source, ReadingLimits limits) => new HtmlReader(source, limits).Run();

    private Content Run()
    {
        MarkupTokenizer tokens = new(_source, xml: false);
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case MarkupToken.StartTag:
                    Open(ref tokens);
                    break;
                case MarkupToken.EndTag:
                    Close(ElementRole.Of(tokens.Name));
                    break;
                case MarkupToken.CharacterData:
                    break; // a bogus comment in HTML
                default:
                    Write(tokens.Start, tokens.End, entities: tokens.Kind == MarkupToken.Text);
                    break;
            }
        }
        Flush();
        while (_open.Count > 0)
            Pop();
        return new Content([.. _blocks], [.. _elements], [.. _metadata], tokens.CutOff, _flattened);
    }

    private void Open(ref MarkupTokenizer tag)
    {
        ElementRole role = ElementRole.Of(tag.Name);
        string name = role.Name;
        if (name is "html" or "body")
            Merge(ref tag, name);
        if (role.Is(ElementRoles.Block))
        {
            EndHead(name);
            CloseImplied(name);
            Flush();
        }
        HtmlAttributes attributes = HtmlAttributes.Read(_source, tag.Attributes, name);
        if (name is "span" or "strong" or "small" or "em" && HeadingParts.Names(attributes.Names) && InHeading())
            Flush(); // a topic set before the headline in one heading stands by itself
        Note(name, attributes);
        if (name == "br" && _skipped == 0)
            Flush();
        else if (name is "img" or "wbr" && _skipped == 0 && name == "img")
            _block.Space(tag.Start, tag.End);
        if (!role.Is(ElementRoles.Block) && _skipped == 0 && StandsApart(attributes.Names))
            _block.Space(tag.Start, tag.End);
        if (role.Is(ElementRoles.Void) || name is "html" or "body")
            return;
        if (role.Is(ElementRoles.Raw))
        {
            if (!tag.ExpectRawText(name))
                return;
            if (name == "title" && !_metadata.Exists(m => m.Name == "title") && _skipped <= 1)
                _metadata.Add(new Metadatum("title", Raw(tag, name), 0));
            else if (name == "script" && attributes.Type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                JsonLd.Read(Raw(tag, name), _metadata, _blocks.Count);
            else if (name == "script")
                NoteScript(tag.End, RawEnd(tag, name));
        }
        if (tag.SelfClosing && name is "svg" or "math" or "object")
            return;
        if (_open.Count >= _limits.ElementDepth)
        {
            _tooDeep++;
            _flattened = true;
            return;
        }
        int parent = _open.Count > 0 ? _open[^1].Element : -1;
        _open.Add((role, _elements.Count, _blocks.Count, _block.Length));
        _elements.Add(new Element(parent, name, attributes.Names, attributes.Hidden, _blocks.Count, 0));
        _depths.Add(_open.Count);
        if (role.Is(ElementRoles.Skip))
            _skipped++;
        if (name == "a" && _skipped == 0)
        {
            _block.CloseLink();
            if (attributes.Href is not null)
                _block.OpenLink(attributes.Href);
        }
    }

    // Two parts side by side that a page names unlike, as in a quotation and its speaker: the style sheet parts what no space does. Names with
    // numbers are an editor's own marks for runs of letters, and two letters may be an initial set large.
    private bool StandsApart(string names) =>
        _inline.Block == _blocks.Count && _inline.End == _block.Length && _inline.Length > 2 && names.Length > 0 && _inline.Names.Length > 0 && names != _inline.Names
        && !names.AsSpan().ContainsAnyInRange('0', '9') && !_inline.Names.AsSpan().ContainsAnyInRange('0', '9');

    // A head that was never closed ends where content begins.
    private void EndHead(string name)
    {
        if (_skipped == 0 || name is "html" or "head" or "body")
            return;
        int head = _open.FindIndex(o => o.Role.Name == "head");
        while (head >= 0 && head == _open.Count - 1)
            Pop();
    }

    private bool InHeading()
    {
        for (int i = _open.Count - 1; i >= 0 && i > _open.Count - 6; i--)
        {
            if (_open[i].Role.Name is "h1" or "h2" or "h3" or "h4")
                return true;
        }
        return false;
    }

    // The page's own language stands at its root.
    private void Merge(ref MarkupTokenizer tag, string name)
    {
        for (MarkupAttributes a = new(_source, tag.Attributes); a.Next();)
        {
            if (a.Is("lang") || a.Is("xml:lang"))
                _metadata.Add(new Metadatum(name + ":lang", a.Text, 0));
        }
    }

    private void Note(string name, HtmlAttributes attributes)
    {
        foreach ((string key, string value) in attributes.Metadata(name))
            _metadata.Add(new Metadatum(key, value, _blocks.Count));
    }

    private void NoteScript(int start, int end)
    {
        if (_metadata.Count > _mostMetadata)
            return;
        foreach (string date in ScriptDates.Read(_source, start, end))
            _metadata.Add(new Metadatum("script:published", date, _blocks.Count));
    }

    private string Raw(in MarkupTokenizer tag, string name)
    {
        ReadOnlySpan<char> text = _source.AsSpan(tag.End, RawEnd(tag, name) - tag.End);
        return name == "title" ? Entities.Resolve(text) : text.ToString();
    }

    private int RawEnd(in MarkupTokenizer tag, string name)
    {
        int end = _source.IndexOf("</" + name, tag.End, StringComparison.OrdinalIgnoreCase);
        return Math.Min(end < 0 ? _source.Length : end, tag.End + (1 << 20));
    }

    private void Close(ElementRole role)
    {
        if (role.Name is "br" or "p" && !_open.Exists(o => o.Role.Name == role.Name))
        {
            Flush();
            return;
        }
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Role.Name == role.Name)
            {
                while (_open.Count > i)
                    Pop();
                return;
            }
            // The end of something outside does not reach into a cell; a stray inline end does not close blocks.
            if (_open[i].Role.Name is "td" or "th" or "table" && role.Name is not ("table" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot" or "body" or "html"))
                return;
            if (_open[i].Role.Is(ElementRoles.Block) && !role.Is(ElementRoles.Block))
                return;
        }
    }

    private void Pop()
    {
        (ElementRole role, int element, int blocks, int start) = _open[^1];
        NoteWords(element, blocks, start);
        if (!role.Is(ElementRoles.Block))
            _inline = (_elements[element].Names, blocks == _blocks.Count ? _block.Length - start : 0, _blocks.Count, _block.Length);
        if (role.Is(ElementRoles.Block) || (role.Name is "span" or "strong" or "small" or "em" && HeadingParts.Names(_elements[element].Names) && InHeading()))
            Flush();
        _open.RemoveAt(_open.Count - 1);
        if (role.Is(ElementRoles.Skip))
            _skipped--;
        if (role.Name == "a")
            _block.CloseLink();
        // A block that an inline element still holds open ends behind it.
        _elements[element] = _elements[element] with { EndBlock = _blocks.Count + (_block.Length > 0 ? 1 : 0) };
    }

    // A date that shares its line with other words: only the name of its element says what it is.
    private void NoteWords(int element, int blocks, int start)
    {
        int length = _block.Length - start;
        if (_skipped > 0 || blocks != _blocks.Count || length is < 6 or > 60 || _elements[element].Names.Length == 0 || _metadata.Count > _mostMetadata)
            return;
        string words = _block.Cut(start, length).Trim();
        if (words.Count(char.IsDigit) >= 4)
            _metadata.Add(new Metadatum("words:" + _elements[element].Names, words, _blocks.Count));
    }

    // The start of one element ends another: the "generate implied end tags" of the standard, as far as text is concerned.
    private void CloseImplied(string name)
    {
        (string[] closes, string[] within) = name switch
        {
            "li" => (_li, _lists),
            "dd" or "dt" => (_terms, _dl),
            "tr" => (_rows, _tables),
            "td" or "th" => (_cells, _tables),
            "tbody" or "thead" or "tfoot" => (_bodies, _tables),
            "option" => (_options, _tables),
            "body" => (_heads, _tables),
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => (_headings, _cellsAndLists),
            _ => (_paragraph, _cellsAndLists),
        };
        int found = -1;
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            string open = _open[i].Role.Name;
            if (Array.IndexOf(within, open) >= 0)
                break;
            if (Array.IndexOf(closes, open) >= 0)
            {
                found = i;
                if (open is not ("td" or "th"))
                    break;
            }
            else if (_open[i].Role.Is(ElementRoles.Block) && name is not ("tr" or "td" or "th" or "tbody" or "thead" or "tfoot") && open != "p")
            {
                break;
            }
        }
        while (found >= 0 && _open.Count > found)
            Pop();
    }

    private static readonly string[] _li = ["li"], _lists = ["ul", "ol", "menu", "dir", "table", "td", "th"], _terms = ["dd", "dt"], _dl = ["dl", "table"],
        _rows = ["tr", "td", "th"], _tables = ["table"], _cells = ["td", "th"], _bodies = ["tbody", "thead", "tfoot", "tr", "td", "th"], _options = ["option"],
        _heads = ["head"], _headings = ["h1", "h2", "h3", "h4", "h5", "h6", "p"], _paragraph = ["p"], _cellsAndLists = ["td", "th", "table"];

    private void Write(int start, int end, bool entities)
    {
        if (_skipped > 0)
            return;
        while (start < end)
        {
            int before = _block.Length;
            start = _block.Add(_source, start, end, entities);
            if (_block.Length > before && _open.Count > 0)
                Hold(_open[^1].Element, before == 0);
            if (_block.Full)
                Flush();
        }
    }

    // The innermost element that holds all of the block.
    private void Hold(int element, bool first)
    {
        if (first || _holder < 0)
        {
            _holder = element;
            return;
        }
        int other = element;
        while (_holder != other && _holder >= 0 && other >= 0)
        {
            if (_depths[_holder] >= _depths[other])
                _holder = _elements[_holder].Parent;
            else
                other = _elements[other].Parent;
        }
        if (other < 0)
            _holder = -1;
    }

    private void Flush()
    {
        if (_block.Take() is { } block)
        {
            (BlockKind kind, int level) = Kind();
            _blocks.Add(block with { Kind = kind, Level = level, Element = _holder });
        }
        _holder = -1;
    }

    private (BlockKind Kind, int Level) Kind()
    {
        for (int i = _open.Count - 1; i >= 0 && i > _open.Count - 24; i--)
        {
            string name = _open[i].Role.Name;
            switch (name)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    return (BlockKind.Heading, name[1] - '0');
                case "hl1" or "hl2":
                    return (BlockKind.Heading, name[2] - '0');
                case "li" or "dd" or "dt":
                    return (BlockKind.ListItem, 0);
                case "blockquote" or "bq":
                    return (BlockKind.Quotation, 0);
                case "figcaption" or "caption" or "media-caption":
                    return (BlockKind.Caption, 0);
                case "td" or "th":
                    return (BlockKind.TableCell, 0);
                case "pre":
                    return (BlockKind.Preformatted, 0);
                case "div" or "section" or "article" or "main" or "aside":
                    return (BlockKind.Paragraph, 0);
                default:
                    break;
            }
        }
        return (BlockKind.Paragraph, 0);
    }
}
