// Who says what: one test a construction, on sentences of our own read by the library's own models.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Tests.Statements;

public sealed class StatementTests
{
    [Theory]
    [InlineData("Mara Venn said the bridge was safe.", "Mara Venn", "said", "the bridge was safe")]
    [InlineData("Mara Venn said on Friday that the bridge was safe.", "Mara Venn", "said", "that the bridge was safe")]
    [InlineData("The minister has repeatedly said that the bridge was safe.", "The minister", "has repeatedly said", "that the bridge was safe")]
    [InlineData("The mayor told reporters that the bridge was safe.", "The mayor", "told", "that the bridge was safe")]
    [InlineData("The bridge was safe, the mayor said.", "the mayor", "said", "The bridge was safe")]
    [InlineData("The bridge was safe, said Mara Venn, an engineer from Port Aven.", "Mara Venn, an engineer from Port Aven", "said", "The bridge was safe")]
    [InlineData("The bridge was safe, according to the city council.", "the city council", "according to", "The bridge was safe")]
    [InlineData("According to the city council, the bridge was safe.", "the city council", "According to", "the bridge was safe")]
    [InlineData("The mayor vowed to rebuild the bridge.", "The mayor", "vowed", "to rebuild the bridge")]
    [InlineData("The government denied closing the bridge.", "The government", "denied", "closing the bridge")]
    [InlineData("The mayor called for a new bridge.", "The mayor", "called for", "a new bridge")]
    [InlineData("The mayor criticized the plan as a waste of money.", "The mayor", "criticized", "the plan as a waste of money")]
    [InlineData("Nobody heard his warning that the bridge was unsafe.", "his", "warning", "that the bridge was unsafe")]
    public void An_indirect_statement_has_source_cue_and_content(string text, string source, string cue, string content) =>
        Assert.Contains((source, cue, content), Triples(text));

    [Theory]
    [InlineData("“The bridge is safe,” Mara Venn said.", "Mara Venn", "said", "“The bridge is safe,”")]
    [InlineData("“The bridge is safe,” said Mara Venn.", "Mara Venn", "said", "“The bridge is safe,”")]
    [InlineData("\"The bridge is safe,\" she said.", "she", "said", "\"The bridge is safe,\"")]
    [InlineData("‘The bridge is safe,’ she said.", "she", "said", "‘The bridge is safe,’")]
    [InlineData("Mara Venn said: “The bridge is safe.”", "Mara Venn", "said", "“The bridge is safe.”")]
    [InlineData("Mara Venn told the paper, “The bridge is safe.”", "Mara Venn", "told", "“The bridge is safe.”")]
    [InlineData("“Is the bridge safe?” asked Mara Venn.", "Mara Venn", "asked", "“Is the bridge safe?”")]
    public void A_direct_statement_is_found_on_either_side_of_its_cue(string text, string source, string cue, string content)
    {
        Statement statement = Assert.Single(Read(text));
        Assert.Equal((source, cue, content), Triple(text, statement));
        Assert.Equal(StatementForm.Direct, statement.Form);
    }

    [Fact]
    public void A_quote_split_by_its_speaker_is_one_statement()
    {
        const string text = "“The bridge is safe,” Mara Venn said. “We tested it twice.”";
        Statement statement = Assert.Single(Read(text));
        Assert.Equal(["“The bridge is safe,”", "“We tested it twice.”"], statement.Content.Select(c => c.Cut(text)));
    }

    [Fact]
    public void A_quotation_over_two_paragraphs_is_one_statement()
    {
        const string text = "“The bridge is safe,” Mara Venn said. “We tested it twice.\n“We shall test it again.”";
        Statement statement = Assert.Single(Read(text));
        Assert.Equal(3, statement.Content.Length);
    }

    [Fact]
    public void Partly_quoted_words_are_mixed()
    {
        const string text = "Mara Venn said the bridge was “as safe as a house.”";
        Statement statement = Assert.Single(Read(text));
        Assert.Equal(StatementForm.Mixed, statement.Form);
        Assert.Equal("the bridge was “as safe as a house.”", statement.Content[0].Cut(text));
    }

    [Fact]
    public void A_term_in_quotation_marks_is_no_statement() =>
        Assert.DoesNotContain(Read("The “smart” bridge was closed after the flood."), s => s.Form == StatementForm.Direct);

    [Fact]
    public void A_participle_shares_the_source_of_the_verb_before_it()
    {
        const string text = "The mayor said the bridge was safe, adding that it would open soon.";
        ImmutableArray<Statement> found = Read(text);
        Assert.Equal(["said", "adding"], found.Select(s => s.Cue!.Value.Cut(text)));
        Assert.All(found, s => Assert.Equal("The mayor", s.Speaker!.Value.Cut(text)));
    }

    [Fact]
    public void A_coordinated_clause_is_a_stretch_of_its_own()
    {
        const string text = "The mayor said that the bridge was safe and that it would open soon.";
        Statement statement = Assert.Single(Read(text));
        Assert.Equal(["that the bridge was safe", "that it would open soon"], statement.Content.Select(c => c.Cut(text)));
    }

