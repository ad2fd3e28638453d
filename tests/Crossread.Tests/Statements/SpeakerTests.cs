// Who speaks, who is only told, and what is held back: texts of our own read by the library's own models.
using Crossread.Statements;

namespace Crossread.Tests.Statements;

public sealed class SpeakerTests
{
    [Theory]
    [InlineData("Tarin Olbeck, a spokesman for the Rail Authority, told Halden Press that the trains would not run.", "Tarin Olbeck, a spokesman for the Rail Authority")]
    [InlineData("The boat carried 96 people, Sutaro, the head of the rescue agency, told Kabar by telephone.", "Sutaro, the head of the rescue agency")]
    public void Whom_one_tells_does_not_speak(string text, string source) =>
        Assert.Equal(source, Assert.Single(StatementReading.Of(text).Triples).Source);

    [Fact]
    public void A_relative_pronoun_speaks_for_what_it_stands_for()
    {
        StatementReading read = StatementReading.Of("Mara Venn, who says the bridge is safe, lives in Port Aven.");
        Statement said = Assert.Single(read.Statements);
        Assert.Equal(["Mara Venn"], read.Speakers);
        Assert.Equal(("who", "Mara Venn"), (Cut(read, said.Speaker), Cut(read, said.SpeakerWords)));
        Assert.Equal("“who” stands for “Mara Venn”", said.Because);
    }

    [Theory]
    [InlineData("The mill, which says it pays well, is closed.", "The mill")]
    [InlineData("Nobody believes the firm that runs the mill, or Port Aven, which says it pays well.", "Port Aven")]
    public void Words_of_a_noun_speak_for_themselves(string text, string speaker)
    {
        StatementReading read = StatementReading.Of(text);
        Assert.Contains(read.Statements, s => Cut(read, s.SpeakerWords) == speaker);
    }

    [Theory]
    [InlineData("The mayor would not say whether the talks had failed.", Stance.Doubts)]
    [InlineData("The president has neither confirmed nor denied that he will stand.", Stance.Doubts)]
    [InlineData("The mayor neither condemned nor defended the raid.", Stance.Says)]
    [InlineData("The council stopped short of calling for his resignation.", Stance.Says)]
    [InlineData("The ministry declined to comment.", Stance.Says)]
    [InlineData("The mayor refused to confirm the figures.", Stance.Says)]
    [InlineData("The mayor did not deny the charge.", Stance.Says)]
    [InlineData("The officer accepted that she had not asked.", Stance.Says)]
    [InlineData("Friends say that she never spoke of him.", Stance.Says)]
    [InlineData("The agency said it had not yet opened the gates.", Stance.Says)]
    [InlineData("The agency said it had not only opened the gates but also warned the town.", Stance.Says)]
    [InlineData("The agency said it had no choice but to open the gates.", Stance.Says)]
    [InlineData("The agency said it was not going to open the gates.", Stance.Says)]
    [InlineData("The agency said it had not opened the gates.", Stance.Denies)]
    public void What_is_held_back_is_neither_denied_nor_told(string text, Stance stance) =>
        Assert.All(StatementReading.Of(text).Statements, s => Assert.Equal(stance, s.Stance));

    [Fact]
    public void Each_verb_of_two_has_its_own_words_and_stance()
    {
        StatementReading read = StatementReading.Of("Anna Korr confirmed that two soldiers were hurt and denied that any had died.");
        Assert.Equal(["that two soldiers were hurt", "that any had died"], read.Triples.Select(t => t.Content));
        Assert.Equal([Stance.Confirms, Stance.Denies], read.Statements.Select(s => s.Stance));
        Assert.Equal(["Anna Korr", "Anna Korr"], read.Speakers);
    }

