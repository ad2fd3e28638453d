// Which words are time expressions.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;

using FsCheck;
using FsCheck.Fluent;


namespace Crossread.Tests.Dates;

public sealed class TimeFinderTests
{
    private static string Found(string text)
    {
        AnnotatedText words = LanguageReader.Read(text, []);
        return string.Join(" | ", TimeFinder.Find(words, []).Select(m => m.Span.Cut(text)));
    }

    [Theory]
    [InlineData("The minister left on Thursday (April 4) for Orvane.", "Thursday (April 4)")]
    [InlineData("Talks are due April 23-26 in Bellmar.", "April 23-26")]
    [InlineData("The army moved in early April and stopped in mid-April.", "early April | mid-April")]
    [InlineData("He spoke late Sunday and again Monday afternoon.", "late Sunday | Monday afternoon")]
    [InlineData("Over the past few days the river rose.", "the past few days")]
    [InlineData("The worst since the 1994 war.", "1994")]
    [InlineData("They met in January and in May.", "January | May")]
    [InlineData("Third-quarter profit fell from $3 a share a year earlier.", "Third-quarter | a year earlier")]
    [InlineData("The 1980s and the late 1990s were quiet.", "The 1980s | the late 1990s")]
    [InlineData("At 10:35 a.m. Tuesday the bridge fell.", "10:35 a.m. Tuesday")]
    [InlineData("The ferry sails every Thursday and twice daily in summer.", "every Thursday | daily | summer")]
    [InlineData("A 10-year plan and two and a half years of work.", "10-year | two and a half years")]
    [InlineData("It opened on 5 May 2018 and closed 2019-04-05.", "5 May 2018 | 2019-04-05")]
    public void Time_expressions_are_found_whole(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("May I ask about the march of April Dunn?")]
    [InlineData("The second man fell in the third row; 2000 people saw it and paid $1998.")]
    [InlineData("They sat in the sun and wed.")]
    public void Words_that_only_look_like_dates_are_left_alone(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void No_expression_crosses_an_empty_line() => Assert.Equal("Friday | April 5", Found("It ended on Friday\n\nApril 5 was dry."));

    [Fact]
    public void Odd_input_gives_spans_inside_the_text_in_order()
    {
        string[] pieces = ["April", " ", "5", "-", "'90s", "\n\n", "the", " end of ", "the ", "year", "\ud800", "\0", "25:61", " at ", "year-earlier", "31 February", "two", " and ", "a half", "1,000", "a.m.", "Friday", "(", ")", "mid", "2,", "’s", "/", "12"];
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, pieces.Length - 1), 30).ToArbitrary(), picks =>
        {
            string text = string.Concat(picks.Select(p => pieces[p]));
            ImmutableArray<TimeMention> found = TimeFinder.Find(new AnnotatedText(text, [], []), []);
            int at = 0;
            foreach (TimeMention mention in found)
            {
                Assert.True(mention.Span.Start >= at && mention.Span.Length > 0);
                at = mention.Span.End;
            }
            Assert.True(at <= text.Length);
            Assert.Equal(found.Length, TimeResolver.Resolve(new AnnotatedText(text, [], []), found, new Publication("2019-04-09", PublicationBasis.Stated, "")).Length);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_million_letters_in_one_line_take_moments()
    {
        string text = string.Concat(Enumerable.Repeat("the end of the year two and a half twenty-", 25_000));
        Assert.NotNull(TimeFinder.Find(new AnnotatedText(text, [], []), []).ToString());
    }
}
