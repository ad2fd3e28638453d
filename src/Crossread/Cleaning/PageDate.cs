// The publication date as a page shows it beside its headline.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>
/// Finds the publication date among the short lines, marked words and time elements near the headline, and in the story's own dateline. A line
/// counts if it is little more than a date, if its words say that it is one, or if the page's own names do; a number in running text never counts.
/// Words such as "updated" make a date the one of the last change.
/// </summary>
internal static class PageDate
{
    private const int _before = 12, _behind = 40, _farTimes = 50;
    private const double _enough = 3;

    // A bare day before there were web pages is one that the page tells of.
    private const int _firstYear = 1991;

    // A date that is shown counts a little less than one that the page states in its data; the less likely one at least so much.
    private const double _most = 2.9, _least = 0.5;
    private const int _shown = 8;

    /// <summary>The dates that the page shows.</summary>
    /// <param name="Published">Of publication with the weight of each, the most likely first.</param>
    /// <param name="Changed">Of the last change, or null.</param>
    internal readonly record struct Shown(ImmutableArray<(StatedDate Date, double Weight)> Published, StatedDate? Changed);

    /// <summary>Finds them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="title">The headline's line, or null.</param>
    /// <param name="order">How the page's readers write day and month in numbers.</param>
    public static Shown Find(Document page, IReadOnlyList<StoryLine> lines, StoryLine? title, NumberOrder order)
    {
        int start = lines.FirstOrDefault(l => l.Removed is null && l != title && l.IsProse)?.Number ?? lines.FirstOrDefault(l => l.Removed is null)?.Number ?? 0;
        int top = lines.FirstOrDefault(l => l.Removed is null or "byline" && l != title)?.Number ?? start;
        // A headline far from its story, in the page's head or foot, does not tell where the story's date stands.
        int head = title is null || title.Number < start - _behind || title.Number > start + _before ? lines.LastOrDefault(l => l.Number < start && l.Removed is null && l.Block.Kind == BlockKind.Heading)?.Number ?? start : title.Number;
        int end = lines.LastOrDefault(l => l.Removed is null)?.Number ?? head;
        StatedDate? changed = null;
        double mostChanged = 0;
        List<(StatedDate Date, double Score)> published = [];
        void Add(double score, double sign, string date, string because)
        {
            if (sign < 0)
            {
                if (score - sign > mostChanged)
                    (mostChanged, changed) = (score - sign, new StatedDate(date, because));
            }
            else if (score + sign > 0)
            {
                published.Add((new StatedDate(date, because), score + sign));
            }
        }
        int far = 0;
        foreach (Metadatum said in page.Metadata)
        {
            bool time = said.Name.StartsWith("time:", StringComparison.Ordinal);
            double near = Near(said.Block, top, head, end);
            if (!time && (near < 0 || !said.Name.StartsWith("words:", StringComparison.Ordinal)))
                continue;
            if (near < 0 && ++far > _farTimes)
                continue; // the marks of a long list of other reports
            double sign = PartNames.DateScore(said.Name);
            if ((!time && sign == 0) || (Math.Abs(said.Block - head) > 3 && IsElsewhere(lines, said.Block)) || WrittenDate.Read(said.Value, order) is not { } date)
                continue;
            if (!time && said.Block < lines.Count && (PartNames.DateWords(lines[said.Block].Text) is var around and < 0 || (around = Label(lines, lines[said.Block])) != 0))
                sign = around; // the words beside it say what date it is
            Add((time ? 4 : 1) + near, sign, date, time ? "the time element near the headline" : "the words \u201C" + said.Value + "\u201D near the headline");
        }
        foreach (StoryLine line in lines)
        {
            if (line.Words is 0 || line.Removed is "comments" or "related" || line.Block.Kind == BlockKind.Quotation || !DateNumbers.AnyIn(line.Text))
                continue;
            double near = Near(line.Number, top, head, end);
            if (near < 0)
                continue;
            if (line.Words > 30 || WrittenDate.ReadAll(line.Text, order) is not { Count: > 0 } dates)
                continue;
            double score = near + Math.Clamp(8 - line.Words, -6, 4) * 0.5;
            if (line.EndsSentence && line.Words > 8)
                score -= 3;
            if (line.Block.LinkShare > 0.7)
                score -= 2;
            double names = Names(page, line.Block.Element);
            for (int i = 0, from = 0; i < dates.Count; from = dates[i++].End)
            {
                // Of several dates in a line each has the words before it: "Published 3 May 2031, updated 4 May 2031".
                double words = dates.Count == 1 ? PartNames.DateWords(line.Text) : PartNames.DateWords(line.Text[from..dates[i].Start]);
                if (words == 0 && dates.Count == 1 && Label(lines, line) is var label and not 0)
                    (words, names) = (label, 0);
                double sign = dates.Count > 1 && words != 0 ? words : names < 0 || words < 0 ? Math.Min(names, words) : names + words;
                if (score + Math.Abs(sign) >= _enough && (sign != 0 || int.Parse(dates[i].Edtf.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) >= _firstYear))
                    Add(score, sign, dates[i].Edtf, "the date \u201C" + (line.Text.Length > 60 ? dates[i].Edtf : line.Text) + "\u201D near the headline");
            }
        }
        if (published.Count == 0 && title is not null && Told(lines, title, order) is { } told)
            published.Add((told, _most));
        if (published.Count == 0 && Dateline(lines, order) is { } first)
            published.Add((first, _most));
        double most = published.Count == 0 ? 0 : published.Max(p => p.Score);
        return new Shown([.. published.OrderByDescending(p => p.Score).DistinctBy(p => p.Date.Edtf).Take(_shown).Select(p => (p.Date, Math.Max(_least, _most * p.Score / most)))], changed);
    }