    [Theory]
    [InlineData("The paper reported in 2018, citing documents, that the authority had hidden a report.", "The paper", "reported", "that the authority had hidden a report")]
    [InlineData("About 4,000 people lost their homes, according to a United Nations report that was released on Monday.", "a United Nations report that was released on Monday", "according to", "About 4,000 people lost their homes")]
    [InlineData("The interior ministry put the death toll at 34.", "The interior ministry", "put", "the death toll at 34")]
    [InlineData("Mr Okon told the jury his client “does not accept” that he lied.", "Mr Okon", "told", "his client “does not accept” that he lied")]
    [InlineData("He accused the party's leader, Nana Sarpo, of paying youths.", "He", "accused", "the party's leader, Nana Sarpo, of paying youths")]
    [InlineData("The council met on Friday, though its chief of staff said the mayor “respects the courts.”", "its chief of staff", "said", "the mayor “respects the courts.”")]
    [InlineData("Mr. Dorn said that Ms. Venn, as a former mayor, could help: “I am sure she still has the keys.”", "Mr. Dorn", "said", "that Ms. Venn, as a former mayor, could help … “I am sure she still has the keys.”")]
    [InlineData("Mara Venn said that if the talks failed, the council would act.", "Mara Venn", "said", "that if the talks failed, the council would act")]
    [InlineData("Mara Venn said that although the dam held, it would be closed.", "Mara Venn", "said", "that although the dam held, it would be closed")]
    [InlineData("Farmers said the council should act at once; most of the works would be slow, engineers say, and they would not help this year.", "engineers", "say", "most of the works would be slow … and they would not help this year")]
    [InlineData("Dorn grabbed the student after he asked the mayor if he “fully supported the plan.”", "he", "asked", "if he “fully supported the plan.”")]
    [InlineData("Mara Venn assailed the judge, calling her remarks about the dam “highly improper” and suggesting that she should go.", "Mara Venn", "calling", "her remarks about the dam “highly improper”")]
    [InlineData("Mara Venn called as well for a law to bar the sale.", "Mara Venn", "called as well for", "a law to bar the sale")]
    [InlineData("Mara Venn in the past has referred to the dam as a “joke.”", "Mara Venn", "has referred to", "the dam as a “joke.”")]
    [InlineData("The company has also denied being biased against farmers.", "The company", "has also denied", "being biased against farmers")]
    [InlineData("The council is likely to consider the plan.", "The council", "is likely to consider", "the plan")]
    [InlineData("The governor added: It is typical of her.", "The governor", "added", "It is typical of her")]
    [InlineData("Mara Venn lashed out on the web, saying:\nThe judge has made foolish statements about me.", "Mara Venn", "saying", "The judge has made foolish statements about me")]
    [InlineData("“The dam,” as one engineer put it, “is a promise.”", "one engineer", "put it", "“is a promise.”")]
    [InlineData("After reporter Ivo Karn finished his report, Dorn stormed back, leaned into him and said, “Let me be clear.”", "Dorn", "said", "“Let me be clear.”")]
    [InlineData("Ana Ruiz confirmed in a statement that the court intended to file charges.", "Ana Ruiz", "confirmed in a statement", "that the court intended to file charges")]
    [InlineData("Mara Venn said the plan would help, but did not give details.", "Mara Venn", "said", "the plan would help")]
    [InlineData("The dam is open. Everything but the gate, he added.", "he", "added", "Everything but the gate")]
    [InlineData("On Sunday Rovaria's minister said it was late.", "Rovaria's minister", "said", "it was late")]
    [InlineData("Brijan Pal of the ruling party hailed it as “historic”.", "Brijan Pal of the ruling party", "hailed", "it as “historic”")]
    public void Source_cue_and_content_have_their_borders(string text, string source, string cue, string content) =>
        Assert.Contains((source, cue, content), StatementReading.Of(text).Triples);

    [Theory]
    [InlineData("The official spoke on condition of anonymity.")]
    [InlineData("The clerk asked not to be identified for fear of reprisals.")]
    [InlineData("Kwabe Osei stood there, showing a reporter a spent cartridge.")]
    [InlineData("The vote was put at risk by the storm.")]
    public void What_tells_nothing_is_no_statement(string text) =>
        Assert.DoesNotContain(StatementReading.Of(text).Triples, t => t.Cue is not null && (t.Cue.Contains("spoke", StringComparison.Ordinal) || t.Cue.Contains("identified", StringComparison.Ordinal) || t.Cue == "showing" || t.Cue == "put"));

    [Theory]
    [InlineData("Rebels attacked the bridge on Monday.", 0)]
    [InlineData("The minister embraced the families at the airport.", 0)]
    [InlineData("The crew put it in the river.", 0)]
    [InlineData("The two sides met in Orban to discuss the plan.", 0)]
    [InlineData("The company that he formed was called Kestrel Mills.", 0)]
    [InlineData("The clerk was named in a poll.", 0)]
    [InlineData("Ana Ruiz said in a statement that it held.", 1)]
    [InlineData("The mayor attacked the plan as a waste.", 1)]
    [InlineData("The minister embraced the idea of a new dam.", 1)]
    public void A_deed_says_nothing(string text, int statements) => Assert.Equal(statements, StatementReading.Of(text).Statements.Length);

