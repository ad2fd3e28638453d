// What the progress of an archive says.
using Crossread.Cli.Terminal;

namespace Crossread.Cli.Tests.Terminal;

public sealed class RateProgressTests
{
    [Fact]
    public void It_says_pages_rate_share_and_remaining_time() =>
        Assert.Equal("cleaning: 12,000 pages, 200 a second, 25%, 3:00 left", RateProgress.Line("cleaning", 12_000, 250, 1000, TimeSpan.FromMinutes(1)));

    [Fact]
    public void It_leaves_out_what_it_cannot_know() =>
        Assert.Equal("cleaning: 5 pages, 5 a second", RateProgress.Line("cleaning", 5, 0, 0, TimeSpan.FromSeconds(1)));
}
