// Timetables, business quarters, weeks with a date, zones, and what the past counts from.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;

namespace Crossread.Tests.Dates;

public sealed class ArrangedTimeTests
{
    [Theory]
    [InlineData("The talks resume on Saturday.", "2019-04-13")]
    [InlineData("The rules take effect on Friday.", "2019-04-12")]
    [InlineData("The talks resumed on Saturday.", "2019-04-06")]
    [InlineData("Q3 2018 sales fell.", "2018-Q3")]
    [InlineData("Sales fell in H1 2018.", "2018-H1")]
    [InlineData("Sales fell in the week of 3 May 2018.", "2018-W18")]
    [InlineData("Sales fell in the week ended May 3, 2018.", "2018-W18")]
    [InlineData("The truce starts at 6 a.m. (0400 GMT) on Friday.", "2019-04-12T06:00")]
    [InlineData("The call starts at 10:00 a.m. ET on Friday.", "2019-04-12T10:00")]
    [InlineData("The trial is expected to last six weeks.", "P6W")]
    [InlineData("The talks ran from 3–5 April.", "2019-04-03/2019-04-05")]
    [InlineData("It was the 1990s.", "199")]
    public void A_time_has_its_value(string text, string timex) => Assert.Equal(timex, Values(text, "2019-04-09").Single().Timex);

    [Fact]
    public void The_past_counts_from_no_day_that_lies_ahead() =>
        Assert.Equal(["2019-04-09", "2019-04-11", "2019-04-07"],
            Values("The ferry sank on Tuesday. An inquiry will open on Thursday. He denied that a warning was issued two days earlier.", "2019-04-09").Select(v => v.Timex));

    [Fact]
    public void A_daily_with_its_name_is_a_paper() => Assert.Empty(Values("The daily El Farol said so.", "2019-04-09"));

    [Theory]
    [InlineData("The report of 12024 was on file.", "2019-04-09")]
    [InlineData("It met on Tuesday.", "9999-12-31")]
    [InlineData("It met on Tuesday, two years earlier, in Q1.", "0001-01-01")]
    public void Years_at_the_edge_throw_nothing(string text, string published) =>
        Assert.All(Values(text, published), v => Assert.NotEmpty(v.Because));

    [Fact]
    public void A_publication_day_in_the_future_is_counted_from_like_any_other() =>
        Assert.Equal("2149-04-08", Values("It met on Tuesday.", "2149-04-09").Single().Timex);

    private static ImmutableArray<TimeValue> Values(string text, string published)
    {
        AnnotatedText words = LanguageReader.Read(text, []);
        return TimeResolver.Resolve(words, TimeFinder.Find(words, []), new Publication(published, PublicationBasis.Stated, ""));
    }
}
