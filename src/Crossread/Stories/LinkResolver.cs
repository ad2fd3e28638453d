// Which links of the reports lead to other reports of the pile.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories.Links;

namespace Crossread.Stories;

/// <summary>Follows links from report to report inside the pile: by address, or by a link's words that are another report's headline. Fetches nothing.</summary>
public static class LinkResolver
{
    // Shorter headlines ("Latest news") name no report.
    private const int _leastWords = 4;

    /// <summary>For each reading and each of its links the id of the report it leads to, or null. Where two reports answer, none is named.</summary>
    public static ImmutableArray<ImmutableArray<string?>> Resolve(ImmutableArray<Reading> readings)
    {
        Dictionary<string, string?> byAddress = new(StringComparer.Ordinal), byHeadline = new(StringComparer.Ordinal);
        foreach (Reading reading in readings)
        {
            if (FoldedHeadline.Address(reading.Report.Url) is { } address)
                Put(byAddress, address, reading.Report.Id);
            if (reading.Report.Title is { } title && FoldedHeadline.Of(title) is var folded && Words(folded) >= _leastWords)
                Put(byHeadline, folded, reading.Report.Id);
        }
        return [.. readings.Select(r => r.Report.Links.Select(link => Target(link, r.Report.Id, byAddress, byHeadline)).ToImmutableArray())];
    }

    private static string? Target(Link link, string from, Dictionary<string, string?> byAddress, Dictionary<string, string?> byHeadline)
    {
        string? target = null;
        if (FoldedHeadline.Address(link.Url) is { } address)
            byAddress.TryGetValue(address, out target);
        if (target is null && FoldedHeadline.Of(link.Text) is { Length: > 0 } words && !byHeadline.TryGetValue(words, out target))
        {
            // "Related article: …", "Read also …": up to four words before the headline.
            string rest = words;
            for (int i = 0; i < 4 && target is null && rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and int at; i++)
            {
                rest = rest[(at + 1)..];
                byHeadline.TryGetValue(rest, out target);
            }
        }
        return target == from ? null : target;
    }

    private static void Put(Dictionary<string, string?> index, string key, string id) =>
        index[key] = index.TryGetValue(key, out string? other) && other != id ? null : id;

    private static int Words(string folded) => folded.Count(c => c == ' ') + 1;
}
