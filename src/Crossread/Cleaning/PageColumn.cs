// Which part of a web page holds the story.
using System.Collections.Immutable;

using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>
/// Finds the element that holds the story and marks what stands outside it or in parts that name themselves furniture. Each block has a weight:
/// running text for, lists of links against (after text and link density: Kohlschütter et al., WSDM 2010); the story's element is the smallest one
/// that holds nearly the greatest sum of weights.
/// </summary>
internal sealed class PageColumn
{
    // So many characters in common make a block the one that the page's description is taken from.
    private const int _sameStart = 30;

    // More running text is no offer of a subscription.
    private const int _longestOffer = 80;

    // Of several reports one below the other each has so much running text.
    private const int _leastReport = 60;

    private readonly ImmutableArray<Element> _elements;
    private readonly IReadOnlyList<StoryLine> _lines;
    private readonly StoryLine? _title;
    private readonly bool _whole;
    private readonly HashSet<string> _descriptions;
    private readonly string?[] _kinds;
    private readonly double[] _sums;
    private readonly int[] _words;
    private readonly int[] _linked;
    private readonly int[] _prose;
    private readonly Dictionary<string, (string? Furniture, bool HoldsStory)> _says = new(StringComparer.Ordinal);

    private PageColumn(Document page, PageFacts facts, IReadOnlyList<StoryLine> lines, StoryLine? title)
    {
        (_elements, _lines, _title, _whole) = (page.Elements, lines, title, page.Format is DocumentFormat.FeedItem or DocumentFormat.NewsItem);
        _descriptions = [.. facts.All("description").Select(d => Headline.Fold(d.Value)).Where(d => d.Length >= _sameStart).Select(d => d[.._sameStart])];
        _kinds = new string?[_elements.Length];
        _sums = new double[_elements.Length];
        _words = new int[_elements.Length];
        _linked = new int[_elements.Length];
        _prose = new int[_elements.Length];
    }

    /// <summary>Marks the lines of a page that do not belong to its story.</summary>
    public static void Mark(Document page, PageFacts facts, IReadOnlyList<StoryLine> lines, StoryLine? title)
    {
        if (page.Elements.IsEmpty || lines.Count == 0)
            return;
        new PageColumn(page, facts, lines, title).Mark();
    }

    private void Mark()
    {
        int allProse = Count();
        Name(allProse);
        // A feed's item is all story; its parts need not share an element.
        int story = _whole ? -1 : Choose();
        if (story < 0 && !_whole)
            return;
        Element column = _whole ? new Element(-1, "", "", false, 0, int.MaxValue) : _elements[story];
        for (int i = 0; i < _lines.Count; i++)
        {
            StoryLine line = _lines[i];
            if (line == _title || line.Removed is not null)
                continue;
            if (LeadsIn(line, column))
                line.Kind = PassageKind.Standfirst;
            else if (line.Number < column.FirstBlock || line.Number >= column.EndBlock)
                line.Removed = Inherited(line.Block.Element, -1) ?? "outside";
            else
                line.Removed = Inherited(line.Block.Element, story) ?? Links(line, story);
        }
    }

    // Running text between the headline and the column sums the story up; so does what stands right under the headline and is named so.
    private bool LeadsIn(StoryLine line, Element column)
    {
        if (line.Number >= column.FirstBlock || line.Block.LinkShare >= 0.3 || line.Cue.Alone || Inherited(line.Block.Element, -1) is not null)
            return false;
        if (_title is not null && line.Number > _title.Number)
        {
            int behind = line.Number - _title.Number;
            if (line.IsProse ? behind <= (line.Block.Kind == BlockKind.Heading ? 8 : 30) : behind <= 6 && line.Words >= 6 && IsNamedLead(line))
                return true;
        }
        return line.Block.Kind != BlockKind.Heading && IsDescribed(line);
    }

