// Which day a time expression means.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;


namespace Crossread.Tests.Dates;

public sealed class TimeResolverTests
{
    private static ImmutableArray<TimeValue> Values(string text, string? published)
    {
        AnnotatedText words = LanguageReader.Read(text, []);
        return TimeResolver.Resolve(words, TimeFinder.Find(words, []), new Publication(published, PublicationBasis.Stated, ""));
    }

    private static string Timex(string text, string? published = "2019-04-09") => string.Join(" ", Values(text, published).Select(v => v.Timex));

    private static string Edtf(string text, string? published = "2019-04-09") => string.Join(" ", Values(text, published).Select(v => v.Edtf ?? "-"));

    [Fact]
    public void Tuesday_is_the_last_Tuesday_before_or_on_publication()
    {
        Assert.Equal("2019-04-09", Edtf("The council met on Tuesday."));
        Assert.Equal("2019-04-08", Edtf("The council met on Monday."));
        Assert.Equal("2019-04-03", Edtf("The council met on Wednesday."));
    }

    [Fact]
    public void In_a_clause_that_looks_ahead_Thursday_is_the_next() => Assert.Equal("2019-04-11", Edtf("The council will meet on Thursday."));

    [Theory]
    [InlineData("The minister left on Thursday (April 4).", "2019-04-04")]
    [InlineData("The minister left on Thursday (April 4). His men a day earlier took the bridge.", "2019-04-04 2019-04-03")]
    [InlineData("Talks are due April 23-26.", "2019-04-23/2019-04-26")]
    [InlineData("The army moved in early April.", "2019-04")]
    [InlineData("A meeting is planned for mid-April.", "2019-04")]
    [InlineData("He called for calm late Sunday.", "2019-04-07")]
    [InlineData("They fled in January.", "2019-01")]
    [InlineData("The minister called a meeting of both sides for Monday.", "2019-04-15")]
    [InlineData("The union threatened a strike from Monday.", "2019-04-15")]
    [InlineData("The talks are to begin in Sarn on Monday.", "2019-04-15")]
    [InlineData("They fled in December.", "2018-12")]
    [InlineData("It is the worst since the 1994 war.", "1994")]
    [InlineData("The vote took place last month and the count is due next week.", "2019-03 2019-04-15/2019-04-21")]
    [InlineData("Prices rose in the fourth quarter and in the 1980s.", "2018-10/2018-12 198X")]
    [InlineData("He was born on 29 February 1996 and left at Easter 2018.", "1996-02-29 2018-04-01")]
    [InlineData("It rained over the past few days and every Friday.", "- -")]
    [InlineData("The form is dated 03/04/2019.", "[2019-03-04,2019-04-03]")]
    public void Dates_have_their_EDTF_values(string text, string expected) => Assert.Equal(expected, Edtf(text));

    [Theory]
    [InlineData("He waited three days, a year and a half, or decades.", "P3D P1Y6M")]
    [InlineData("It happens every two weeks, daily and each July.", "P2W P1D XXXX-07")]
    [InlineData("She now leads it; he recently left.", "PRESENT_REF PAST_REF")]
    [InlineData("Friday night it burned.", "2019-04-05TNI")]
    [InlineData("Two years ago he left; last fall he came.", "2017 2018-FA")]
    public void Lengths_and_sets_have_their_TIMEX3_values(string text, string expected) => Assert.Equal(expected, Timex(text));

    [Theory]
    [InlineData("The march began at half past nine on Friday and ended at a quarter to ten.", "2019-04-05T09:30 2019-04-05T09:45")]
    [InlineData("They met at ten past six in the evening and left at noon.", "2019-04-09T18:10 2019-04-09T12:00")]
    [InlineData("By nine in the morning the square was full.", "2019-04-09T09:00")]
    [InlineData("Between five to ten people came, which past experience had shown.", "")]
    [InlineData("It came on the eve of Sunday's vote.", "2019-04-06")]
    [InlineData("They met on the eve of the vote on 12 May.", "2019-05-11")]
    [InlineData("He spoke on the eve of the vote.", "XXXX-XX-XX")]
    [InlineData("She left the day before last Friday and came back the day after last Friday.", "2019-04-04 2019-04-06")]
    [InlineData("She left on New Year's Eve.", "2018-12-31")]
    [InlineData("The man is in his early 20s.", "")]
    [InlineData("Police clashed with marchers this weekend.", "2019-W14-WE")]
    [InlineData("He believed he could win it in July.", "2019-07")]
    [InlineData("Weeks later the mayor wrote a letter.", "XXXX-WXX")]
    [InlineData("The talks broke down on 3 April. Two days later they began again.", "2019-04-03 2019-04-05")]
    [InlineData("He was born in Heisei 30 and voted on 12 Farvardin 1398; Aban left.", "XXXX XXXX-XX-XX")]
    public void Hours_in_words_eves_and_what_they_are_told_from(string text, string expected) => Assert.Equal(expected, Timex(text));

    [Fact]
    public void With_several_possible_publication_days_a_weekday_is_a_set_of_days()
    {
        TimeValue value = Values("The aide arrived on Wednesday.", "[2019-05-08,2019-05-15]").Single();
        Assert.Equal("[2019-05-08,2019-05-15]", value.Edtf);
        Assert.Equal("XXXX-WXX-3", value.Timex);
    }

    [Fact]
    public void Without_a_publication_date_a_weekday_stays_open_and_a_full_date_does_not()
    {
        Assert.Equal("XXXX-WXX-3 2019-05-05", Timex("He came on Wednesday, as on 5 May 2019.", null));
        Assert.Equal("- 2019-05-05", Edtf("He came on Wednesday, as on 5 May 2019.", null));
    }

    [Theory]
    [InlineData("It is dated 31 February 2019.")]
    [InlineData("The fast of Ramadan 1440 began.")]
    [InlineData("It began at 25:61 GMT.")]
    public void What_cannot_be_a_date_is_left_with_its_reason(string text)
    {
        TimeValue value = Values(text, "2019-04-09").Single();
        Assert.Null(value.Edtf);
        Assert.StartsWith("XXXX", value.Timex, StringComparison.Ordinal);
        Assert.NotEmpty(value.Because);
    }

    [Fact]
    public void A_time_expression_dates_the_clause_that_it_hangs_on()
    {
        const string text = "The mayor said on Monday that the bridge fell on Sunday.";
        AnnotatedText words = LanguageReader.Read(text, []);
        ImmutableArray<TimeMention> found = TimeFinder.Find(words, []);
        int said = words.TokenAt(text.IndexOf("said", StringComparison.Ordinal)), fell = words.TokenAt(text.IndexOf("fell", StringComparison.Ordinal));
        Assert.Equal(0, TimeAnchor.Of(words, found, said));
        Assert.Equal(1, TimeAnchor.Of(words, found, fell));
        Assert.Null(TimeAnchor.Of(words, found, 1));
    }
}
