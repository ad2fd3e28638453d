// Words of the news that the treebanks hardly know.
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class TagRulesTests
{
    [Theory]
    [InlineData("The second man was shot.", "shot", "VBN")]
    [InlineData("Workers at the copper mine said the road was cut.", "mine", "NN")]
    [InlineData("That house is a friend of mine.", "mine", "PRP")]
    [InlineData("A well was poisoned.", "well", "NN")]
    [InlineData("May 5 was rainy.", "May", "NNP")]
    [InlineData("The problem was cost control.", "cost", "NN")]
    [InlineData("The governor asked for an end to the march on the port of Sorel, warning “there is no way back to the old days.”", "warning", "VBG")]
    [InlineData("They heard a shout, a warning “from above”.", "warning", "NN")]
    public void A_word_has_the_tag_that_its_neighbours_leave(string text, string word, string tag)
    {
        AnnotatedText read = LanguageReader.Read(text, []);
        Assert.Equal(tag, Assert.Single(read.Tokens, t => t.Span.Cut(text) == word).Xpos);
    }
}
