// The publication date as a page shows it beside its headline.
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>
/// Finds the publication date among the short lines and time elements near the headline. A line counts if it is little more than a date, if its
/// words say that it is one, or if the page's own names do; a number in running text never counts.
/// </summary>
internal static class PageDate
{
    private const int _before = 12, _behind = 40;

    public static StatedDate? Find(Document page, IReadOnlyList<StoryLine> lines, StoryLine? title)
    {
        int head = title?.Number ?? lines.FirstOrDefault(l => l.Removed is null)?.Number ?? 0;
        int end = lines.LastOrDefault(l => l.Removed is null)?.Number ?? head;
        StatedDate? best = null;
        double most = 0;
        foreach (Metadatum said in page.Metadata)
        {
            if (!said.Name.StartsWith("time:", StringComparison.Ordinal) || WrittenDate.Read(said.Value) is not { } date)
                continue;
            double score = 4 + Near(said.Block, head, end) + PartNames.DateScore(said.Name);
            if (score > most)
                (most, best) = (score, new StatedDate(date, "the time element near the headline"));
        }
        foreach (StoryLine line in lines)
        {
            if (line.Words is 0 or > 30 || line.Removed is "comments" or "related" || !line.Text.AsSpan().ContainsAnyInRange('0', '9'))
                continue;
            double near = Near(line.Number, head, end);
            if (near < 0)
                continue;
            if (WrittenDate.Read(line.Text) is not { } date)
                continue;
            double score = near + Math.Clamp(8 - line.Words, -6, 4) * 0.5 + Names(page, line.Block.Element) + PartNames.DateWords(line.Text);
            if (line.EndsSentence && line.Words > 8)
                score -= 3;
            if (line.Block.LinkShare > 0.7)
                score -= 2;
            if (score > most && score >= 3)
                (most, best) = (score, new StatedDate(date, "the date \u201C" + (line.Text.Length > 60 ? date : line.Text) + "\u201D near the headline"));
        }
        return best;
    }

    // Right under the headline is best; a little above, or at the story's end, is good.
    private static double Near(int block, int head, int end) =>
        block >= head && block <= head + _behind ? 4 - (block - head) * 0.08
        : block < head && block >= head - _before ? 3 - (head - block) * 0.15
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
