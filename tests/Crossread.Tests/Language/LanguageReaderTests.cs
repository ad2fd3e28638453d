// Tags, lemmas and heads, and what holds for any input.
using System.Text;

using Crossread.Language;

using FsCheck;
using FsCheck.Fluent;

namespace Crossread.Tests.Language;

public sealed class LanguageReaderTests
{
    [Fact]
    public void A_plain_sentence_gets_tags_lemmas_and_heads()
    {
        const string Text = "The old ministers denied the report on Tuesday.";
        AnnotatedText read = LanguageReader.Read(Text, []);
        int verb = 3;
        Assert.Equal("VBD", read.Tokens[verb].Xpos);
        Assert.Equal("deny", read.Tokens[verb].Lemma);
        Assert.Equal("minister", read.Tokens[2].Lemma);
        Assert.Equal(-1, read.Tokens[verb].Head);
        Assert.Equal((verb, Relation.Nsubj), (read.Tokens[2].Head, read.Tokens[2].Relation));
        Assert.Equal((verb, Relation.Obj), (read.Tokens[5].Head, read.Tokens[5].Relation));
        Assert.Equal(Upos.PROPN, read.Tokens[7].Upos);
    }

    [Fact]
    public void Curly_quotation_marks_read_as_straight_ones_do()
    {
        AnnotatedText straight = LanguageReader.Read("\"We don't agree,\" Ruiz said.", []);
        AnnotatedText curly = LanguageReader.Read("“We don’t agree,” Ruiz said.", []);
        Assert.Equal(straight.Tokens.Select(t => (t.Upos, t.Xpos, t.Head, t.Relation)), curly.Tokens.Select(t => (t.Upos, t.Xpos, t.Head, t.Relation)));
    }

    [Fact]
    public void A_capital_at_the_start_makes_no_name_of_a_plural()
    {
        AnnotatedText read = LanguageReader.Read("Fishermen said they would wait.", []);
        Assert.Equal((Upos.NOUN, "fisherman"), (read.Tokens[0].Upos, read.Tokens[0].Lemma));
    }

    [Fact]
    public void Given_words_stay_as_they_are()
    {
        AnnotatedText read = LanguageReader.ReadWords([[new("Well-known"), new("people", false), new(".")], [new("Yes")]]);
        Assert.Equal("Well-known people. Yes ", read.Text);
        Assert.Equal([3, 1], read.Sentences.Select(s => s.TokenCount));
    }

    public static TheoryData<string> OddTexts => new(
        "", " \n\t ", "\0\u0001\u0002", "\ud800", "a\udc00b \ud83d", new string('x', 1_000_000), new string('.', 100_000), string.Concat(Enumerable.Repeat("a.", 100_000)),
        string.Concat(Enumerable.Repeat("😀", 50_000)), new string('"', 10_000) + "word" + new string('"', 10_000), new string('“', 10_000) + "word",
        string.Concat(Enumerable.Repeat("“a ", 10_000)) + string.Concat(Enumerable.Repeat("b” ", 10_000)), string.Concat(Enumerable.Repeat("\u0007\u200b\u202e\ufeff ", 20_000)),
        string.Concat(Enumerable.Repeat("word ", 100_000)), string.Concat(Enumerable.Repeat("слово 言葉 كلمة ", 10_000)), new string('\'', 50_000), string.Concat(Enumerable.Repeat("1-", 50_000)),
        string.Concat(Enumerable.Repeat("a'b", 50_000)), string.Concat(Enumerable.Repeat("a@b.c/", 50_000)), new string('\n', 100_000), string.Concat(Enumerable.Repeat("x\n", 50_000)));

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Odd_text_is_read_in_linear_time_and_keeps_every_letter(string text)
    {
        AnnotatedText read = LanguageReader.Read(text, []);
        Check(read);
    }

    [Fact]
    public void A_line_of_a_million_letters_is_read_in_a_working_space_that_does_not_grow_with_its_square()
    {
        string line = string.Concat(Enumerable.Repeat("The council met and the mayor said that the bridge would open soon ", 15_000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        AnnotatedText read = LanguageReader.Read(line, []);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(line.Length > 1_000_000);
        Assert.InRange(bytes, 0, 400L * read.Tokens.Length);
        Assert.All(read.Sentences, sentence => Assert.InRange(sentence.TokenCount, 1, SentenceSplitter.LongestSentence));
    }

    [Fact]
    public void Any_text_gives_trees_over_spans_in_order() =>
        Prop.ForAll<string>(text => Check(LanguageReader.Read(text ?? "", []))).QuickCheckThrowOnFailure();

    private static void Check(AnnotatedText read)
    {
        StringBuilder letters = new();
        int at = 0;
        foreach (Token token in read.Tokens)
        {
            Assert.True(token.Span.Start >= at && token.Span.Length > 0);
            at = token.Span.End;
            letters.Append(token.Span.Of(read.Text));
        }
        Assert.Equal(read.Text.Count(c => !Glyphs.IsSpace(c)), letters.ToString().Count(c => !Glyphs.IsSpace(c)));
        int next = 0;
        foreach (Sentence sentence in read.Sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            next = sentence.EndToken;
            Assert.Equal(1, Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Count(i => read.Tokens[i].Head < 0));
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                int steps = 0;
                for (int h = i; h >= 0; h = read.Tokens[h].Head)
                {
                    Assert.InRange(h, sentence.FirstToken, sentence.EndToken - 1);
                    Assert.True(steps++ <= sentence.TokenCount);
                }
            }
        }
        Assert.Equal(read.Tokens.Length, next);
    }
}
