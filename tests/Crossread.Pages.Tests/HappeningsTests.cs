// What happened and who stands to whom, on the page: each once, with who tells it, and by day. The people and places are invented.
using System.Text;
using System.Text.RegularExpressions;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Events.Ties;
using Crossread.Pages.Figures;
using Crossread.Stories;

namespace Crossread.Pages.Tests;

public sealed class HappeningsTests
{
    private static readonly Lazy<Story> _story = new(() => StoryBuilder.Build(
    [
        Reading("a", "2031-05-06", "The Norwegian navy attacked the port of Tarn on Monday. France backs the Red Front. Italy met France in Rome. Norway plans to boycott the harbour of Tarn."),
        Reading("b", "2031-05-08", "On Monday the Norwegian navy attacked the port of Tarn. Norway supports the Red Front. Norway accused France of lying. Spain attacked Norway on Wednesday."),
    ]));

    [Fact]
    public void An_event_of_two_reports_is_one_line_with_two_accounts()
    {
        HappeningView attack = Assert.Single(new StoryView(_story.Value).Happenings, h => h.Happening.Deed == "FIGHT" && h.Happening.About.Contains("Tarn", StringComparison.Ordinal));
        Assert.True(attack.Happened);
        Assert.Contains("two accounts", attack.Note, StringComparison.Ordinal);
        Assert.Equal([1, 2], attack.Cites.Select(c => c.Report.Number));
    }

    [Fact]
    public async Task What_is_planned_stands_apart_from_what_happened()
    {
        string page = await StoryPage.RenderAsync(_story.Value);
        string section = Section(page, "happened");
        int apart = section.IndexOf("planned, called for, doubted or denied", StringComparison.Ordinal);
        Assert.True(apart > 0);
        Assert.True(section.IndexOf("boycott", StringComparison.Ordinal) > apart);
        Assert.True(section.IndexOf("attacked the port", StringComparison.Ordinal) < apart);
    }

    [Fact]
    public async Task The_slider_takes_away_events_and_relations_that_were_told_later()
    {
        string page = await StoryPage.RenderAsync(_story.Value, new PageOptions { Slider = true });
        Assert.Contains("id=\"as-of\"", page, StringComparison.Ordinal);
        string actors = Section(page, "actors");
        Assert.Matches("<li class=\"t-[a-z-]+\" data-on=\"1\">", actors);
        Assert.Matches("<li class=\"t-[a-z-]+\">", actors);
        Assert.Matches("<g class=\"tie [^\"]*\" data-on=\"1\"", actors);
        Assert.Matches("<li id=\"h[0-9]+\" data-on=\"1\"", Section(page, "happened"));
    }

    [Fact]
    public void Every_relation_of_the_picture_joins_two_actors_that_it_names_and_says_its_kind()
    {
        string figure = ActorFigure.Draw(_story.Value)!;
        Assert.Equal(ActorFigure.Shown(_story.Value).Length, Regex.Count(figure, "<g class=\"tie "));
        Assert.All(ActorFigure.Shown(_story.Value), r =>
        {
            Assert.Contains(Html.Text($"{r.From.Name} {r.Kind.Name()} {r.To.Name}"), figure, StringComparison.Ordinal);
            Assert.Contains(Html.Text(r.From.Name) + "<title>", figure, StringComparison.Ordinal);
            Assert.Contains(Html.Text(r.To.Name) + "<title>", figure, StringComparison.Ordinal);
        });
        // The same picture each time, and inside its frame.
        Assert.Equal(figure, ActorFigure.Draw(_story.Value));
        Assert.All(Regex.Matches(figure, "c[xy]=\"([0-9.-]+)\"").Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), v => Assert.InRange(v, 0, 860));
    }

    [Fact]
    public async Task Every_kind_of_relation_has_a_box_and_a_rule_that_hides_it_in_picture_and_list()
    {
        string page = await StoryPage.RenderAsync(_story.Value);
        foreach (TieKind kind in ActorFigure.Shown(_story.Value).Select(r => r.Kind).Distinct())
        {
            string name = "t-" + kind.Name().Replace(' ', '-');
            Assert.Contains($"name=\"{name}\"", page, StringComparison.Ordinal);
            Assert.Contains($"#actors:has(input[name={name}]:not(:checked)) :is(.tie,li).{name}{{display:none}}", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_is_joined_with_nobody_makes_no_picture() => Assert.Null(ActorFigure.Draw(StoryBuilder.Build([Reading("c", "2031-05-06", "France backs the Red Front.")])));

    private static string Section(string page, string id)
    {
        int start = page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal);
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    private static Reading Reading(string name, string day, string text) =>
        Crossreader.Analyse(Cleaner.Keep(DocumentReader.Read(Encoding.UTF8.GetBytes(text), name).Single().Document!) with { Published = new StatedDate(day, "stated") });
}
