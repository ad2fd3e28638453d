// What changed between two versions of a text.
using Crossread.Storage.Watching;

namespace Crossread.Storage.Tests.Watching;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Only_the_sentences_that_changed_are_shown()
    {
        var changes = TextDifference.Between("One stayed. Two went. Three stayed.", "One stayed. Four came. Three stayed. Five came.");
        Assert.Equal([("Two went.", "Four came."), ("", "Five came.")], changes);
    }

    [Theory]
    [InlineData("One. Two.", "One.\n\nTwo.")]
    [InlineData("", "")]
    [InlineData("a  b", "a b")]
    public void White_space_is_no_change(string before, string after) => Assert.Empty(TextDifference.Between(before, after));

    [Fact]
    public void A_very_long_text_costs_a_bounded_time()
    {
        string text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"Sentence {i} is here. "));
        Assert.Single(TextDifference.Between(text, text + "One more."));
    }
}
