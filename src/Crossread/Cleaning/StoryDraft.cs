// One document on its way to a report.
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>One document on its way to a report: first its column, then its lines, then what stands at its head.</summary>
internal sealed class StoryDraft
{
    // Fewer words of running text are no story; fewer than these may be its beginning, if the page's data holds so many times as many.
    private const int _leastProse = 20, _shortProse = 200, _more = 3, _muchMore = 10;
    private const int _lastLines = 4, _longestNote = 80;

    private readonly Document _document;
    private readonly PageFacts _facts;
    private readonly List<StoryLine> _lines;
    private readonly Headline.Found _title;
    private readonly HashSet<string> _authors;

    public StoryDraft(Document document)
    {
        _document = document;
        _facts = new PageFacts(document);
        _lines = [.. document.Blocks.Select((block, i) => new StoryLine(block, i))];
        _title = Headline.Find(document, _facts, _lines);
        PageColumn.Mark(document, _facts, _lines, _title.Line);
        ReadScripts();
        // Where only the window's title names the page, the heading over its column is the better headline.
        if (IsPage && _title.Line is null && !_facts.All("title").Any() && Kept.Take(3).FirstOrDefault(l => l.Block.Kind == BlockKind.Heading && l.Words >= 2) is { } heading)
            _title = new Headline.Found(Headline.WithoutSigns(heading.Text), heading);
        else if (IsPage && _title is { Line: { } doubtful, Stated: false } && OverColumn(doubtful) is { } better)
            _title = new Headline.Found(Headline.WithoutSigns(better.Text), better);
        Url = _facts.First("url");
        _authors = [.. _facts.All("author").Select(a => Head.WithoutBy(a.Value))];
        // A company may publish many outlets: the name that the address holds is the outlet's.
        List<string> names = [.. _facts.All("outlet").Select(o => o.Value).Where(o => o.Length > 0)];
        string? host = ReportWriter.Host(Url);
        Outlet = names.Find(n => IsInHost(n, host)) ?? names.FirstOrDefault() ?? TextHead.Outlet(_lines);
    }

    /// <summary>The publisher that the document states, or null.</summary>
    public string? Outlet { get; }

    /// <summary>The address that the document states, or null.</summary>
    public string? Url { get; }

    /// <summary>The lines that stay so far.</summary>
    public IEnumerable<StoryLine> Kept => _lines.Where(l => l.Removed is null);

    /// <summary>The headline's line, or null.</summary>
    public StoryLine? Title => _title.Line;

