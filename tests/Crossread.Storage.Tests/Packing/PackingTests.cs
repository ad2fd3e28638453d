// What is packed comes back as it was, and what is damaged is not taken for anything else.
using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

using Crossread.Documents;
using Crossread.Language;
using Crossread.Storage.Intake;
using Crossread.Storage.Packing;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Storage.Tests.Packing;

public sealed class PackingTests
{
    [Fact]
    public void Every_reading_of_the_sample_comes_back_as_it_was()
    {
        DocumentResult[] sample = [.. DocumentReader.Read(Checkout.Sample, ReportIntake.Limits)];
        Assert.NotEmpty(sample);
        foreach (DocumentResult result in sample)
        {
            Document document = result.Document!;
            Reading reading = Crossreader.Analyse(Cleaning.Cleaner.Clean([document])[0]);
            (Reading back, ImmutableArray<Problem> problems) = PackedReading.Of(reading, result.Problems, document.Bytes.AsSpan()).Unpack("r1", "file", "00", () => [.. document.Bytes]);
            Assert.Equal(reading.Report.Text, back.Report.Text);
            Assert.Equal(reading.Words.Tokens.Select(t => t.ToString()), back.Words.Tokens.Select(t => t.ToString()));
            Assert.Equal(reading.Words.Sentences.AsEnumerable(), back.Words.Sentences);
            Assert.Equal(reading.Statements.Select(s => s.Content.Length), back.Statements.Select(s => s.Content.Length));
            Assert.Equal(result.Problems.AsEnumerable(), problems);
            Assert.Equal(["r1", "file", "00"], [back.Report.Id, back.Report.File, back.Report.Sha256]);
            // Whatever else a reading holds stands in these bytes.
            Assert.Equal(PackedReading.Plain(reading, problems), PackedReading.Plain(back, problems));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("Ça va, dit-il… « Non », répond-elle à 12h30.")]
    [InlineData("قال المتحدث إن الجسر مغلق. 橋は閉鎖されている。 Мост закрыт, сообщил мэр.")]
    [InlineData("\U0001F600\U0001F600 half a pair \uD83D stands here; İstanbul's mayor didn't reply to a@b.example or #tag.")]
    public void A_reading_of_any_text_comes_back_as_it_was(string text)
    {
        Reading reading = Packed.Report(Pile.Fire(1)).Reading with { Words = LanguageReader.Read(text, []) };
        reading = reading with { Report = reading.Report with { Text = text } };
        byte[] original = Encoding.UTF8.GetBytes("another");
        Reading back = PackedReading.Of(reading, [], original).Unpack("r1", "file", "00", () => original).Reading;
        Assert.Equal(text, back.Report.Text);
        Assert.Equal(reading.Words.Tokens.AsEnumerable(), back.Words.Tokens);
        Assert.Equal(reading.Words.Sentences.AsEnumerable(), back.Words.Sentences);
    }

    [Fact]
    public void Words_that_are_changed_anywhere_are_damaged_or_other_words_and_nothing_worse()
    {
        AnnotatedText words = Packed.Report(Pile.Fire(1)).Reading.Words;
        ArrayBufferWriter<byte> to = new();
        WordColumns.Write(to, words, WordLore.Known);
        byte[] told = to.WrittenSpan.ToArray();
        Assert.True(told.Count(b => b == 0) > told.Length / 2, "Most of it can be guessed.");
        for (int i = 0; i < told.Length; i++)
        {
            byte[] changed = [.. told];
            changed[i] ^= 0x55;
            try
            {
                AnnotatedText other = WordColumns.Read(new NumberColumn.Reader(changed), words.Text, WordLore.Known);
                Assert.All(other.Tokens, t => Assert.InRange(t.Span.End, t.Span.Start, words.Text.Length));
                Assert.All(other.Tokens, t => Assert.InRange(t.Head, -1, other.Tokens.Length - 1));
            }
            catch (InvalidDataException)
            {
                // Told as damaged, as it should be.
            }
        }
    }

    [Fact]
    public void A_span_that_cuts_a_word_is_told_by_its_letters()
    {
        AnnotatedText words = Packed.Report(Pile.Fire(1)).Reading.Words;
        ArrayBufferWriter<byte> to = new();
        TextSpan[] spans = [words.Tokens[3].Span, new(words.Tokens[5].Span.Start, words.Tokens[9].Span.End), new(words.Tokens[4].Span.Start + 1, words.Tokens[4].Span.End), new(0, 0)];
        byte[] json = RecordJson.Write(spans, new WordSpans(words, new NumberColumn.Writer(to)));
        Assert.Equal($"[0,0,[{spans[2].Start},{spans[2].Length}],[0,0]]", Encoding.UTF8.GetString(json));
        Assert.Equal(spans, RecordJson.Read<TextSpan[]>(json, new WordSpans(words, new NumberColumn.Reader(to.WrittenSpan.ToArray()))));
        Assert.Throws<InvalidDataException>(() => RecordJson.Read<TextSpan[]>(json, new WordSpans(words, new NumberColumn.Reader([]))));
        Assert.Throws<JsonException>(() => RecordJson.Read<TextSpan[]>(json, null));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("short", "")]
    [InlineData("", "an original without any text of its own")]
    [InlineData("The gates were closed at noon, the mayor said.", "<p>The gates were closed at noon, the mayor said.</p>")]
    [InlineData("The gates were closed at noon — the mayor said so.", "<p>The gates were closed at noon &mdash; the mayor said so.</p>")]
    [InlineData("second part first, the first part second", "the first part second and the second part first, it is said")]
    [InlineData("again and again and again and again and again", "again and again")]
    [InlineData("half a pair \uD83D stands here", "half a pair stands here")]
    public void A_text_comes_back_whatever_its_original_is(string text, string original)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(original);
        Assert.Equal(text, PackedText.Unpack(PackedText.Of(text, bytes), () => bytes));
    }

