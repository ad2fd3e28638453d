// Lists of feeds: OPML, or an address a line.
using System.Collections.Immutable;
using System.Xml;

using Crossread.Documents;

namespace Crossread.Storage.Watching;

/// <summary>Reads lists of feeds: OPML 2.0, or plain lines of an address and, behind white space, a title; <c>#</c> begins a remark.</summary>
public static class FeedList
{
    /// <summary>Feeds of one list, at most; the rest is told as a problem.</summary>
    public const int MostFeeds = 10_000;

    /// <summary>The feeds of a list, each address once, and what could not be read.</summary>
    /// <param name="text">The list.</param>
    /// <param name="file">What to call it.</param>
    public static (ImmutableArray<WatchedFeed> Feeds, ImmutableArray<Problem> Problems) Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Problem> problems = [];
        IEnumerable<(string Url, string? Title, string Place)> entries = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') ? Opml(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), file, problems) : Lines(text);
        Dictionary<string, WatchedFeed> feeds = new(StringComparer.Ordinal);
        foreach ((string url, string? title, string place) in entries)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            {
                problems.Add(new Problem(file, place, $"“{url}” is no address of a feed", "give an http or https address without a password"));
            }
            else if (feeds.Count == MostFeeds && !feeds.ContainsKey(address.AbsoluteUri))
            {
                problems.Add(new Problem(file, place, FormattableString.Invariant($"the list has more than {MostFeeds} feeds; the rest was left out"), "part it"));
                break;
            }
            else
            {
                feeds.TryAdd(address.AbsoluteUri, new WatchedFeed(address.AbsoluteUri) { Title = title });
            }
        }
        if (feeds.Count == 0 && problems.Count == 0)
            problems.Add(new Problem(file, null, "there is no feed in it", "write an address a line, or give OPML"));
        return ([.. feeds.Values], [.. problems]);
    }

    private static IEnumerable<(string, string?, string)> Lines(string text)
    {
        int number = 0;
        foreach (string raw in text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] parts = line.Split((char[]?)null, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            yield return (parts[0], parts.Length > 1 ? parts[1] : null, FormattableString.Invariant($"line {number}"));
        }
    }

    // No declaration of the document is obeyed, so nothing grows and nothing leads out.
    private static List<(string, string?, string)> Opml(string text, string file, List<Problem> problems)
    {
        List<(string, string?, string)> feeds = [];
        try
        {
            using XmlReader xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 32 << 20 });
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || !xml.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase) || xml.GetAttribute("xmlUrl") is not { } url)
                    continue;
                string place = FormattableString.Invariant($"line {(xml as IXmlLineInfo)?.LineNumber}");
                feeds.Add((url.Trim(), xml.GetAttribute("title") ?? xml.GetAttribute("text"), place));
            }
        }
        catch (XmlException damage)
        {
            problems.Add(new Problem(file, FormattableString.Invariant($"line {damage.LineNumber}"), "the OPML is broken here; what stands before was read", "export the list again"));
        }
        return feeds;
    }
}
