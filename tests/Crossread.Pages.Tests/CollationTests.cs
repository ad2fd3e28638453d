// Wordings side by side.
namespace Crossread.Pages.Tests;

public sealed class CollationTests
{
    [Fact]
    public void Words_that_every_wording_has_are_the_same_and_the_rest_differ()
    {
        var runs = Collation.Of(["we shall not go away", "we will not go", "and we do not go"]);
        Assert.Equal("we |shall |not go |away", string.Join('|', runs[0].Select(r => r.Text)));
        Assert.Equal([true, false, true, false], runs[0].Select(r => r.Same));
        Assert.Equal([true, false, true], runs[1].Select(r => r.Same));
        Assert.Equal([false, true, false, true], runs[2].Select(r => r.Same));
    }

    [Fact]
    public void Case_and_marks_count_for_nothing() =>
        Assert.All(Collation.Of(["“Let them read.”", "let them read"]), runs => Assert.All(runs, r => Assert.True(r.Same)));

    [Fact]
    public void One_wording_differs_from_none() => Assert.True(Assert.Single(Assert.Single(Collation.Of(["alone"]))).Same);
}
