// Who did what to whom.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events;
using Crossread.Language;
using Crossread.Names;
using Crossread.Text;


namespace Crossread.Tests.Events;

public sealed class EventFinderTests
{
    private static ImmutableArray<Event> Find(string text)
    {
        AnnotatedText words = LanguageReader.Read(text, []);
        return EventFinder.Find(words, ReportNames.None, TimeFinder.Find(words, []), []);
    }

    private static string Told(string text) => string.Join("; ", Find(text).Select(e =>
        $"{e.Type} {Cut(e.Actor, text)} > {Cut(e.Recipient, text)}{(e.Negated ? " not" : "")}{(e.Hypothetical ? " maybe" : "")}"));

    private static string Cut(TextSpan? span, string text) => span?.Cut(text) ?? "-";

    public static TheoryData<string, string> Examples => new(FrameList.All.Select(f => (f.Type, f.Example)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_frame_finds_its_example(string type, string example)
    {
        Event found = Assert.Single(Find(example));
        Assert.Equal(type, found.Type);
        Assert.NotNull(found.Actor);
    }

    [Theory]
    [InlineData("The navy attacked the port of Sarn.", "FIGHT The navy > the port of Sarn")]
    [InlineData("Two sailors were arrested by the harbour police.", "COERCE the harbour police > Two sailors")]
    [InlineData("Orvane will visit Sarn.", "AGREE Orvane > Sarn maybe")]
    [InlineData("Orvane did not attack Sarn.", "FIGHT Orvane > Sarn not")]
    [InlineData("Rebels may attack the harbour.", "FIGHT Rebels > the harbour maybe")]
    public void Actor_recipient_and_mood_are_read_from_the_clause(string text, string expected) => Assert.Equal(expected, Told(text));

    [Fact]
    public void An_event_has_the_time_of_its_clause() => Assert.Equal(0, Assert.Single(Find("On Friday the navy attacked the port of Sarn.")).Time);

    [Fact]
    public void A_text_of_odd_words_gives_no_event_and_does_not_throw()
    {
        Assert.Empty(Find(""));
        Assert.Empty(Find("\ud800 \0 )( 12 % the of"));
    }
}
