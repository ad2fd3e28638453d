// Where sources and contents begin and end, and attributions that stand without a verb of saying.
using Crossread.Statements;

namespace Crossread.Tests.Statements;

public sealed class StatementBorderTests
{
    [Theory]
    [InlineData("Clara Odhin led by six points in the latest poll, which was taken in May.", "in")]
    [InlineData("In her view, the harbour should stay closed until June.", "view")]
    [InlineData("To many, the harbour is the heart of the city.", "To")]
    [InlineData("By one estimate, the flood cost the valley nine million crowns.", "By")]
    public void A_poll_a_view_and_an_estimate_speak_without_a_verb(string text, string cue) =>
        Assert.Contains(StatementReading.Of(text).Triples, t => t.Cue == cue && t.Source is not null);

    [Fact]
    public void A_transcript_gives_each_turn_to_its_speaker()
    {
        StatementReading read = StatementReading.Of("RENSKE: Will the harbour open in June?\nODHIN: It will open when the wall stands.\nRENSKE: And who pays?");
        Assert.Contains(("ODHIN", null, "It will open when the wall stands."), read.Triples);
        Assert.Equal(2, read.Triples.Count(t => t.Source == "RENSKE"));
    }

    [Fact]
    public void A_notice_in_capitals_is_no_speaker() =>
        Assert.DoesNotContain(StatementReading.Of("CORRECTION: The harbour opened in June.").Triples, t => t.Source == "CORRECTION");

    [Fact]
    public void A_name_behind_a_dash_signs_the_quotation() =>
        Assert.Contains(("Odila Renske", "—", "“The harbour was never ours.”"), StatementReading.Of("“The harbour was never ours.” — Odila Renske").Triples);

    [Fact]
    public void The_town_of_a_dateline_does_not_speak()
    {
        StatementReading read = StatementReading.Of("PORT AVEN, May 3 (BNA) - The power company Corvel Energy on Tuesday denied opening the lock of its dam before the flood.");
        (string? source, _, string content) = Assert.Single(read.Triples);
        Assert.EndsWith("Corvel Energy", source, StringComparison.Ordinal);
        Assert.StartsWith("opening the lock", content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_between_cue_and_clause_is_neither() =>
        Assert.Contains(("Clara Odhin", "said", "that the lock had been opened without a word"), StatementReading.Of("Clara Odhin said a day earlier that the lock had been opened without a word.").Triples);

    [Fact]
    public void The_content_of_a_leading_side_clause_ends_before_the_main_clause() =>
        Assert.Contains(StatementReading.Of("While the mayor said the wall was safe, the council voted to close the road.").Triples, t => t.Content == "the wall was safe");

    [Fact]
    public void What_happened_meanwhile_is_not_promised() =>
        Assert.Contains(("Corvany", "promised", "to open every archive to the inspectors"),
            StatementReading.Of("Corvany promised on Monday to open every archive to the inspectors, while the council met in secret.").Triples);

    [Fact]
    public void A_participle_that_reports_again_ends_the_words_before_it() =>
        Assert.Contains(StatementReading.Of("Clara Odhin said the wall was safe, calling it the best in the valley.").Triples, t => t.Content == "the wall was safe");

    [Fact]
    public void A_point_of_an_abbreviation_ends_no_quotation()
    {
        StatementReading read = StatementReading.Of("“The wall is safe,” Odila Renske said of Mrs. Odhin’s plan. “We tested it twice.”");
        Assert.Equal(2, Assert.Single(read.Statements).Content.Length);
    }

    [Fact]
    public void The_title_of_a_programme_is_not_said() =>
        Assert.Contains(("Odila Renske", "admitted", "that the wall was too low"),
            StatementReading.Of("Speaking on the channel’s “Harbour Morning,” Odila Renske admitted that the wall was too low.").Triples);

    [Fact]
    public void The_speaker_before_the_verb_is_not_part_of_the_words() =>
        Assert.Contains(("Colonel Ervan Dromel", "said", "Four of the boats were on the water before dawn"),
            StatementReading.Of("Four of the boats were on the water before dawn, Colonel Ervan Dromel said.").Triples);

    [Fact]
    public void Whoever_was_quoted_goes_on_behind_a_side_remark()
    {
        StatementReading read = StatementReading.Of("“They told us to wait,” Odila Renske told the Courier at a farm that we promised not to name. “I have waited for twenty years.”");
        Assert.Contains(read.Triples, t => t is { Source: "Odila Renske", Content: "“They told us to wait,” … “I have waited for twenty years.”" });
    }

    [Fact]
    public void A_reader_who_is_asked_has_said_nothing() =>
        Assert.DoesNotContain(StatementReading.Of("Would you say that the harbour is safe?").Triples, t => t.Source == "you");

    [Fact]
    public void Nothing_opened_is_a_denial()
    {
        Statement statement = Assert.Single(StatementReading.Of("The company says that it opened nothing at the dam.").Statements);
        Assert.Equal(Stance.Denies, statement.Stance);
    }

    [Fact]
    public void Who_spoke_last_speaks_on()
    {
        StatementReading read = StatementReading.Of(
            "Norvel spokesman Edvin Tellan said on Monday that no lock was opened. He said the log was safe.\n"
            + "Harbour Minister Dovrat Orlin said a day earlier that Norvel had opened the locks. “They opened the door,” he told reporters.");
        Assert.Equal("Dovrat Orlin", read.Speakers.Last());
    }
}