    private bool IsNamedLead(StoryLine line)
    {
        int e = line.Block.Element;
        for (int up = 0; up < 2 && e >= 0; up++, e = _elements[e].Parent)
        {
            if (PartNames.HoldsLead(_elements[e].Names))
                return true;
        }
        return false;
    }

    private bool IsDescribed(StoryLine line) => line.Words >= 6 && line.Text.Length >= _sameStart && Headline.Fold(line.Text[..Math.Min(line.Text.Length, 3 * _sameStart)]) is var start && start.Length >= _sameStart && _descriptions.Contains(start[.._sameStart]);

    // Words, linked words and running text of each element.
    private int Count()
    {
        int all = 0;
        foreach (StoryLine line in _lines)
        {
            int prose = line.IsProse && line.Block.LinkShare < 0.5 ? line.Words : 0;
            all += prose;
            if (line.Block.Element is var e and >= 0)
            {
                _words[e] += line.Words;
                _linked[e] += (int)(line.Words * line.Block.LinkShare);
                _prose[e] += prose;
            }
        }
        // Parents have lower numbers than what they hold.
        for (int e = _elements.Length - 1; e >= 0; e--)
        {
            if (_elements[e].Parent is var parent and >= 0)
            {
                _words[parent] += _words[e];
                _linked[parent] += _linked[e];
                _prose[parent] += _prose[e];
            }
        }
        return all;
    }

    // Pages give the same names to many parts: each is looked up once.
    private (string? Furniture, bool HoldsStory) Says(string names)
    {
        if (names.Length == 0)
            return default;
        if (!_says.TryGetValue(names, out (string?, bool) says))
            _says.Add(names, says = (PartNames.Furniture(names), PartNames.HoldsStory(names)));
        return says;
    }

    // What each element's own name says, unless it holds most of the page's running text.
    private void Name(int allProse)
    {
        for (int e = 0; e < _elements.Length; e++)
        {
            Element element = _elements[e];
            if (element.FirstBlock >= element.EndBlock || _words[e] == 0)
                continue;
            string? kind = element.Tag switch
            {
                "nav" or "menu" => "navigation",
                "footer" => "outside",
                "aside" => "outside",
                "form" or "fieldset" => "outside",
                "dialog" => "outside",
                "amp-ad" or "amp-embed" or "amp-sticky-ad" or "amp-auto-ads" => "advert",
                "amp-sidebar" => "navigation",
                "amp-consent" => "consent",
                "amp-social-share" or "amp-addthis" => "share",
                "html" or "body" or "main" or "article" => null,
                _ => Says(element.Names).Furniture,
            };
            if (element.Hidden)
                kind = "hidden";
            if (kind is "related" or "navigation" && _linked[e] == 0 && _prose[e] > 0 && element.Tag is not ("nav" or "menu"))
                kind = null; // there is nowhere to go
            if (kind is "navigation" && _prose[e] >= 60 && _linked[e] * 6 < _words[e] && element.Tag is not ("nav" or "menu"))
                kind = null; // a chapter that its table of contents names
            if (kind is "comments" && _title is not null && element.FirstBlock <= _title.Number && _title.Number < element.EndBlock)
                kind = null; // what holds the headline holds the story
            if (kind is "media" && _words[e] > allProse)
                kind = null; // a story told in pictures
            if (kind is "subscription" && _prose[e] >= _longestOffer && _linked[e] * 4 < _words[e])
                kind = null; // what is locked, not the lock
            if (kind is not null && kind is not "comments" && _prose[e] * 2 > allProse)
                kind = null;
            if (kind is not null and not "comments" && Says(element.Names).HoldsStory && _prose[e] * 4 > allProse)
                kind = null;
            _kinds[e] = kind is "outside" ? Told(element) ?? kind : kind;
        }
    }

    // What a part outside says of itself in its first lines is the better reason.
    private string? Told(Element element)
    {
        for (int i = element.FirstBlock; i < element.EndBlock && i < element.FirstBlock + 3; i++)
        {
            if (_lines[i].Cue is { Alone: true, Kind: { } kind and not ("comments" or "nowords") })
                return kind;
        }
        return null;
    }

