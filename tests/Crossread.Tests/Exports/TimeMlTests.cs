// TimeML is read back: the text is the same, every expression has its value and what it counts from.
using System.Text;
using System.Xml.Linq;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Stories;

namespace Crossread.Tests.Exports;

public sealed class TimeMlTests
{
    [Fact]
    public void The_publication_date_is_the_time_that_the_others_count_from()
    {
        XElement root = Write("The harbour opened on Tuesday, two days after the storm of 3 May 2026.", "2026-05-06");
        XElement creation = Assert.Single(root.Element("DCT")!.Elements("TIMEX3"));
        Assert.Equal("CREATION_TIME", (string?)creation.Attribute("functionInDocument"));
        Assert.StartsWith("2026-05-06", (string?)creation.Attribute("value"), StringComparison.Ordinal);
        XElement tuesday = root.Element("TEXT")!.Elements("TIMEX3").Single(t => t.Value.Contains("Tuesday", StringComparison.Ordinal));
        Assert.Equal(("2026-05-05", "DATE", "t0"), ((string)tuesday.Attribute("value")!, (string)tuesday.Attribute("type")!, (string)tuesday.Attribute("anchorTimeID")!));
        XElement storm = root.Element("TEXT")!.Elements("TIMEX3").Single(t => t.Value.Contains("2026", StringComparison.Ordinal));
        Assert.Null(storm.Attribute("anchorTimeID"));
        Assert.Equal("2026-05-03", (string?)storm.Attribute("value"));
    }

    [Theory]
    [InlineData("The harbour <opened> on Tuesday & closed on Friday.\nIt rained.")]
    [InlineData("A bell \u0007 rang on Monday \uD800 and again on 🎉 Sunday.")]
    public void The_text_comes_back_whole(string text)
    {
        string back = Write(text, null).Element("TEXT")!.Value;
        Assert.Equal(text.Length, back.Length);
        Assert.Equal(Plain(text), Plain(back));
    }

    [Fact]
    public void Without_a_publication_date_the_creation_time_stays_open() =>
        Assert.Equal("XXXX-XX-XX", (string?)Write("The harbour opened on Tuesday.", null).Element("DCT")!.Element("TIMEX3")!.Attribute("value"));

    // Letters that XML cannot hold are one sign each.
    private static string Plain(string text) => string.Concat(text.Select(c => c is '\u0007' or '\uFFFD' || char.IsSurrogate(c) ? '.' : c));

    private static XElement Write(string text, string? published)
    {
        Report report = Cleaner.Keep(Document.OfText("harbour.txt", text));
        if (published is not null)
            report = report with { Published = new StatedDate(published, "stated") };
        using MemoryStream output = new();
        TimeMl.Write(output, StoryBuilder.Alone(Crossreader.Analyse(report)).Reports[0], null);
        return XDocument.Parse(Encoding.UTF8.GetString(output.ToArray()), LoadOptions.PreserveWhitespace).Root!;
    }
}