    // "Published on:" alone in the line before says what the date is.
    private static double Label(IReadOnlyList<StoryLine> lines, StoryLine line) =>
        line.Number > 0 && lines[line.Number - 1] is { Words: >= 1 and <= 4 } label && !DateNumbers.AnyIn(label.Text) && line.Words <= 6 ? PartNames.DateWords(label.Text) : 0;

    // "(21 November 2031) The council …", "29.11.2031 – The council …": the story begins with its date.
    private static StatedDate? Dateline(IReadOnlyList<StoryLine> lines, NumberOrder order)
    {
        int seen = 0;
        foreach (StoryLine line in lines)
        {
            if (line.Removed is not null || !line.IsProse)
                continue;
            if (++seen > 4)
                break;
            if (WrittenDate.AtStart(line.Text, order) is { } date)
                return new StatedDate(date, "the date that the story begins with");
        }
        return null;
    }

    // "HEADLINE was posted on 4 May 2031 and is filed under …": a sentence of the page about this very story.
    private static StatedDate? Told(IReadOnlyList<StoryLine> lines, StoryLine title, NumberOrder order)
    {
        foreach (StoryLine line in lines)
        {
            if (line.Removed is not null && line.Words > title.Words + 3 && line.Text.Length < 300 && line.Text.Contains(title.Text, StringComparison.OrdinalIgnoreCase)
                && PartNames.DateWords(line.Text) > 0 && WrittenDate.Read(line.Text, order) is { } date)
            {
                return new StatedDate(date, "the page's sentence on when the story was posted");
            }
        }
        return null;
    }

    // What stands in a list of other reports is their date.
    private static bool IsElsewhere(IReadOnlyList<StoryLine> lines, int block) => block < lines.Count && lines[block].Removed is "comments" or "related" or "links";

    // Right under the headline is best; a little above, or at the story's end, is good.
    private static double Near(int block, int top, int head, int end) =>
        block >= head && block <= head + _behind ? 4 - (block - head) * 0.08
        : block < head && block >= head - _before ? 3 - (head - block) * 0.15
        : block < head && block >= top ? 1.2
        : block >= end && block <= end + 6 ? 1.5 : -3;

    private static double Names(Document page, int element)
    {
        for (int i = 0; i < 3 && element >= 0; i++, element = page.Elements[element].Parent)
        {
            if (page.Elements[element].Tag == "time")
                return 2;
            if (PartNames.DateScore(page.Elements[element].Names) is var score && score != 0)
                return score;
        }
        return 0;
    }
}
