// What a user sees who calls the command wrongly.
using Crossread.Cli.Commands;

namespace Crossread.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public void A_misspelt_option_is_answered_with_the_nearest_right_one() =>
        Assert.Equal("--html", CommandLine.Nearest("--htlm", ReadCommand.Create()));

    [Fact]
    public void A_word_far_from_every_option_gets_no_suggestion() =>
        Assert.Null(CommandLine.Nearest("--encyclopedia", ReadCommand.Create()));

    [Theory]
    [InlineData("--as", "xml", "file.txt")]
    [InlineData("--htlm", "page.html", "file.txt")]
    [InlineData("--as-of", "yesterday", "file.txt")]
    public void A_wrong_option_or_value_is_a_usage_error(params string[] args) =>
        Assert.NotEmpty(ReadCommand.Create().Parse(args).Errors);
}
