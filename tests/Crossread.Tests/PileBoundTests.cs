// How many reports are read at most.
using System.Globalization;

using Crossread.Documents;

namespace Crossread.Tests;

public sealed class PileBoundTests
{
    [Fact]
    public void Reports_past_the_most_that_are_compared_are_not_read_and_said()
    {
        int asked = 0;
        IEnumerable<DocumentResult> endless = Enumerable.Range(0, int.MaxValue).Select(i =>
        {
            asked = i + 1;
            return new DocumentResult(Document.OfText(string.Create(CultureInfo.InvariantCulture, $"{i}.txt"), string.Create(CultureInfo.InvariantCulture, $"Regen{i} Wind{i}")), []);
        });
        Crossread.Stories.StoryPile pile = Crossreader.ReadPile(endless, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(Crossreader.MostReports, pile.Stories.Sum(s => s.Reports.Length));
        Assert.Equal(Crossreader.MostReports + 1, asked);
        Problem problem = Assert.Single(pile.Problems, p => p.What.Contains("compared at most", StringComparison.Ordinal));
        Assert.Equal($"{Crossreader.MostReports}.txt", problem.File);
    }
}
