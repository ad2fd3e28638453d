// The views as a reader without scripts meets them.
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Crossread.Server.Citing;
using Crossread.Text;

namespace Crossread.Server.Tests;

public sealed partial class ViewTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stories_lead_to_each_story()
    {
        string page = await workbench.Page("/");
        Assert.Contains("/stories/" + await workbench.Story(), page, StringComparison.Ordinal);
        Assert.Contains("Gate log goes to the Basin Council", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_a_story_leads_somewhere()
    {
        string page = await workbench.Page("/stories/" + await workbench.Story());
        HashSet<string> places = [.. Id().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.DoesNotContain(Fragment().Matches(page).Select(m => m.Groups[1].Value), f => !places.Contains(f));
        foreach (string path in Path().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
        {
            using HttpResponseMessage answer = await workbench.Client.GetAsync(path, Cancel);
            Assert.True(answer.IsSuccessStatusCode, path + " gives " + answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_story_as_of_a_day_has_only_what_was_published_by_then()
    {
        string path = "/stories/" + await workbench.Story();
        string whole = await workbench.Page(path), early = await workbench.Page(path + "?as-of=2024-03-12");
        Assert.Contains("selected", early, StringComparison.Ordinal);
        Assert.Contains("Only what was published by then", early, StringComparison.Ordinal);
        Assert.True(early.Split("<article class=\"report\"").Length < whole.Split("<article class=\"report\"").Length);
    }

    [Fact]
    public async Task A_permalink_shows_the_words_that_it_cites()
    {
        (string id, string text, string sha256) = await FirstReport();
        TextSpan span = new(text.IndexOf("the gates", StringComparison.Ordinal), text.IndexOf("the gates", StringComparison.Ordinal) + 9);
        JsonNode citation = await workbench.Json($"/api/v1/reports/{id}/citation?start={span.Start}&end={span.End}");
        string link = citation["link"]!.GetValue<string>();
        Assert.Contains(sha256, link, StringComparison.Ordinal);
        string page = await workbench.Page(new Uri(link).PathAndQuery);
        Assert.Contains("<blockquote dir=\"auto\">the gates</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains("words cited", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permalink_whose_words_have_moved_finds_them_and_one_whose_words_are_gone_says_so()
    {
        (_, string text, string sha256) = await FirstReport();
        int at = text.IndexOf("the gates", StringComparison.Ordinal);
        Permalink right = Permalink.Of(sha256, text, new TextSpan(at, at + 9));
        Permalink moved = right with { Span = new TextSpan(at + 40, at + 49) };
        Assert.Contains(">the gates</blockquote>", await workbench.Page(moved.Path), StringComparison.Ordinal);
        Permalink gone = right with { Check = "00000000" };
        Assert.Contains("no longer stand", await workbench.Page(gone.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_report_lead_to_their_permalink()
    {
        (string id, _, _) = await FirstReport();
        using HttpResponseMessage answer = await workbench.Client.GetAsync($"/reports/{id}/words/0-5", Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/words/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_side_by_side_have_a_column_each()
    {
        JsonNode reports = await workbench.Json($"/api/v1/stories/{await workbench.Story()}/reports");
        string[] ids = [.. reports["items"]!.AsArray().Take(3).Select(r => r!["id"]!.GetValue<string>())];
        string page = await workbench.Page("/compare?reports=" + string.Join(',', ids));
        Assert.Equal(3, page.Split("<th scope=\"col\">").Length - 1);
        Assert.Contains("<tr class=\"both\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"reports\"", await workbench.Page("/compare?reports=" + ids[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_text_is_led_to_the_page_that_shows_how_far_it_is()
    {
        using FormUrlEncodedContent form = new([new("text", "Bakers of Rond shut their shops\n\nThe bakers of Rond shut their shops on Tuesday, their guild said."), new("outlet", "The Rond Bell"), new("published", "2024-05-07")]);
        using HttpResponseMessage answer = await workbench.Client.PostAsync("/add/text", form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string path = answer.Headers.Location!.ToString();
        JsonNode addition;
        do
            addition = await workbench.Json("/api/v1" + path);
        while (!addition["isOver"]!.GetValue<bool>());
        string story = addition["stories"]![0]!["id"]!.GetValue<string>();
        JsonNode report = (await workbench.Json($"/api/v1/stories/{story}/reports"))["items"]![0]!;
        Assert.Equal("The Rond Bell", report["outlet"]!.GetValue<string>());
        Assert.Equal("Bakers of Rond shut their shops", report["title"]!.GetValue<string>());
        Assert.Equal("2024-05-07", report["published"]!.GetValue<string>());
        Assert.Contains("One report added.", await workbench.Page(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_report_is_withdrawn_one_sees_what_would_fall()
    {
        JsonArray reports = (await workbench.Json("/api/v1/stories/" + await workbench.Story()))["reports"]!.AsArray();
        List<string> pages = [];
        foreach (JsonNode? report in reports)
            pages.Add(await workbench.Page("/decide?report=" + report!["id"]!.GetValue<string>()));
        Assert.All(pages, page => Assert.Matches("Without this report [\\w ]+ claims? would fall, [\\w ]+ would stand otherwise, and there would be [\\w ]+ fewer", page));
        Assert.Contains(pages, page => page.Contains("<li>falls: ", StringComparison.Ordinal));
        Assert.Equal(reports.Count, (await workbench.Json("/api/v1/stories/" + await workbench.Story()))["reports"]!.AsArray().Count);
    }

    [Fact]
    public async Task Whoever_decides_is_asked_for_a_name_and_the_log_has_it()
    {
        string story = await workbench.Story();
        string form = await workbench.Page("/decide?name=Tovi%20Maresh&story=" + story);
        Assert.Equal(form.Split("action=\"/decide\"").Length, form.Split("<input name=\"who\"").Length);
        using FormUrlEncodedContent note = new([new("what", "note"), new("on", "Tovi Maresh"), new("text", "ask again"), new("who", "Ines Marr"), new("back", "/decisions")]);
        using HttpResponseMessage made = await workbench.Client.PostAsync("/decide", note, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Contains("<bdi>Ines Marr</bdi>", await workbench.Page("/decisions"), StringComparison.Ordinal);
    }

    private async Task<(string Id, string Text, string Sha256)> FirstReport()
    {
        JsonNode report = (await workbench.Json($"/api/v1/stories/{await workbench.Story()}/reports?limit=1"))["items"]![0]!;
        string id = report["id"]!.GetValue<string>();
        JsonNode whole = await workbench.Json("/api/v1/reports/" + id);
        return (id, whole["text"]!.GetValue<string>(), whole["sha256"]!.GetValue<string>());
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Fragment();

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Path();
}
