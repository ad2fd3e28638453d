// Words and sentences of raw text.
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class SentenceTests
{
    private static string[] Words(string text)
    {
        AnnotatedText read = LanguageReader.Read(text, []);
        return [.. read.Tokens.Select(t => t.Span.Cut(text))];
    }

    private static string[] Sentences(string text) => [.. LanguageReader.Read(text, []).Sentences.Select(s => s.Span.Cut(text))];

    [Theory]
    [InlineData("They didn't go.", "They|did|n't|go|.")]
    [InlineData("She’s sure they’ll win.", "She|’s|sure|they|’ll|win|.")]
    [InlineData("He cannot say.", "He|can|not|say|.")]
    [InlineData("Ms. O'Neill met Karim al-Hadrami at 5 p.m. on Jan. 3.", "Ms.|O'Neill|met|Karim|al|-|Hadrami|at|5|p.m.|on|Jan.|3|.")]
    [InlineData("a well-known, non-profit group", "a|well|-|known|,|non-profit|group")]
    [InlineData("It cost $1,200.50, or 12%.", "It|cost|$|1,200.50|,|or|12|%|.")]
    [InlineData("The workers’ union and the mayor’s office", "The|workers|’|union|and|the|mayor|’s|office")]
    [InlineData("‘We won’t pay,’ she said.", "‘|We|wo|n’t|pay|,|’|she|said|.")]
    [InlineData("See www.example.org/a?b=1, or write to desk@example.org.", "See|www.example.org/a?b=1|,|or|write|to|desk@example.org|.")]
    [InlineData("Wait... what?!", "Wait|...|what|?!")]
    [InlineData("at 5pm and 10km away", "at|5|pm|and|10|km|away")]
    [InlineData("the U.S.-led talks", "the|U.S.|-|led|talks")]
    public void Words_are_cut_as_in_the_treebanks(string text, string expected) => Assert.Equal(expected.Split('|'), Words(text));

    [Theory]
    [InlineData("He left the U.S. The talks failed.", 2)]
    [InlineData("The U.S. Senate met on Tuesday.", 1)]
    [InlineData("It began at 5 a.m. Officials were late.", 2)]
    [InlineData("Dr. Ana Ruiz, of Brightwell Inc., spoke to J. P. Moran.", 1)]
    [InlineData("“There will be no war,” he said. “We want peace.”", 2)]
    [InlineData("“Why?” she asked.", 1)]
    [InlineData("“Why now?” Mayor Ruiz asked. Nobody knew.", 2)]
    [InlineData("\"We came. We saw,\" he said.", 2)]
    [InlineData("‘It is over.’ The crowd went home.", 2)]
    [InlineData("The price rose by 3.5 per cent. Nobody paid.", 2)]
    [InlineData("He paused ... and went on.", 1)]
    [InlineData("Mayor Denies Flood Report\n\nThe mayor denied the report.", 2)]
    [InlineData("Stop! Go home.", 2)]
    [InlineData("He spoke of \"war.\" Then he left.", 2)]
    [InlineData("It rose (by 3 per cent.) and fell.", 1)]
    public void Sentences_end_where_a_reader_ends_them(string text, int count) => Assert.Equal(count, Sentences(text).Length);

    [Theory]
    [InlineData("LIMA, June 3 (Wire) - The minister spoke.", "LIMA, June 3 (Wire) -")]
    [InlineData("NAIROBI/ADDIS ABABA — Troops left the town.", "NAIROBI/ADDIS ABABA —")]
    [InlineData("Quito, Ecuador (Wire).- “We will pay,” she said.", "Quito, Ecuador (Wire).-")]
    [InlineData("PORT-AU-PRINCE, Haiti -- Two ships came.", "PORT-AU-PRINCE, Haiti --")]
    public void A_dateline_stands_before_the_first_sentence(string text, string dateline) => Assert.Equal(dateline, Sentences(text)[0]);

    [Theory]
    [InlineData("NATO — the alliance of the north — met in Lima.")]
    [InlineData("The minister (a former judge) - He is 70.")]
    [InlineData("Lima - The city slept.")]
    [InlineData("He came, he saw (and left) - Nobody knew.")]
    public void A_dash_alone_makes_no_dateline(string text) => Assert.Single(Sentences(text)[..1], s => s.Contains("- ", StringComparison.Ordinal) || s.Contains("— ", StringComparison.Ordinal));

    [Fact]
    public void No_sentence_crosses_the_border_of_a_passage()
    {
        const string Text = "Mayor denies report\nThe mayor said so";
        AnnotatedText read = LanguageReader.Read(Text, [new(new(0, 19), Crossread.Cleaning.PassageKind.Title), new(new(20, Text.Length), Crossread.Cleaning.PassageKind.Paragraph)]);
        Assert.Equal(["Mayor denies report", "The mayor said so"], read.Sentences.Select(s => s.Span.Cut(Text)));
    }
}
