// Reports side by side.
using Crossread.Documents;
using Crossread.Stories;

namespace Crossread.Pages.Tests;

public sealed class ComparisonTests
{
    [Fact]
    public void Sentences_that_tell_the_same_thing_stand_in_one_row_whatever_their_order()
    {
        Comparison compared = Of(
            "The bridge at Sarn fell on Friday. Four people were hurt, the hospital said. The mayor promised an inquiry.",
            "The mayor of the town promised an inquiry. The bridge at Sarn fell into the river on Friday.");
        Assert.Equal(3, compared.Rows.Length);
        Assert.Equal([2, 1, 2], compared.Rows.Select(r => r.Told));
        Assert.Contains(compared.Rows[0].Cells[1]!.Runs, r => !r.Same && r.Text.Contains("into the river", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_another_report_tells_stands_behind_what_it_follows_there()
    {
        Comparison compared = Of(
            "The bridge at Sarn fell on Friday. The mayor promised an inquiry.",
            "The bridge at Sarn fell on Friday. Divers looked for a lorry all night. The mayor promised an inquiry.");
        Assert.Equal([2, 1, 2], compared.Rows.Select(r => r.Told));
        Assert.Null(compared.Rows[1].Cells[0]);
    }

    [Fact]
    public void Every_sentence_stands_in_one_row()
    {
        Comparison compared = Comparison.Of([.. SampleStory.Story.Reports.Take(4)]);
        for (int c = 0; c < 4; c++)
        {
            var spans = compared.Rows.Select(r => r.Cells[c]).OfType<ComparisonCell>().Select(x => x.Span).ToArray();
            Assert.Equal(spans.Length, spans.Distinct().Count());
            Assert.NotEmpty(spans);
        }
    }

    private static Comparison Of(params string[] texts) =>
        Comparison.Of([.. texts.Select((t, i) => StoryBuilder.Alone(Crossreader.Analyse(Cleaning.Cleaner.Keep(Document.OfText(i + ".txt", t)))).Reports[0])]);
}
