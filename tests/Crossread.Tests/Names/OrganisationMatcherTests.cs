// Which names of organisations and places are one, which are not.
using Crossread.Names.Resolving;

namespace Crossread.Tests.Names;

public class OrganisationMatcherTests
{
    [Theory]
    [InlineData("Dorana Liberation Front", "DLF")]
    [InlineData("Front for the Freedom of Dorana", "FFFD")]
    [InlineData("Front for the Freedom of Dorana", "FFD")]
    [InlineData("Front for the Freedom of Dorana", "FFTFOD")]
    [InlineData("U.N. River Commission", "United Nations River Commission")]
    [InlineData("UN", "United Nations")]
    [InlineData("River Commission", "United Nations River Commission")]
    [InlineData("Kestrel", "Kestrel Airlines")]
    [InlineData("Kestrel Corp.", "Kestrel")]
    [InlineData("Kestrel & Sons Ltd", "Kestrel and Sons")]
    [InlineData("Organisation for River Safety", "Organization for River Safety")]
    [InlineData("The Harbour Board", "Harbor Board")]
    [InlineData("Veldora Rescue Service", "Veldoran Rescue Service")]
    public void These_are_one_body(string one, string other)
    {
        Assert.NotNull(OrganisationMatcher.Compare(OrganisationForm.Of(one), OrganisationForm.Of(other)));
        Assert.NotNull(OrganisationMatcher.Compare(OrganisationForm.Of(other), OrganisationForm.Of(one)));
    }

    [Theory]
    [InlineData("Council", "River Council")]
    [InlineData("Dorana Liberation Front", "Dorana Liberation Army")]
    [InlineData("Dorana Liberation Front", "DLA")]
    [InlineData("North Bank", "South Bank")]
    [InlineData("Bank of Dorana", "Dorana")]
    [InlineData("First Army", "Third Army")]
    [InlineData("Army", "Navy")]
    [InlineData("Veldora Rescue Service", "Veldoran Fishing Service")]
    public void These_are_two_bodies(string one, string other)
    {
        Assert.Null(OrganisationMatcher.Compare(OrganisationForm.Of(one), OrganisationForm.Of(other)));
        Assert.Null(OrganisationMatcher.Compare(OrganisationForm.Of(other), OrganisationForm.Of(one)));
    }

    [Theory]
    [InlineData("Tarhuna", "Tarhouna")]
    [InlineData("Al-Khadra", "Khadra")]
    [InlineData("Kyiv", "Kiev")]
    [InlineData("U.S.", "United States")]
    [InlineData("US", "America")]
    [InlineData("St. Orban", "Saint Orban")]
    [InlineData("Bengazi", "Benghazi")]
    public void These_are_one_place(string one, string other)
    {
        Assert.NotNull(PlaceMatcher.Compare(NameForm.Of(one), NameForm.Of(other)));
        Assert.NotNull(PlaceMatcher.Compare(NameForm.Of(other), NameForm.Of(one)));
    }

    [Theory]
    [InlineData("Iran", "Iraq")]
    [InlineData("Austria", "Australia")]
    [InlineData("Niger", "Nigeria")]
    [InlineData("Mali", "Malawi")]
    [InlineData("North Orban", "South Orban")]
    [InlineData("Us", "United States")]
    [InlineData("Hama", "Homs")]
    [InlineData("Slovakia", "Slovenia")]
    [InlineData("East Dorana", "West Dorana")]
    [InlineData("Karbala", "Kabul")]
    public void These_are_two_places(string one, string other)
    {
        Assert.Null(PlaceMatcher.Compare(NameForm.Of(one), NameForm.Of(other)));
        Assert.Null(PlaceMatcher.Compare(NameForm.Of(other), NameForm.Of(one)));
    }
}
