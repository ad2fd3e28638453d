// Which headline names the story.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;

namespace Crossread.Stories;

/// <summary>Chooses the headline that shares most with what the other origins tell: the medoid of the headlines and openings.</summary>
internal static class HeadlineChooser
{
    private const int LongestHeadline = 160, OpeningLetters = 400;

    // A headline that asks, or that opens with somebody's words, says less of what happened.
    private const double Asks = 0.6, Quotes = 0.7;

    /// <summary>Index of the report with that headline, or null if none has one.</summary>
    public static int? Choose(ImmutableArray<StoryReport> reports)
    {
        Dictionary<ulong, HashSet<int>> origins = [];
        ImmutableArray<ulong>[] headlines = new ImmutableArray<ulong>[reports.Length];
        for (int r = 0; r < reports.Length; r++)
        {
            string? title = reports[r].Reading.Report.Title;
            headlines[r] = title is null ? [] : Keys(title);
            string text = reports[r].Reading.Report.Text;
            foreach (ulong key in headlines[r].Concat(Keys(text[..Math.Min(text.Length, OpeningLetters)])))
            {
                if (!origins.TryGetValue(key, out HashSet<int>? told))
                    origins.Add(key, told = []);
                told.Add(reports[r].Origin);
            }
        }
        int? best = null;
        double most = -1;
        string day = "";
        for (int r = 0; r < reports.Length; r++)
        {
            if (reports[r].Reading.Report.Title is not { Length: > 0 and <= LongestHeadline } title || headlines[r].IsEmpty)
                continue;
            // Each word counts by the other origins that have it; a long headline has more words and must not win by that alone.
            double score = headlines[r].Sum(k => origins[k].Count - 1.0) / Math.Sqrt(headlines[r].Length + 2) * Form(title.Trim());
            string published = reports[r].Published.Edtf?.Trim('[') ?? "~";
            if (score < most - 1e-9 || (Math.Abs(score - most) <= 1e-9 && string.CompareOrdinal(published, day) >= 0))
                continue;
            (best, most, day) = (r, score, published);
        }
        return best;
    }

    private static double Form(string title) =>
        title.EndsWith('?') ? Asks : title[0] is '“' or '"' or '‘' or '\'' or '«' or '„' ? Quotes : 1;

    private static ImmutableArray<ulong> Keys(string text) => [.. TermReader.Read(text).Select(t => t.Key).Distinct()];
}
