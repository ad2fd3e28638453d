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
    [InlineData("Orvane threatened to attack Sarn.", "THREATEN Orvane > Sarn")]
    [InlineData("The council imposed a curfew on the port.", "COERCE The council > the port")]
    [InlineData("Orvane and Sarn signed a treaty.", "SUPPORT Orvane > Sarn")]
    [InlineData("The union rejected the demands of the governor.", "REJECT The union > the governor")]
    [InlineData("A flood killed nine people in Sarn.", "")]
    [InlineData("The studio released an album.", "")]
    [InlineData("Orvane denied attacking Sarn.", "FIGHT Orvane > Sarn not")]
    [InlineData("Orvane refrained from attacking Sarn.", "FIGHT Orvane > Sarn not")]
    [InlineData("Orvane rejected having attacked Sarn.", "")]
    [InlineData("Judges opened an inquiry into the deaths of the sailors.", "INVESTIGATE Judges > the sailors")]
    [InlineData("Rebels may attack the harbour.", "FIGHT Rebels > the harbour maybe")]
    [InlineData("The governor accused the navy of shelling the port.", "DISAPPROVE The governor > the navy; FIGHT the navy > the port")]
    [InlineData("The judge had two managers arrested.", "COERCE The judge > two managers")]
    [InlineData("Orvane has been supplying the rebels with mortars.", "AID Orvane > the rebels")]
    [InlineData("Orvane sent its tanks into Sarn.", "MOBILIZE Orvane > -")]
    [InlineData("A bomb killed at least nine people in Bellmar.", "ASSAULT - > at least nine people in Bellmar")]
    [InlineData("The president, who was to have visited the mine on Thursday, stayed at home.", "CONSULT The president > the mine not maybe")]
    [InlineData("Police opened fire to disperse the strikers.", "FIGHT Police > -; COERCE Police > the strikers maybe")]
    [InlineData("Gunmen attacked the port, killing or wounding nine sailors.", "FIGHT Gunmen > the port; ASSAULT Gunmen > nine sailors; ASSAULT Gunmen > nine sailors")]
    [InlineData("The stoppages of the pump worried the engineers.", "")]
    [InlineData("The admiral, backed by Orvane, Sarn and Bellmar, holds the coast, while the islands are quiet.", "SUPPORT Orvane > The admiral")]
    [InlineData("The governor said at least 20 of his men were ill and condemned the port.", "DISAPPROVE The governor > the port")]
    [InlineData("The regime has broken the truce and murdered thirteen sailors.", "REJECT The regime > -; ASSAULT The regime > thirteen sailors")]
    [InlineData("The strike called by the union failed.", "PROTEST the union > -")]
    [InlineData("The governor handed the log of the dam to the council.", "COOPERATE The governor > the council")]
    [InlineData("The mayor asked both sailors to come.", "DEMAND The mayor > both sailors")]
    [InlineData("The captain told the sailors to leave.", "DEMAND The captain > the sailors")]
    [InlineData("The sailors whom the rebels hold are ill.", "COERCE the rebels > The sailors")]
    [InlineData("The harbour which the rebels captured lies in ruins.", "COERCE the rebels > The harbour")]
    [InlineData("Nine of the sailors were freed.", "RETREAT - > Nine of the sailors")]
    [InlineData("The senate rejected the proposal.", "REJECT The senate > -")]
    [InlineData("The minister stepped down from his post.", "RETREAT The minister > -")]
    [InlineData("The union released a list of nine pumps.", "")]
    [InlineData("Sarn will host a concert.", "")]
    [InlineData("Nobody described the rebels as shelling the port.", "FIGHT the rebels > the port")]
    [InlineData("The governor pushed back on the reports of the union.", "")]
    [InlineData("The navy pushed back the rebels.", "FIGHT The navy > the rebels")]
    [InlineData("The union questioned his memory.", "")]
    [InlineData("The navy has long praised the admiral, who ruled the east and in early April attacked Sarn.", "SUPPORT The navy > the admiral; FIGHT the admiral > Sarn")]
    [InlineData("The rebels failed to reach the walls of Sarn, and forces of the council have attacked the camp.", "FIGHT forces of the council > the camp")]
    [InlineData("Asked if Orvane considered attacking Sarn, the governor smiled.", "FIGHT Orvane > Sarn maybe")]
    [InlineData("Sailors across the harbour who attacked the mayor were ill.", "FIGHT Sailors across the harbour > the mayor")]
    [InlineData("The sailors returned to the port.", "")]
    [InlineData("The governor has forbidden sailors to fish.", "COERCE The governor > sailors")]
    [InlineData("The council met the sailors at the request of Orvane.", "CONSULT The council > the sailors; DEMAND Orvane > The council")]
    [InlineData("The president interrupted a visit to Bellmar.", "CONSULT The president > Bellmar")]
    [InlineData("The governor attacked the decision of the union.", "")]
    [InlineData("The governor made a point of praising the sailors.", "SUPPORT The governor > the sailors")]
    [InlineData("The union called the evening a victory for the sailors.", "")]
    [InlineData("The Bolivia attack killed nine sailors.", "ASSAULT - > nine sailors")]
    [InlineData("The union rejected the accusations of the governor.", "")]
    [InlineData("Both sides agreed to stop.", "AGREE Both sides > -")]
    [InlineData("Gunmen hold nine passengers.", "COERCE Gunmen > nine passengers")]
    [InlineData("The army had fired from the village of Arkh.", "FIGHT The army > -")]
    [InlineData("Two shells hit the bus of the sailors on Monday.", "FIGHT - > the bus of the sailors")]
    [InlineData("The stones had wounded six sailors.", "ASSAULT - > six sailors")]
    [InlineData("The rebels vowed to attack the governor.", "THREATEN The rebels > the governor")]
    [InlineData("The rebels vowed to help the governor.", "AGREE The rebels > the governor")]
    [InlineData("The union called a meeting with the governor.", "AGREE The union > the governor maybe")]
    [InlineData("The talks between the two sides are due to open.", "AGREE the two sides > - maybe")]
    [InlineData("Talks on the harbour begin on Monday.", "CONSULT - > -")]
    [InlineData("The minister, who threatened every keeper who speaks, left.", "THREATEN The minister > every keeper")]
    [InlineData("The premier declined to comment on the strikers.", "")]
    [InlineData("The premier did not rule out talks.", "")]
    [InlineData("The sailors talked to reporters.", "")]
    [InlineData("The shop of the union was shut on Thursday.", "")]
    [InlineData("The workers demonstrated that the pump was safe.", "")]
    [InlineData("An explosion killed nine miners in the mine.", "")]
    [InlineData("The union had what Sarn had offered: the release of nine sailors.", "AGREE Sarn > nine sailors")]
    public void Actor_recipient_and_mood_are_read_from_the_clause(string text, string expected) => Assert.Equal(expected, Told(text));

    // What is denied, planned, feared, asked for or only supposed has not happened; what has, has.
    [Theory]
    [InlineData("The navy denied that it had attacked the port of Sarn.", false)]
    [InlineData("The governor denied reports that soldiers had arrested the judge.", false)]
    [InlineData("The union plans to boycott the harbour.", false)]
    [InlineData("The minister no longer rejects the plan of Sarn.", false)]
    [InlineData("Support the union.", false)]
    [InlineData("The army is preparing to attack Sarn.", false)]
    [InlineData("Orvane was ready to attack Sarn.", false)]
    [InlineData("If the rebels attack Sarn, the navy will arrest their leader.", false)]
    [InlineData("The rebels could attack the harbour next week.", false)]
    [InlineData("Orvane failed to capture the port of Sarn.", false)]
    [InlineData("The rebels tried to seize the harbour.", false)]
    [InlineData("Sarn fears that Orvane will invade the island.", false)]
    [InlineData("The council urged the navy to attack the rebels.", false)]
    [InlineData("A plan to arrest the judge was leaked.", false)]
    [InlineData("No soldier attacked the port.", false)]
    [InlineData("Nobody arrested the judge.", false)]
    [InlineData("The navy never attacked the port of Sarn.", false)]
    [InlineData("Without attacking the port, the navy sailed home.", false)]
    [InlineData("The rebels would have attacked the port of Sarn.", false)]
    [InlineData("It is not true that the navy attacked the port of Sarn.", false)]
    [InlineData("Did the navy attack the port of Sarn?", false)]
    [InlineData("The threat of an attack on the port by the rebels grew.", false)]
    [InlineData("The navy called off its attack on the port of Sarn.", false)]
    [InlineData("The army planned an attack on the port of Sarn.", false)]
    [InlineData("The navy denied an attack on the port of Sarn.", false)]
    [InlineData("Police foiled an attack on the port of Sarn.", false)]
    [InlineData("There is no evidence that the navy attacked the port of Sarn.", false)]
    [InlineData("The governor rejected claims that soldiers had arrested the judge.", false)]
    [InlineData("Police arrested no rebels.", false)]
    [InlineData("The navy was to have attacked the port of Sarn.", false)]
    [InlineData("The navy had no plans to attack the port of Sarn.", false)]
    [InlineData("The attacks on Sarn are to begin on Monday.", false)]
    [InlineData("Has the army arrested the judge of the port?", false)]
    [InlineData("The governor joked about arresting the judge of the port.", false)]
    [InlineData("The council weighed several plans, including arresting the judge of the port.", false)]
    [InlineData("Why did the navy attack the port of Sarn?", true)]
    [InlineData("It is true that the navy attacked the port of Sarn.", true)]
    [InlineData("Police allegedly arrested the judge.", true)]
    [InlineData("The navy attacked the port of Sarn again.", true)]
    [InlineData("The army managed to seize the harbour.", true)]
    [InlineData("The rebels began to attack the port of Sarn.", true)]
    [InlineData("Soldiers who had attacked the port went home.", true)]
    [InlineData("The navy admitted that it had attacked the port of Sarn.", true)]
    [InlineData("After the rebels attacked the port, the governor fled.", true)]
    public void Only_what_is_told_as_done_counts_as_happened(string text, bool happened)
    {
        Crossread.Stories.Reading reading = Crossreader.Analyse(Crossread.Cleaning.Cleaner.Keep(Crossread.Documents.Document.OfText("a", text)));
        Event[] deeds = [.. reading.Events.Where(e => e.Deed is "FIGHT" or "COERCE" or "SANCTION" or "ASSAULT")];
        Assert.Equal(happened, deeds.Any(e => e.Modality is Modality.Done or Modality.Ongoing && !e.Negated));
    }

    [Fact]
    public void An_event_has_the_time_of_its_clause() => Assert.Equal(0, Assert.Single(Find("On Friday the navy attacked the port of Sarn.")).Time);

    [Theory]
    [InlineData("On Friday the judge had two sailors arrested.")]
    [InlineData("The last of them left on 25 October, when the navy withdrew from the port.")]
    public void A_verb_over_the_clause_or_a_when_dates_it(string text) => Assert.NotNull(Assert.Single(Find(text)).Time);

    [Fact]
    public void Who_keeps_his_tense_in_others_words_is_not_their_speaker()
    {
        const string Text = "Haldo Quist stayed away. He has never visited the islanders, said Tilde Hask, a nurse at the hospital of the town.";
        Crossread.Stories.Reading reading = Crossreader.Analyse(Crossread.Cleaning.Cleaner.Keep(Crossread.Documents.Document.OfText("a", Text)));
        Assert.NotEqual("Tilde Hask", Cut(Assert.Single(reading.Events).Actor, Text));
    }

    [Fact]
    public void What_a_denial_takes_for_granted_the_report_tells()
    {
        const string Text = "Orvane denied arming the rebels who seized the harbour of Sarn, and it rained in the town.";
        Crossread.Stories.Reading reading = Crossreader.Analyse(Crossread.Cleaning.Cleaner.Keep(Crossread.Documents.Document.OfText("a", Text)));
        Assert.Null(Assert.Single(reading.Events, e => e.Deed == "COERCE").Statement);
        Assert.NotNull(Assert.Single(reading.Events, e => e.Deed == "AID").Statement);
    }

    [Fact]
    public void A_pronoun_in_reported_speech_is_its_speaker()
    {
        const string Text = "The union said it would boycott the port.";
        Crossread.Stories.Reading reading = Crossreader.Analyse(Crossread.Cleaning.Cleaner.Keep(Crossread.Documents.Document.OfText("a", Text)));
        Event found = Assert.Single(reading.Events);
        Assert.Equal("The union", Cut(found.Actor, Text));
        Assert.Equal(("THREATEN", "SANCTION", Modality.Threatened), (found.Type, found.Deed, found.Modality));
        Assert.NotNull(found.Statement);
    }

    [Fact]
    public void Ten_thousand_events_are_read_in_time_that_grows_with_the_text()
    {
        string text = string.Concat(Enumerable.Repeat("The navy attacked the port of Sarn and soldiers arrested three sailors on Friday. ", 5000));
        AnnotatedText words = LanguageReader.Read(text, []);
        ImmutableArray<TimeMention> times = TimeFinder.Find(words, []);
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(10_000, EventFinder.Find(words, ReportNames.None, times, []).Length);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }

    [Fact]
    public void A_text_of_odd_words_gives_no_event_and_does_not_throw()
    {
        Assert.Empty(Find(""));
        Assert.Empty(Find("\ud800 \0 )( 12 % the of"));
    }
}
