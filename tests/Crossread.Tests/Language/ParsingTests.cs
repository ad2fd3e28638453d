// The parser's shortcuts change nothing: neither what it remembers within a sentence nor how many rows are multiplied at once.
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class ParsingTests
{
    private const string Short = "The mayor of Ulmar denied on Tuesday that the dam had been opened too late.";
    private const string Long = "Officials who had said that the river, which feeds two lakes, would not rise before noon told reporters that they were wrong and that help was on its way.";

    [Fact]
    public void A_sentence_reads_the_same_whatever_was_read_before_it()
    {
        AnnotatedText alone = LanguageReader.Read(Short, []);
        AnnotatedText behind = LanguageReader.Read(Long + "\n\n" + Long + "\n\n" + Short, []);
        int shift = behind.Tokens.Length - alone.Tokens.Length;
        Assert.Equal(alone.Tokens.Select(t => (t.Xpos, t.Head < 0 ? -1 : t.Head + shift, t.Relation)), behind.Tokens.Skip(shift).Select(t => (t.Xpos, t.Head, t.Relation)));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(192)]
    public void A_product_has_the_same_bits_row_by_row_and_all_at_once(int width)
    {
        const int Rows = 11, Inner = 37;
        Random random = new(3);
        float[] a = [.. Enumerable.Range(0, Rows * Inner).Select(_ => random.NextSingle() - 0.5f)], b = [.. Enumerable.Range(0, Inner * width).Select(_ => random.NextSingle() - 0.5f)];
        float[] together = new float[Rows * width], single = new float[Rows * width], plain = new float[Rows * width];
        DenseMath.AddProduct(a, Inner, 1, b, together, Rows, Inner, width);
        for (int i = 0; i < Rows; i++)
        {
            DenseMath.AddProduct(a.AsSpan(i * Inner), Inner, 1, b, single.AsSpan(i * width), 1, Inner, width);
            for (int k = 0; k < Inner; k++)
            {
                for (int j = 0; j < width; j++)
                    plain[i * width + j] = MathF.FusedMultiplyAdd(a[i * Inner + k], b[k * width + j], plain[i * width + j]);
            }
        }
        Assert.Equal(single, together);
        Assert.Equal(plain, together);
    }

    [Fact]
    public void What_lies_beyond_doubt_is_the_best_of_what_the_arc_model_tells()
    {
        (ArcScorer arcs, int count) = ReadArcs();
        for (int child = 0; child < count; child++)
        {
            int[] heads = [.. Enumerable.Range(0, count + 1).Select(head => arcs.Arc(child, head))];
            int best = Array.IndexOf(heads, 0), second = heads.Where((_, head) => head != best).Max();
            Assert.InRange(arcs.Children(best, child), int.MinValue, second);
            Assert.Equal(0, arcs.Children(best, count));
            float[] labels = [.. arcs.Labels(child, best)];
            int relation = arcs.SureLabel(child, best, 0);
            Assert.Equal(0, labels[relation]);
            Assert.Equal(labels.Count(label => label > -2) == 1 ? relation : -1, arcs.SureLabel(child, best, 2));
            Assert.Equal(-1, arcs.SureLabel(child, best == 0 ? 1 : 0, 0));
        }
    }

    [Fact]
    public void No_arc_stands_before_the_best_and_each_word_has_a_best_head()
    {
        (ArcScorer arcs, int count) = ReadArcs();
        for (int child = 0; child < count; child++)
        {
            int[] heads = [.. Enumerable.Range(0, count + 1).Select(head => arcs.Arc(child, head))];
            Assert.Equal(0, heads.Max());
            Assert.All(heads, head => Assert.InRange(head, -1000, 0));
            for (int from = 0; from <= count; from++)
                Assert.Equal(heads[from..].Max(), arcs.Bound(child, from));
        }
    }

    private static (ArcScorer Arcs, int Words) ReadArcs()
    {
        LanguageModels models = LanguageModels.Default;
        WordSheet sheet = new(models.Lexicon) { Kinds = models.Tags.Kinds };
        (List<Crossread.Text.TextSpan> words, _) = LanguageReader.Cut(Long, []);
        sheet.Fill(Long, [.. words]);
        new Tagger(models.Tagger).Tag(sheet);
        ArcScorer arcs = new(models.Arcs, 100, -10);
        arcs.Read(sheet);
        return (arcs, sheet.Count);
    }
}
