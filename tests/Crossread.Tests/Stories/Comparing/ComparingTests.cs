using System.Collections.Immutable;

using Crossread.Stories.Comparing;

namespace Crossread.Tests.Stories.Comparing;

public class ComparingTests
{
    private static string Stem(string word) => WordFolding.Stem(word, new char[WordFolding.Limit]).ToString();

    private static string Sounds(string word) => WordFolding.Sounds(word, new char[WordFolding.Limit]).ToString();

    [Theory]
    [InlineData("mobilised", "mobilizing")]
    [InlineData("denies", "denied")]
    [InlineData("Minister's", "ministers")]
    [InlineData("stopped", "stop")]
    [InlineData("Zürich", "zurich")]
    [InlineData("forces", "force")]
    public void Forms_of_one_word_have_one_stem(string a, string b) => Assert.Equal(Stem(a), Stem(b));

    [Theory]
    [InlineData("Yusupov", "Iusupof")]
    [InlineData("Karimov", "Karimoff")]
    [InlineData("Qasem", "Kassim")]
    [InlineData("Chedid", "Shedeed")]
    public void Spellings_of_one_name_may_share_their_sounds(string a, string b) => Assert.Equal(Sounds(a).TrimStart('y', 'a'), Sounds(b).TrimStart('y', 'a'));

    [Theory]
    [InlineData("Karimov", "Kerensky")]
    [InlineData("Lund", "Ladoga")]
    public void Other_names_sound_otherwise(string a, string b) => Assert.NotEqual(Sounds(a), Sounds(b));

    [Fact]
    public void Function_words_and_verbs_of_saying_are_no_terms()
    {
        ImmutableArray<Term> terms = TermReader.Read("The minister said on Tuesday that he would not sell twelve ships to Ostrell.");
        Assert.Equal(5, terms.Length);
        Assert.Equal(TermKind.Number, terms[2].Kind);
        Assert.Equal(TermKind.Name, terms[4].Kind);
        Assert.True(terms[2].Meets(TermReader.Read("12")[0]));
    }

    [Fact]
    public void A_reordered_sentence_shares_its_words_but_not_their_order()
    {
        ImmutableArray<Term> a = TermReader.Read("The ferry sank off Lund Isle after a collision with a tanker.");
        ImmutableArray<Term> b = TermReader.Read("After a collision with a tanker off Lund Isle the ferry sank.");
        TermOverlap overlap = TermOverlap.Of(a, b, PileWeights.Count([a, b]));
        Assert.InRange(overlap.Share, 0.99, 1);
        Assert.InRange(overlap.InOrder, 0.3, 0.8);
        Assert.Equal(1, TermOverlap.Of(a, a, PileWeights.Count([a])).InOrder);
    }

    [Fact]
    public void A_rare_word_weighs_more_than_a_common_one()
    {
        PileWeights weights = PileWeights.Count([TermReader.Read("The government of Ostrell"), TermReader.Read("The government met")]);
        Assert.True(weights.Of(TermReader.Read("Ostrell")[0]) > weights.Of(TermReader.Read("government")[0]));
    }
}
