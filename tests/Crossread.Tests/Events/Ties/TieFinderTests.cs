// How parties stand to each other, as events and descriptions tell it. The people and places are invented.
using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Events.Ties;
using Crossread.Stories;

namespace Crossread.Tests.Events.Ties;

public sealed class TieFinderTests
{
    [Theory]
    [InlineData("Norwegian-backed rebels attacked the town of Sarn on Monday.", "backs: Norwegian > rebels")]
    [InlineData("The French-led coalition met envoys of Sarn in Paris.", "commands: French > coalition")]
    [InlineData("Soldiers marched to the rebel-held town of Sarn.", "controls: rebel > town")]
    [InlineData("Norway is helping France in its fight against the Red Front.", "fights: France > the Red Front")]
    [InlineData("French soldiers fought alongside Norway against the Red Front.", "allied with: French soldiers > Norway")]
    [InlineData("Members of the Northern Alliance include Norway, France and Italy.", "member of: Italy > Members of the Northern Alliance")]
    [InlineData("France backs the Red Front.", "backs: France > the Red Front")]
    public void A_description_tells_a_relation(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("French aircraft flew raids in Sarn.", "fights")]
    [InlineData("We support the people of Sarn, and they support us.", "backs")]
    [InlineData("Companies, including bakers and smiths, closed.", "member of")]
    [InlineData("It was an ice-covered road.", "controls")]
    public void What_is_not_told_is_no_relation(string text, string kind) => Assert.DoesNotContain(Told(text), t => t.StartsWith(kind, StringComparison.Ordinal));

    [Fact]
    public void An_office_of_a_country_is_an_office_and_no_membership()
    {
        string[] told = Told("Ilva Morn, the president of Norway, spoke to reporters.");
        Assert.Contains(told, t => t.StartsWith("holds office: Ilva Morn", StringComparison.Ordinal));
        Assert.DoesNotContain(told, t => t.StartsWith("member of", StringComparison.Ordinal));
    }

    private static string[] Told(string text)
    {
        Reading reading = Crossreader.Analyse(Cleaner.Keep(Document.OfText("a.txt", text)));
        return [.. reading.Ties.Select(t => $"{t.Kind.Name()}: {t.From.Cut(text)} > {t.To.Cut(text)}")];
    }
}
