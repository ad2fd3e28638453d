// Makes readings of invented reports for the tests of stories.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Tests.Stories;

internal static class Piles
{
    public static Report Report(string id, string text, string? title = null, string? agency = null, string? url = null, Link[]? links = null) => new()
    {
        Id = "r" + id,
        File = id + ".txt",
        Sha256 = "",
        Title = title,
        Agency = agency,
        Url = url,
        Links = links is null ? [] : [.. links],
        Text = text,
        Language = "en",
        Passages = Passages(text),
        Map = SourceMap.Identity(text.Length),
    };

    public static ImmutableArray<Reading> Read(params Report[] reports) =>
        [.. reports.OrderBy(r => r.File, StringComparer.Ordinal).Select(Crossreader.Analyse)];

    private static ImmutableArray<Passage> Passages(string text)
    {
        ImmutableArray<Passage>.Builder passages = ImmutableArray.CreateBuilder<Passage>();
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
                passages.Add(new Passage(new TextSpan(start, start + line.Length), PassageKind.Paragraph));
            start += line.Length + 1;
        }
        return passages.ToImmutable();
    }
}