    [Theory]
    [InlineData("The company denied the report.", Stance.Denies)]
    [InlineData("The company confirmed the report.", Stance.Confirms)]
    [InlineData("The union urged workers to stay at home.", Stance.Urges)]
    [InlineData("The union threatened to strike.", Stance.Threatens)]
    [InlineData("The union promised to return.", Stance.Promises)]
    [InlineData("Experts warned that the dam could break.", Stance.Warns)]
    [InlineData("The union accused the company of lying.", Stance.Accuses)]
    [InlineData("The mayor praised the firefighters.", Stance.Praises)]
    [InlineData("The mayor condemned the attack.", Stance.Criticises)]
    [InlineData("The company predicted that prices would fall.", Stance.Predicts)]
    [InlineData("The company said it was not helping the rebels.", Stance.Denies)]
    [InlineData("The company said the road was not paved.", Stance.Says)]
    [InlineData("The minister said she did not know when the talks would end.", Stance.Says)]
    public void Stance_comes_from_cue_and_grammar(string text, Stance stance) => Assert.Equal(stance, Read(text)[0].Stance);

    [Fact]
    public void An_answer_in_the_negative_is_a_denial_and_keeps_its_question()
    {
        const string text = "Asked if Avenia was arming the rebels, Venn said it was not involved in the war.";
        Statement answer = Read(text).Single(s => s.Speaker is not null);
        Assert.Equal(Stance.Denies, answer.Stance);
        Assert.Equal("Asked if Avenia was arming the rebels", answer.Occasion!.Value.Cut(text));
    }

    [Fact]
    public void An_answer_that_begins_with_no_is_a_denial()
    {
        Statement answer = Read("Venn replied: “No, we are not arming anybody.”").Single();
        Assert.Equal((Stance.Denies, StatementForm.Direct), (answer.Stance, answer.Form));
    }

    [Fact]
    public void A_statement_inside_a_statement_knows_the_outer_one()
    {
        const string text = "Mara Venn said that the engineers told the mayor that the bridge was safe.";
        ImmutableArray<Statement> found = Read(text);
        Assert.Equal(2, found.Length);
        Assert.Equal((null, 0), (found[0].In, found[1].In));
    }

    [Fact]
    public void A_bare_quotation_goes_on_from_the_sentence_before()
    {
        const string text = "Mara Venn said the bridge was safe. “We tested it twice.”";
        Statement statement = Assert.Single(Read(text));
        Assert.Equal("“We tested it twice.”", statement.Content[^1].Cut(text));
    }

    [Fact]
    public void The_speaker_is_the_entity_that_is_named()
    {
        const string text = "Mara Venn visited Port Aven on Monday. Venn said the bridge was safe.";
        ImmutableArray<Passage> passages = Blocks(text);
        AnnotatedText words = LanguageReader.Read(text, passages);
        ReportNames names = NameResolver.Resolve(words, NameFinder.Find(words, passages));
        Statement statement = StatementFinder.Find(words, passages, names, []).Single();
        Assert.Equal(names.EntityAt(words, new TextSpan(0, 9)), statement.SpeakerEntity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("“")]
    [InlineData("”“”“ ’ ‘ \" ' «")]
    [InlineData("“A.” “B?” “C!” “D, “E”")]
    [InlineData("MARA VENN SAID THE BRIDGE WAS SAFE. “IT IS,” SHE SAID.")]
    [InlineData("said said said said, said: said “said” said.")]
    [InlineData("\uD800 said “\uDC00”, \u0000\u202E said.")]
    public void Odd_text_is_read_without_error(string text)
    {
        foreach (Statement statement in Read(text))
        {
            Assert.NotEmpty(statement.Content);
            Assert.All(statement.Content, c => Assert.InRange(c.End, c.Start, text.Length));
        }
    }

    [Fact]
    public void A_report_of_nothing_but_quotations_is_read() =>
        _ = Read(string.Join('\n', Enumerable.Repeat("“The bridge is safe.” “It is not.”", 200)));

    private static (string?, string?, string) Triple(string text, Statement s) =>
        (s.Speaker?.Cut(text), s.Cue?.Cut(text), string.Join(" … ", s.Content.Select(c => c.Cut(text))));

    private static IEnumerable<(string?, string?, string)> Triples(string text) => Read(text).Select(s => Triple(text, s));

    private static ImmutableArray<Statement> Read(string text)
    {
        ImmutableArray<Passage> passages = Blocks(text);
        return StatementFinder.Find(LanguageReader.Read(text, passages), passages, ReportNames.None, []);
    }

    private static ImmutableArray<Passage> Blocks(string text)
    {
        List<Passage> blocks = [];
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
                blocks.Add(new Passage(new TextSpan(at, at + line.Length), PassageKind.Paragraph));
            at += line.Length + 1;
        }
        return [.. blocks];
    }
}
