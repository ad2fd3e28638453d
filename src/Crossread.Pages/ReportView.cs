// One report as the page shows it: its number, its label and the places that lines of the page lead to.
using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A report of the story with the anchors that the page needs in its text.</summary>
public sealed class ReportView
{
    private readonly SortedDictionary<TextSpan, Anchor> _anchors = [];

    internal ReportView(int index, StoryReport report)
    {
        Number = index + 1;
        Report = report;
        Label = LabelOf(report.Reading.Report);
    }

    /// <summary>Its number on the page, from 1, in the story's order.</summary>
    public int Number { get; }

    /// <summary>The report.</summary>
    public StoryReport Report { get; }

    /// <summary>The positions of the slider at which it was published.</summary>
    public StepSet On { get; internal init; } = StepSet.All(1);

    /// <summary>Its outlet, else its agency, else its file's name without folder and extension.</summary>
    public string Label { get; }

    /// <summary>The clean text.</summary>
    public string Text => Report.Reading.Report.Text;

    /// <summary>Headline, or the file's name.</summary>
    public string Title => Report.Reading.Report.Title is { Length: > 0 } title ? title : Report.Reading.Report.File;

    /// <summary>Id of its section on the page.</summary>
    public string Id => FormattableString.Invariant($"r{Number}");

    /// <summary>The anchors in the order of the text.</summary>
    public IEnumerable<Anchor> Anchors => _anchors.Values;

    /// <summary>Id of the anchor of a span.</summary>
    public string IdOf(TextSpan span) => FormattableString.Invariant($"r{Number}-{span.Start}-{span.End}");

    /// <summary>The span, cut to the length of the text.</summary>
    public TextSpan Clamp(TextSpan span) => new(Math.Min(span.Start, Text.Length), Math.Min(span.End, Text.Length));

    /// <summary>Shows the words as cited.</summary>
    public void Cite(TextSpan span)
    {
        Anchor anchor = Anchor(Clamp(span), AnchorUse.Words);
        anchor.IsCited = true;
    }

    internal Anchor Anchor(TextSpan span, AnchorUse use)
    {
        if (!_anchors.TryGetValue(span, out Anchor? anchor))
            _anchors.Add(span, anchor = new Anchor(span));
        if (use > anchor.Use)
            anchor.Use = use;
        return anchor;
    }

    internal static string LabelOf(Report report)
    {
        if (report.Outlet is { Length: > 0 } outlet)
            return outlet;
        if (report.Agency is { Length: > 0 } agency)
            return agency;
        string name = report.File[(report.File.LastIndexOfAny(['/', '\\']) + 1)..];
        int dot = name.LastIndexOf('.');
        return dot > 0 && !name.Contains('#', StringComparison.Ordinal) ? name[..dot] : name;
    }
}

/// <summary>What an anchor in a report's text is for.</summary>
public enum AnchorUse : byte
{
    /// <summary>A time expression with its value.</summary>
    Time,

    /// <summary>The first mention of somebody.</summary>
    Name,

    /// <summary>Words that a line of the page rests on.</summary>
    Words,
}

/// <summary>A place in a report's text that lines of the page lead to.</summary>
public sealed class Anchor
{
    private readonly List<BackLink> _back = [];

    internal Anchor(TextSpan span) => Span = span;

    /// <summary>The words.</summary>
    public TextSpan Span { get; }

    /// <summary>What for.</summary>
    public AnchorUse Use { get; internal set; }

    /// <summary>True for the words that a permalink cites.</summary>
    public bool IsCited { get; internal set; }

    /// <summary>A note shown on pointing at the words (a date's value), or null.</summary>
    public string? Note { get; internal set; }

    /// <summary>The lines that lead here.</summary>
    public IReadOnlyList<BackLink> Back => _back;

    internal void Add(BackLink link)
    {
        if (!_back.Contains(link))
            _back.Add(link);
    }
}

/// <summary>A way back from words to a line of the page.</summary>
/// <param name="Id">Id of the line.</param>
/// <param name="Sign">Its short sign (<c>C2</c>).</param>
/// <param name="Title">What the line is, in words.</param>
public readonly record struct BackLink(string Id, string Sign, string Title);