    [Fact]
    public void A_text_that_stands_in_its_original_takes_hardly_any_room()
    {
        string text = string.Join('\n', Enumerable.Range(0, 40).Select(Pile.Fire));
        byte[] page = Encoding.UTF8.GetBytes("<html><body><p>" + text.Replace("\n", "</p>\n<p>", StringComparison.Ordinal) + "</p></body></html>");
        byte[] packed = PackedText.Of(text, page);
        Assert.True(packed.Length < text.Length / 20, $"{packed.Length} of {text.Length}");
        Assert.Equal(text, PackedText.Unpack(packed, () => page));
    }

    [Fact]
    public void A_text_that_was_told_by_another_original_is_damaged_not_wrong()
    {
        string text = Pile.Fire(1);
        byte[] packed = PackedText.Of(text, Encoding.UTF8.GetBytes(text));
        Assert.Throws<InvalidDataException>(() => PackedText.Unpack(packed, () => Encoding.UTF8.GetBytes(text[..40])));
    }

    [Fact]
    public void Bytes_that_are_cut_anywhere_never_run_on()
    {
        byte[] other = Encoding.UTF8.GetBytes(Pile.Fire(2)), bytes = Encoding.UTF8.GetBytes(Pile.Fire(1)), told = ByteDifference.Of(bytes, other);
        Assert.Equal(bytes, ByteDifference.Apply(told, other, bytes.Length));
        for (int length = 0; length < told.Length; length++)
        {
            try
            {
                Assert.True(ByteDifference.Apply(told.AsSpan(0, length), other, bytes.Length).Length < bytes.Length);
            }
            catch (InvalidDataException)
            {
                // Told as damaged, as it should be.
            }
        }
        Assert.Throws<InvalidDataException>(() => ByteDifference.Apply(told, other, bytes.Length - 1));
    }

    [Fact]
    public void What_all_analyses_share_is_packed_once_for_all()
    {
        byte[] analysis = PackedReading.Plain(Packed.Report(Pile.Fire(1)).Reading, []).ToArray();
        byte[] alone = PackedBytes.WithLength(analysis), primed = PackedBytes.Primed(analysis, Primer.Newest);
        Assert.True(primed.Length < alone.Length * 0.85, $"{primed.Length} of {alone.Length}");
        Assert.Equal(analysis, PackedBytes.Unpack(alone));
        Assert.Equal(analysis, PackedBytes.Unpack(primed, Primer.Newest));
        Assert.Empty(PackedBytes.Unpack(PackedBytes.Primed([], Primer.Newest), Primer.Newest));
        for (int length = 0; length < primed.Length; length += 7)
            Assert.Throws<InvalidDataException>(() => PackedBytes.Unpack(primed.AsSpan(0, length), Primer.Newest));
    }

    [Theory]
    [InlineData("warehouses", "warehouse")]
    [InlineData("said", "say")]
    [InlineData("was", "be")]
    [InlineData("", "x")]
    [InlineData("\U0001F600", "\U0001F601")]
    public void A_lemma_comes_out_of_its_word(string word, string lemma) => Assert.Equal(lemma, LemmaChange.Apply(word, LemmaChange.Of(word, lemma)));

    [Fact]
    public void A_word_longer_than_any_has_its_lemma_too()
    {
        string word = new('a', 70_000);
        Assert.Equal("b", LemmaChange.Apply(word, LemmaChange.Of(word, "b")));
        Assert.Throws<InvalidDataException>(() => LemmaChange.Apply("said", LemmaChange.Of("warehouses", "b")));
    }
}