    private int Choose()
    {
        foreach (StoryLine line in _lines)
        {
            if (line.Block.Element >= 0)
                _sums[line.Block.Element] += Weight(line) + (_descriptions.Count > 0 && IsDescribed(line) ? 60 : 0);
        }
        for (int e = _elements.Length - 1; e >= 0; e--)
        {
            if (_kinds[e] is not null)
                _sums[e] = 0;
            else if (_elements[e].Parent is var parent and >= 0)
                _sums[parent] += _sums[e];
        }
        int best = -1;
        double most = 0;
        for (int e = 0; e < _elements.Length; e++)
        {
            double sum = _sums[e] * (Says(_elements[e].Names).HoldsStory ? 1.6 : _elements[e].Tag is "article" or "main" ? 1.4 : 1);
            if (sum > most)
                (best, most) = (e, sum);
        }
        if (best < 0)
            return -1;
        // The smallest element inside that still holds nearly all.
        double whole = _sums[best];
        for (int e = best + 1; e < _elements.Length && _elements[e].FirstBlock < _elements[best].EndBlock; e++)
        {
            if (_sums[e] >= 0.97 * whole && Inside(e, best))
                best = e;
        }
        return OneOfSeveral(best);
    }

    // Pages that go on with the next report when the reader scrolls hold several, each with a heading of the first level: the headline's is meant.
    private int OneOfSeveral(int column)
    {
        if (_title is null)
            return column;
        int own = _title.Block.Element;
        while (own > column && _elements[own].Tag != "article")
            own = _elements[own].Parent;
        if (own <= column || _prose[own] < _leastReport)
            return column;
        bool another = _lines.Any(l => l.Block is { Kind: BlockKind.Heading, Level: 1, Element: >= 0 } && l.Number >= _elements[own].EndBlock && l.Number < _elements[column].EndBlock && InArticle(l.Block.Element, column));
        return another ? own : column;
    }

    private bool InArticle(int element, int column)
    {
        while (element > column && _elements[element].Tag != "article")
            element = _elements[element].Parent;
        return element > column && _prose[element] > 0;
    }

    private static double Weight(StoryLine line)
    {
        if (line.Removed is not null || line.Cue.Alone)
            return 0;
        double link = line.Block.LinkShare;
        if (line.Block.Kind == BlockKind.Heading)
            return link > 0.5 ? -2 : 0.5;
        if (line.IsProse)
            return Math.Min(line.Words, 80) * (1 - 2 * link);
        return Math.Min(line.Words, 20) * (0.3 - link) - 0.5;
    }

    private bool Inside(int element, int outer)
    {
        while (element > outer)
            element = _elements[element].Parent;
        return element == outer;
    }

    private string? Inherited(int element, int story)
    {
        for (; element >= 0 && element != story; element = _elements[element].Parent)
        {
            if (_kinds[element] is { } kind)
                return kind;
        }
        return null;
    }

    // A list, table or part of the story's column that is all links leads elsewhere.
    private string? Links(StoryLine line, int story)
    {
        double share = line.Block.LinkShare;
        if (share < 0.5 || line.Block.Links.IsEmpty)
            return null;
        if (line.Block.Kind is BlockKind.ListItem or BlockKind.TableCell or BlockKind.Heading && share > 0.8)
        {
            int e = line.Block.Element;
            while (e >= 0 && e != story && _elements[e].Tag is not ("ul" or "ol" or "dl" or "table" or "div" or "section"))
                e = _elements[e].Parent;
            if (e < 0 || e == story || _linked[e] * 2 > _words[e])
                return "links";
        }
        for (int e = line.Block.Element; e >= 0 && e != story; e = _elements[e].Parent)
        {
            if (_elements[e].Tag is "ul" or "ol" or "div" or "section" or "table" or "dl" && _words[e] >= 3 && _linked[e] > 0.7 * _words[e])
                return "links";
        }
        return null;
    }
}
