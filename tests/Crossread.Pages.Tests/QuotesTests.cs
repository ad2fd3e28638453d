// Quoted words in one form.
namespace Crossread.Pages.Tests;

public sealed class QuotesTests
{
    [Theory]
    [InlineData("No gate was opened,", true, "“No gate was opened”")]
    [InlineData("‘No gate was opened,’", false, "“No gate was opened”")]
    [InlineData("‘No gate was opened", false, "“No gate was opened”")]
    [InlineData("\"Let them\n read.\"", false, "“Let them read.”")]
    [InlineData("that no gate was opened", false, "no gate was opened")]
    [InlineData("an “honest” mistake", false, "an “honest” mistake")]
    [InlineData("“every drawer” to inspectors", false, "“every drawer” to inspectors")]
    [InlineData("The voice said, ‘Open three’", true, "“The voice said, ‘Open three’”")]
    [InlineData("", false, "")]
    public void Words_that_stand_alone_have_one_kind_of_marks(string words, bool quoted, string shown) =>
        Assert.Equal(shown, Quotes.Tidy(words, quoted));
}
