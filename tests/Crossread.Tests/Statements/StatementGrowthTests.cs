// How the time for statements grows with the report.
namespace Crossread.Tests.Statements;

[Collection(MeasuredAlone.Name)]
public sealed class StatementGrowthTests
{
    [Theory]
    [InlineData("“The bridge is safe,” she said. ")]
    [InlineData("“The bridge is safe. ")]
    [InlineData("The workers’ rights, the mayors’ plan and ’90s songs, he said. ")]
    [InlineData("MARA VENN SAID THE BRIDGE WAS SAFE AND “HOLDS”. ")]
    public void Statements_take_near_linear_time(string sentence)
    {
        double growth = Growth.Of(100, count => StatementReading.Of(string.Join('\n', Enumerable.Repeat(sentence, count))));
        Assert.InRange(growth, 0, Growth.NearLinear);
    }
}
