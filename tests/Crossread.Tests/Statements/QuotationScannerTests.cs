// Quotation marks: which belong together, and what a stray one may spoil.
using System.Collections.Immutable;

using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Tests.Statements;

[Collection(MeasuredAlone.Name)]
public sealed class QuotationScannerTests
{
    [Theory]
    [InlineData("Mara Venn said “the bridge is safe” on Monday.", "the bridge is safe")]
    [InlineData("Mara Venn said \"the bridge is safe\" on Monday.", "the bridge is safe")]
    [InlineData("Mara Venn said ‘the bridge is safe’ on Monday.", "the bridge is safe")]
    [InlineData("Mara Venn said 'the bridge is safe' on Monday.", "the bridge is safe")]
    [InlineData("Mara Venn said ''the bridge is safe'' on Monday.", "the bridge is safe")]
    [InlineData("Mara Venn said «the bridge is safe» on Monday.", "the bridge is safe")]
    [InlineData("Mara Venn said „the bridge is safe” on Monday.", "the bridge is safe")]
    public void Every_sort_of_mark_is_read(string text, string inner) => Assert.Equal([inner], Inner(text));

    [Theory]
    [InlineData("It's the miners' union that didn't sign, the '90s treaty wasn't theirs.")]
    [InlineData("It’s the miners’ union that didn’t sign, the ’90s treaty wasn’t theirs.")]
    [InlineData("A 5'11\" man and a 6\" pipe.")]
    public void Apostrophes_and_inches_are_no_quotations(string text) => Assert.Empty(Inner(text));

    [Fact]
    public void A_possessive_does_not_close_a_single_quotation() =>
        Assert.Equal(["the workers’ rights are not ours to sell"], Inner("‘the workers’ rights are not ours to sell’, said Ono."));

    [Fact]
    public void A_quotation_inside_a_quotation_is_one_deeper()
    {
        ImmutableArray<Quotation> found = Scan("“He told us ‘no’ twice,” said Ono.");
        Assert.Equal(2, found.Length);
        Assert.Equal((0, 1), (found[0].Depth, found[1].Depth));
    }

    [Fact]
    public void A_paragraph_left_open_goes_on_in_the_next()
    {
        ImmutableArray<Quotation> found = Scan("“The first part.\n“The second part,” said Ono.");
        Assert.Equal([false, true], found.Select(q => q.Closed));
    }

    [Fact]
    public void A_mark_without_partner_spoils_only_its_paragraph() =>
        Assert.Equal(["is here"], Inner("The plan” had a 12\" stray mark.\nOno said “is here” again."));

    [Fact]
    public void An_opening_mark_that_is_never_closed_is_dropped_in_mid_sentence() =>
        Assert.Equal(["two"], Inner("He wrote of the “one and then of “two” things.\nAnd more."));

    [Theory]
    [InlineData('"')]
    [InlineData('\'')]
    [InlineData('“')]
    [InlineData('‘')]
    [InlineData('’')]
    [InlineData('«')]
    public void Marks_take_no_more_than_linear_time(char mark)
    {
        double growth = Growth.Of(1_500, count =>
        {
            _ = Scan(string.Create(count, mark, (span, m) =>
            {
                for (int i = 0; i < span.Length; i++)
                    span[i] = i % 3 == 0 ? ' ' : i % 3 == 1 ? m : 'a';
            }));
            _ = Scan(new string(mark, count));
        });
        Assert.InRange(growth, 0, Growth.NearLinear);
    }

    private static string[] Inner(string text) => [.. Scan(text).Select(q => q.Inner.Cut(text))];

    private static ImmutableArray<Quotation> Scan(string text)
    {
        List<TextSpan> blocks = [];
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            blocks.Add(new TextSpan(at, at + line.Length));
            at += line.Length + 1;
        }
        return QuotationScanner.Scan(text, [.. blocks]);
    }
}