    /// <summary>Removes furniture line by line and writes the report.</summary>
    public Report Finish(Func<StoryLine, bool> repeated)
    {
        DropCopiesOfTitle();
        (StatedDate? published, StatedDate? changed, string? author, string? agency) = ReadHead(AfterTitle());
        DropDateAbove();
        MarkNotes();
        DropFoot(author);
        author ??= _lines.Where(l => l.Removed == "byline" || (l.Removed == "outside" && _title.Line is { } title && l.Number > title.Number && l.Number <= title.Number + 4)).Select(l => Head.Author(l) ?? Head.AuthorBehindDate(l.Text)).FirstOrDefault(a => a is not null);
        DropAuthorsNote(author);
        LineFilter.Apply(_lines, _title.Line, repeated);
        PageTrim.Apply(_document, _lines, _title.Line);
        CleanText clean = ReportWriter.Write(_document, _lines, _title).Settled();
        string? url = Url ?? UrlInFurniture();
        string? outlet = Outlet;
        List<string> authors = Authors(author, ref agency, ref outlet, ReportWriter.Host(url));
        outlet ??= _lines.Where(l => l.Removed is "legal" or "outside").Select(l => Head.Owner(l.Text)).FirstOrDefault(o => o is not null);
        agency ??= _facts.First("agency") is { } credit ? Head.Agency(credit) ?? credit : Kept.LastOrDefault() is { } last ? Head.ClosingAgency(last.Text) : null;
        PageDate.Shown shown = IsPage ? PageDate.Find(_document, _lines, _title.Line, WrittenDate.OrderOf(_facts.First("language"))) : new PageDate.Shown([], null);
        DateChoice.Found dates = DateChoice.Choose(_facts, !shown.Published.IsEmpty || published is null ? shown.Published : [(published, 2.9)], shown.Changed ?? changed, url);
        return new Report
        {
            Id = "r" + _document.Sha256[..10],
            File = _document.File,
            Sha256 = _document.Sha256,
            Title = _title.Text,
            Authors = [.. authors],
            Outlet = outlet ?? ReportWriter.Host(url),
            Agency = agency,
            Url = url,
            Language = LanguageIdentifier.Identify(clean.Text, _facts.First("language")),
            Published = dates.Published,
            Modified = dates.Modified,
            Section = _facts.First("section"),
            Encoding = _document.Encoding,
            Stated = [.. Facts("title"), .. authors.Count == 0 ? [] : Facts("author"), .. Facts("outlet"), .. dates.All, .. Facts("url"), .. Facts("section"), .. Facts("agency")],
            Text = clean.Text,
            Passages = clean.Passages,
            Removed = [.. ReportWriter.WriteRemoved(_lines), .. clean.Removed],
            Links = ReportWriter.WriteLinks(_lines),
            Map = clean.Map,
        };
    }

    /// <summary>The clean text, without what was published about it.</summary>
    public CleanText Write()
    {
        DropCopiesOfTitle();
        DropFoot(ReadHead(AfterTitle()).Author);
        LineFilter.Apply(_lines, _title.Line, _ => false);
        return ReportWriter.Write(_document, _lines, _title) with { Removed = ReportWriter.WriteRemoved(_lines) };
    }

    // A page without a story in its markup, or with its beginning only, may hold it in the data of its scripts.
    private void ReadScripts()
    {
        if (!IsPage)
            return;
        int shown = Kept.Where(l => l != _title.Line && l.IsProse && !l.Cue.Alone).Sum(l => l.Words);
        if (shown >= _leastProse && (shown >= _shortProse || !ScriptStory.HasBody(_document.Source)))
            return;
        bool beginning = shown >= _leastProse;
        List<StoryLine> story = [.. ScriptStory.Read(_document.Source, ReadingLimits.Default, onlyBody: beginning).Select((block, i) => new StoryLine(block, _lines.Count + i))];
        if (story.Sum(l => l.Words) < (beginning ? _more : _muchMore) * shown || story.Count == 0)
            return;
        foreach (StoryLine line in Kept.Where(l => l != _title.Line))
            line.Removed = line.Cue.Kind is { } kind and not "nowords" ? kind : "outside";
        _lines.AddRange(story);
    }

    // A heading that nothing bears out and that does not stand over the story is not its headline; the last one before the story's first sentence is.
    private StoryLine? OverColumn(StoryLine doubtful)
    {
        if (Kept.FirstOrDefault(l => l != doubtful && l.IsProse) is not { } first)
            return null;
        StoryLine? over = Kept.LastOrDefault(l => l != doubtful && l.Number < first.Number && l.Block.Kind == BlockKind.Heading && l.Words >= 2);
        return over is not null && (doubtful.Number > first.Number || (over.Block.Level == 1 && over.Number > doubtful.Number + 20)) ? over : null;
    }

    // A paper may set its day above the headline.
    private List<StoryLine> AfterTitle() => [.. IsText && _title.Line is { } title ? Kept.Where(l => l.Number < title.Number && Head.IsDateLine(l)) : [], .. Kept.Where(l => l != _title.Line && (_title.Line is null || l.Number > _title.Line.Number)).Take(10)];

    private bool IsPage => _document.Format is DocumentFormat.Html;

    private bool IsText => _document.Format is DocumentFormat.PlainText or DocumentFormat.Markdown;