    [Theory]
    [InlineData("The mayor rejected the plan for a new dam.", Stance.Says)]
    [InlineData("The government rejected calls for a ceasefire.", Stance.Says)]
    [InlineData("The mayor rejected the allegation.", Stance.Denies)]
    [InlineData("The ministry rejected any involvement in the raid.", Stance.Denies)]
    [InlineData("Ofer Brand pleaded guilty to fraud.", Stance.Confirms)]
    [InlineData("Ofer Brand pleaded not guilty to fraud.", Stance.Denies)]
    public void Only_a_claim_is_denied(string text, Stance stance) => Assert.Equal(stance, Assert.Single(StatementReading.Of(text).Statements).Stance);

    [Fact]
    public void The_one_name_behind_a_description_is_the_speaker() =>
        Assert.Equal("Ana Ruiz", StatementReading.Of("The company's chairman, Ono Vel, said it held. The Democrat, Representative Ana Ruiz of Orban, said that it was late.").Speakers.Last());

    [Fact]
    public void Whom_the_quoted_words_name_does_not_say_them()
    {
        StatementReading read = StatementReading.Of("The clerk came in. “I have always trusted Governor Pell Arden,” he said.");
        Assert.DoesNotContain("Pell Arden", read.Speakers);
    }

    [Fact]
    public void Asked_about_it_the_minister_speaks_as_she()
    {
        StatementReading read = StatementReading.Of("Asked about the strike, Minister Jonna Reikel laughed. “We shall see who tires first,” she said.");
        Assert.Contains("Jonna Reikel", read.Speakers);
    }

    [Fact]
    public void A_quotation_without_a_cue_goes_on_over_its_paragraph()
    {
        StatementReading read = StatementReading.Of("Irena Koval tells me that the guards knew her verses. “One of them knew them better than I did.\n“He would stand outside. I never saw his face.”");
        Assert.Equal(3, Assert.Single(read.Statements).Content.Length);
    }

    [Fact]
    public void An_epithet_is_the_one_who_spoke_right_before()
    {
        StatementReading read = StatementReading.Of("Yegor Malen said the envoys had to leave. “We have seen no evidence,” the diplomat said.");
        Assert.Equal(["Yegor Malen", "Yegor Malen"], read.Speakers);
        Assert.Null(StatementReading.Of("Yegor Malen came by train. “We have seen no evidence,” the spokesman said.").Speakers.Last());
    }

    [Theory]
    [InlineData("Mayor Quits Over Dam, Blames ‘Witch Hunt’\nIt rained.", "Mayor")]
    [InlineData("Police: two men held after the fire\nIt rained.", "Police")]
    public void A_headline_says_whose_words_it_has(string text, string source) =>
        Assert.Equal(source, StatementReading.Of(text, titled: true).Triples.First().Source);

    [Fact]
    public void The_town_of_a_dateline_with_a_colon_does_not_speak()
    {
        StatementReading read = StatementReading.Of("NEW KANPUR: The Water Minister said on Monday that the dam was full.\nThe rains were late.");
        Assert.Equal("The Water Minister", Assert.Single(read.Triples).Source);
    }

    [Fact]
    public void What_is_quoted_moves_the_story_on_for_nobody()
    {
        StatementReading read = StatementReading.Of("The board sent orders to Pavel Dorn on Tuesday.\nThe orders “will be short,” Viktor Hale told reporters at a breakfast. “We need to get the papers that he holds,” he added.");
        Assert.Equal("Viktor Hale", read.Speakers.Last());
    }

    [Fact]
    public void A_long_quotation_does_not_put_its_speaker_out_of_mind()
    {
        StatementReading read = StatementReading.Of("Anna Dorn spoke late on Monday, telling reporters that he was a fool.\n“He has no plan. He never had one. It rains. He sleeps. How long will that last? The council is gentle with him,” she said.");
        Assert.Equal("Anna Dorn", read.Speakers.Last());
    }

    [Fact]
    public void A_speaker_ten_sentences_back_is_read_without_a_guess()
    {
        string between = string.Concat(Enumerable.Repeat("The river rose by a metre in the night. ", 10));
        StatementReading read = StatementReading.Of("Mara Venn visited Port Aven. " + between + "“The bridge is safe,” she said.");
        Assert.Equal("she", Assert.Single(read.Triples).Source);
        Assert.Null(Assert.Single(read.Speakers));
    }

    private static string? Cut(StatementReading read, Crossread.Text.TextSpan? span) => span?.Cut(read.Text);
}
