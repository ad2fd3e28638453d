// The clean text on its way into a report.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>A clean text with its passages and its map.</summary>
internal sealed record CleanText(string Text, SourceMap Map, ImmutableArray<Passage> Passages)
{
    private const int _mostTimes = 8;

    /// <summary>What was removed on the way, in the source's coordinates.</summary>
    public ImmutableArray<Removed> Removed { get; init; } = [];

    /// <summary>
    /// The text that cleaning does not change again. What was displayed may itself look like markup or, freed of its surroundings, like
    /// furniture; so the text is cleaned until it stays.
    /// </summary>
    public CleanText Settled()
    {
        CleanText text = this;
        for (int i = 0; i < _mostTimes && text.Text.Length > 0; i++)
        {
            CleanText again = new StoryDraft(Read(text.Text)).Write();
            if (again.Text == text.Text)
                break;
            SourceMap map = again.Map.Through(text.Map);
            text = new CleanText(again.Text, map, [.. again.Passages.Select(text.Rename(again.Map))])
            {
                Removed = [.. text.Removed, .. again.Removed.Select(r => r with { Source = text.Map.ToSource(new TextSpan(r.Source.Start, r.Source.End)) })],
            };
        }
        return text;
    }

    private static Document Read(string text) => FormatSniffer.IsHtml(text, FormatSniffer.Root(text)) ? Document.OfHtml("", text) : Document.OfText("", text);

    // A passage keeps the kind that it had.
    private Func<Passage, Passage> Rename(SourceMap into) => passage =>
    {
        int start = into.ToSource(passage.Span).Start;
        int low = 0, high = Passages.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Passages[middle].Span.Start <= start ? (middle, high) : (low, middle - 1);
        }
        if (low < Passages.Length && Passages[low].Span.Contains(start))
            return passage with { Kind = Passages[low].Kind };
        return passage;
    };
}