    // The headline again, close to itself, is one headline.
    private void DropCopiesOfTitle()
    {
        if (_title.Text is not { Length: > 0 } title)
            return;
        string folded = Headline.Fold(title);
        int seen = 0;
        foreach (StoryLine line in Kept)
        {
            if (++seen > 12)
                break;
            if (line != _title.Line && line.Text.Length <= title.Length + 8 && Headline.Fold(line.Text) == folded)
                line.Removed = "title";
        }
    }

    private void DropFoot(string? author)
    {
        if (IsText)
            TextFoot.Apply(_document, _lines, [.. _authors, .. author is null ? [] : Head.People(author)], Outlet);
    }

    // "Ana Ruiz is the paper's islands correspondent." among the last lines tells of the author and not of the story.
    private void DropAuthorsNote(string? author)
    {
        List<string> authors = [.. _authors, .. author is null ? [] : Head.People(author)];
        List<StoryLine> kept = [.. Kept];
        for (int i = kept.Count - 1; i >= Math.Max(kept.Count - _lastLines, kept.Count / 2); i--)
        {
            if (kept[i] != _title.Line && kept[i].Words <= _longestNote && authors.Exists(a => Head.IsAbout(kept[i].Text, a)))
                kept[i].Removed = "author";
        }
    }

    // On a page the date may stand over the headline.
    private void DropDateAbove()
    {
        if (!IsPage || _title.Line is not { } title)
            return;
        foreach (StoryLine line in Kept.TakeWhile(l => l.Number < title.Number).Where(l => l.Words <= 6 && Head.IsDateLine(l)))
            line.Removed = "byline";
    }

    private (StatedDate? Published, StatedDate? Changed, string? Author, string? Agency) ReadHead(List<StoryLine> head)
    {
        StatedDate? published = null, changed = null;
        string? author = null, agency = null;
        bool body = false;
        for (int i = 0; i < head.Count; i++)
        {
            StoryLine line = head[i];
            if (line.Cue.Alone)
                continue;
            if (Head.IsDateLine(line))
            {
                // A text has no other place for its bare date than the line itself; and a line with much else in it is more than a date.
                bool tells = PartNames.DateWords(line.Text) != 0 || Head.Author(line) is not null;
                if (tells || (!IsText && line.Words <= 6))
                    TakeOut(line);
                else
                    line.Kind = PassageKind.Byline;
                ReadDates(line);
                if (author is null && Head.Author(line) is { } dated)
                    author = dated;
            }
            else if (!body && line.Words <= 6 && _authors.Contains(line.Text))
            {
                TakeOut(line);
            }
            else if (!body && i == 0 && line.Block.Kind == BlockKind.Heading && line.Words >= 12 && line.EndsSentence && _title.Line is not null)
            {
                line.Kind = PassageKind.Standfirst; // a sentence set as a heading right under the headline sums the story up
            }
            else if (!body && Head.Author(line) is { } name)
            {
                TakeOut(line);
                ReadDates(line);
                author ??= name;
            }
            else if (line.Words <= 4 && Head.Agency(line.Text) is { } credit)
            {
                TakeOut(line);
                agency ??= credit;
            }
            else if (line.IsProse && line.Block.Kind == BlockKind.Paragraph)
            {
                agency ??= Head.DatelineAgency(line.Text);
                if (!body && i + 1 < head.Count && IsText && line.Words <= 60 && IsStandfirst(head, i))
                    line.Kind = PassageKind.Standfirst;
                else
                    body = true;
            }
            else if (!body && line.Block.Kind == BlockKind.Paragraph && _title.Line is not null && line.Words >= 3)
            {
                line.Kind = Head.IsCaption(line) ? PassageKind.Caption : PassageKind.Standfirst;
            }
        }
        return (published, changed, author, agency);

        // Of several dates in a line each has the words before it.
        void ReadDates(StoryLine line)
        {
            int from = 0;
            foreach (WrittenDate.Found date in WrittenDate.ReadAll(line.Text, NumberOrder.Unknown))
            {
                StatedDate stated = new(date.Edtf, "the date line \u201C" + line.Text + "\u201D under the headline");
                if (from > 0 && PartNames.DateWords(line.Text[from..date.Start]) < 0)
                    changed ??= stated;
                else
                    published ??= stated;
                from = date.End;
            }
        }

        // Before the story begins, a line of author, date or agency has told what it has to tell; later it may be a part of the story.
        void TakeOut(StoryLine line)
        {
            line.Kind = PassageKind.Byline;
            if (!body)
                line.Removed = "byline";
        }
    }

