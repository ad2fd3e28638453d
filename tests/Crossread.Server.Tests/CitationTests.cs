// Citations in the forms that people paste elsewhere.
using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Documents;
using Crossread.Server.Citing;

namespace Crossread.Server.Tests;

public sealed class CitationTests
{
    private static readonly Publication _day = new("2024-03-12", PublicationBasis.Stated, "in the head");

    [Fact]
    public void Every_form_has_who_what_where_and_when()
    {
        Citation cited = Citation.Of(Report(), _day, "the gates\n were  shut", "http://127.0.0.1:4600/words/x");
        Assert.Equal("“the gates were shut” Ana Ruiz, Li Wei: “Gates shut”, Daily Bell, 12 March 2024, https://bell.example/1, http://127.0.0.1:4600/words/x.", cited.Text);
        Assert.StartsWith("@misc{crossread-", cited.BibTeX, StringComparison.Ordinal);
        Assert.Contains("author = {{Ana Ruiz} and {Li Wei}}", cited.BibTeX, StringComparison.Ordinal);
        Assert.Contains("date = {2024-03-12}", cited.BibTeX, StringComparison.Ordinal);
        Assert.Equal("{{cite news |author1=Ana Ruiz |author2=Li Wei |title=Gates shut |work=Daily Bell |date=2024-03-12 |url=https://bell.example/1 |quote=the gates were shut}}", cited.Wikipedia);
    }

    [Fact]
    public void Signs_that_act_in_a_form_are_made_harmless_there()
    {
        Citation cited = Citation.Of(Report() with { Title = "A|b}} {{c}} [[d]] \\input{e} 50% & <ref>" }, _day, null, "http://127.0.0.1:4600/reports/x");
        Assert.Contains("|title=A{{!}}b&#125;&#125; &#123;&#123;c&#125;&#125; &#91;&#91;d&#93;&#93;", cited.Wikipedia, StringComparison.Ordinal);
        Assert.DoesNotContain("<ref>", cited.Wikipedia, StringComparison.Ordinal);
        Assert.Contains("\\textbackslash{}input\\{e\\} 50\\% \\& <ref>", cited.BibTeX, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_may_be_several_days_is_left_out_of_the_forms_that_take_one()
    {
        Citation cited = Citation.Of(Report(), new Publication("[2024-03-12,2024-03-19]", PublicationBasis.Inferred, "of two"), null, "x");
        Assert.DoesNotContain("date", cited.Wikipedia, StringComparison.Ordinal);
        Assert.DoesNotContain("year", cited.BibTeX, StringComparison.Ordinal);
        Assert.Contains("12 or 19 March 2024", cited.Text, StringComparison.Ordinal);
    }

    private static Report Report() => Cleaner.Keep(Document.OfText("gates.txt", "The gates were shut.")) with
    {
        Title = "Gates shut",
        Authors = ["Ana Ruiz", "Li Wei"],
        Outlet = "Daily Bell",
        Url = "https://bell.example/1",
    };
}
