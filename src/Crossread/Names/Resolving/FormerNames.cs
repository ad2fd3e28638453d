// Names that were changed: "Kestrel, formerly Orban Computer".
namespace Crossread.Names.Resolving;

/// <summary>Brings a name and the one that it replaced together, where the report says so.</summary>
internal static class FormerNames
{
    private const int LongestLink = 48;

    // What stands between the new name and the old one, and between the old one and the new.
    private static readonly string[] OldBehind =
        ["formerly", "formerly known as", "formerly called", "previously", "previously known as", "previously called", "once known as", "once called", "which changed its name from", "which was formerly", "which was formerly known as", "which used to be called", "renamed from"];

    private static readonly string[] NewBehind =
        ["now known as", "now called", "since renamed", "later renamed", "renamed", "was renamed", "has been renamed", "which was renamed", "which is now called", "which is now known as", "changed its name to", "has changed its name to", "which changed its name to"];

    /// <summary>Joins the clusters whose names the text says to be one, new and old.</summary>
    public static void Join(ResolverInput input, List<Cluster> clusters)
    {
        Dictionary<int, Cluster> of = [];
        foreach (Cluster cluster in clusters)
        {
            foreach (int m in cluster.Mentions)
                of[m] = cluster;
        }
        for (int m = 0; m + 1 < input.Mentions.Length; m++)
        {
            int from = input.Mentions[m].Span.End, to = input.Mentions[m + 1].Span.Start;
            if (to - from is < 3 or > LongestLink || !of.TryGetValue(m, out Cluster? first) || !of.TryGetValue(m + 1, out Cluster? second))
                continue;
            ReadOnlySpan<char> link = input.Text.Text.AsSpan(from, to - from).Trim([' ', ',', '(', '–', '—', '\u00a0']);
            bool oldBehind = Among(OldBehind, link);
            if (!oldBehind && !Among(NewBehind, link))
                continue;
            (Cluster now, Cluster before) = oldBehind ? (first, second) : (second, first);
            string former = input.Form(oldBehind ? m + 1 : m).Text, current = input.Form(oldBehind ? m : m + 1).Text;
            if (now == before || now.Kind != before.Kind || now.Government || before.Government || input.Verdicts.Different(former, current))
                continue;
            now.Former.UnionWith(before.Forms.Select(f => f.Text).Append(former));
            foreach (int moved in before.Mentions)
                of[moved] = now;
            now.TakeUp(before, $"“{former}” is a former name of “{current}”, says the report");
        }
        clusters.RemoveAll(c => c.Mentions.Count == 0);
    }

    private static bool Among(string[] links, ReadOnlySpan<char> link)
    {
        foreach (string known in links)
        {
            if (link.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