    // Running text right under the headline sums up if the next paragraph begins with a place line.
    private static bool IsStandfirst(List<StoryLine> head, int i)
    {
        StoryLine next = head[i + 1];
        return next.IsProse && Head.DatelineAgency(next.Text) is not null && Head.DatelineAgency(head[i].Text) is null;
    }

    private void MarkNotes()
    {
        foreach (StoryLine line in Kept)
        {
            if (line != _title.Line && line.Kind is PassageKind.Paragraph or PassageKind.Quotation)
                line.Kind = Head.IsNote(line.Text) ? PassageKind.Note : Head.IsStaff(line.Text) ? PassageKind.Byline : line.Kind;
        }
    }

    // "By The Valley Times" names the outlet: a name with an article, or the name of the address.
    private static bool IsOutlet(string name, string? host) => name.StartsWith("The ", StringComparison.Ordinal) || IsInHost(name, host);

    private static bool IsInHost(string name, string? host) =>
        host is not null && Headline.Fold(name).Replace(" ", "", StringComparison.Ordinal) is { Length: > 3 } letters && host.Replace("-", "", StringComparison.Ordinal).Contains(letters, StringComparison.Ordinal);

    // What the document says of a kind, each reading once, with all the places where it stands.
    private IEnumerable<StatedFact> Facts(string kind) => _facts.All(kind).Where(f => f.Value.Length is > 0 and < 500)
        .GroupBy(f => f.Value, StringComparer.Ordinal)
        .Select(g => new StatedFact(kind, g.Key, string.Join("; ", g.Select(f => f.Because).Distinct(StringComparer.Ordinal))));

    private List<string> Authors(string? inText, ref string? agency, ref string? outlet, string? host)
    {
        List<string> names = [];
        foreach ((string value, string _) in _facts.All("author"))
        {
            if (value.Length is > 1 and < 200 && !value.Contains("://", StringComparison.Ordinal))
                names.AddRange(Head.People(Head.WithoutBy(value)));
        }
        if (names.Count == 0 && inText is not null)
            names.AddRange(Head.People(inText));
        List<string> people = [];
        foreach (string name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (Head.Agency(name) is { } credit)
                agency ??= credit;
            else if (IsOutlet(name, host))
                outlet ??= name;
            else if (Outlet is null || Headline.Fold(name) != Headline.Fold(Outlet))
                people.Add(name);
        }
        return people;
    }

    // A line that says where the page came from names its address.
    private string? UrlInFurniture()
    {
        bool near = false;
        foreach (StoryLine line in _lines)
        {
            bool source = line.Removed == "source" || line.Cue.Kind == "source";
            if (source || near)
            {
                foreach (BlockLink link in line.Block.Links)
                {
                    if (Uri.TryCreate(link.Url, UriKind.Absolute, out _))
                        return link.Url;
                }
                int at = line.Text.IndexOf("http", StringComparison.Ordinal);
                if (at >= 0 && Uri.TryCreate(line.Text[at..].Split(' ')[0].TrimEnd('>'), UriKind.Absolute, out Uri? url))
                    return url.OriginalString;
            }
            near = source;
        }
        return null;
    }
}
