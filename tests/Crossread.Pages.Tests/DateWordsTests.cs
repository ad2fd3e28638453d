// EDTF in words.
namespace Crossread.Pages.Tests;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2024-03-11", "11 March 2024")]
    [InlineData("2024-03-11T17:20:00+02:00", "11 March 2024, 17:20")]
    [InlineData("2024-03", "March 2024")]
    [InlineData("2009", "2009")]
    [InlineData("2009~", "about 2009")]
    [InlineData("2024-03-20/2024-03-22", "20–22 March 2024")]
    [InlineData("2024-02-28/2024-03-01", "28 February – 1 March 2024")]
    [InlineData("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024")]
    [InlineData("2024-03-20/..", "from 20 March 2024")]
    [InlineData("../2024-03-20", "until 20 March 2024")]
    [InlineData("[2024-03-13,2024-03-20,2024-03-27]", "13, 20 or 27 March 2024")]
    [InlineData("[2024-03-27,2024-04-03]", "27 March or 3 April 2024")]
    [InlineData("[2024-03-27,2024-03-28,2024-03-29,2024-03-30]", "one day of 27–30 March 2024")]
    [InlineData("[2024-03-27,2024-03-28,2024-03-29]", "27, 28 or 29 March 2024")]
    [InlineData("2024-W11", "2024-W11")]
    [InlineData("[", "[")]
    [InlineData("", "")]
    [InlineData("/", "until ")]
    [InlineData("0000-99-99", "0000-99-99")]
    public void A_date_reads_as_people_write_it(string edtf, string words) => Assert.Equal(words, DateWords.Of(edtf, time: true));

    [Fact]
    public void The_ends_of_a_set_are_its_first_and_last_day()
    {
        Assert.Equal(new DateOnly(2024, 3, 13), DateWords.First("[2024-03-13,2024-03-20]"));
        Assert.Equal(new DateOnly(2024, 3, 20), DateWords.Last("[2024-03-13,2024-03-20]"));
    }
}
