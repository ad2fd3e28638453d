// What the commands print has the shape that the schemas promise.
using System.Text.Json;

using Crossread.Cleaning;
using Crossread.Cli.Commands;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Stories;

namespace Crossread.Cli.Tests;

public sealed class SchemaTests
{
    private static readonly Lazy<Story> _sample = new(() => Crossreader.Read([Path.Combine(Checkout.Root, "samples", "ulmar-flood")]));

    [Fact]
    public void A_story_has_the_shape_of_its_schema() =>
        Assert.Empty(Breaks("story", output => StoryJson.Write(output, _sample.Value)));

    [Fact]
    public void An_annotated_report_has_the_shape_of_its_schema()
    {
        Story alone = StoryBuilder.Build([_sample.Value.Reports[0].Reading]);
        Assert.Empty(Breaks("report", output => ReportJson.WriteLine(output, alone)));
    }

    [Fact]
    public void A_cleaned_page_has_the_shape_of_its_schema()
    {
        Report report = Cleaner.Clean([Document.OfHtml("page.html", "<title>A day</title><p>Rain fell on the hills all day.</p>")])[0];
        Assert.Empty(Breaks("cleaned", output => ReportJson.WriteCleaned(output, report)));
    }

    private static IEnumerable<string> Breaks(string name, Action<Stream> write)
    {
        using MemoryStream output = new();
        write(output);
        using Stream schema = typeof(SchemaCommand).Assembly.GetManifestResourceStream($"Schemas.{name}.json")!;
        return new JsonShape(JsonDocument.Parse(schema).RootElement).Breaks(JsonDocument.Parse(output.ToArray()).RootElement).Take(20);
    }
}
