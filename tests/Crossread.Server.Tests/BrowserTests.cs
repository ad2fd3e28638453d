// The workbench in a real browser, from the keyboard.
using System.Globalization;
using System.Text.RegularExpressions;

using Crossread.Pages;

using Microsoft.Playwright;

namespace Crossread.Server.Tests;

public sealed partial class BrowserTests
{
    private static readonly string? _chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    [Fact]
    public async Task From_files_to_a_cited_claim_a_decision_a_search_and_a_day_by_keyboard()
    {
        Assert.SkipWhen(_chromium is null, "No chromium is installed: apt-get install chromium.");
        RunningWorkbench workbench = new() { WithSample = false };
        await workbench.InitializeAsync();
        await using (workbench.ConfigureAwait(false))
        {
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = _chromium, Args = ["--no-sandbox", "--disable-gpu"] });
            IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, BaseURL = workbench.Address.ToString() });
            page.SetDefaultTimeout(120_000);
            List<string> faults = [];
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                    faults.Add(message.Text);
            };
            page.PageError += (_, error) => faults.Add(error);

            // Add files and watch the progress until the story is there.
            await page.GotoAsync("/add");
            await page.SetInputFilesAsync("#files", RunningWorkbench.SampleFiles());
            await Press(page, "form[action='/add/files'] button");
            await page.WaitForURLAsync(Additions());
            await page.WaitForSelectorAsync("[data-state=done]", new() { State = WaitForSelectorState.Attached });
            Assert.Contains("Eleven reports added", await page.InnerTextAsync("#progress"), StringComparison.Ordinal);

            // Open the story, find the disputed claim, follow it to its words.
            await Press(page, "main a[href^='/stories/']");
            await page.WaitForSelectorAsync("#disputed");
            string story = new Uri(page.Url).PathAndQuery;
            await Press(page, "#disputed article a.cite");
            await page.WaitForSelectorAsync(".pane .cited");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('.pane') !== null"));
            Assert.True(await page.EvaluateAsync<bool>("(() => { const p = document.querySelector('.pane .text').getBoundingClientRect(), c = document.querySelector('.pane .cited').getBoundingClientRect(); return c.top >= p.top && c.bottom <= p.bottom; })()"));
            await page.Keyboard.PressAsync("Escape");
            Assert.Equal(0, await page.Locator(".pane").CountAsync());
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('#disputed a.cite')"));
            await page.Keyboard.PressAsync("Enter");
            await Press(page, ".pane header a[href*='/words/']");
            await page.WaitForURLAsync(Words());
            Assert.NotEqual("", await page.InnerTextAsync(".citedwords blockquote"));

            // Merge two names and undo it.
            await page.GotoAsync(story);
            int people = await page.Locator(".people li").CountAsync();
            await Press(page, "a.decide[aria-label='Decide on Ilka Vorne']");
            await page.WaitForSelectorAsync("form:has(input[value=same])");
            await Tab(page, "form:has(input[value=same]) input[name=other]");
            await page.Keyboard.TypeAsync("Sefa Darzhani");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("#decided");
            Assert.True(await page.Locator(".people li").CountAsync() < people);
            await Press(page, "#decided button");
            await page.WaitForSelectorAsync("#decided", new() { State = WaitForSelectorState.Detached });
            Assert.Equal(people, await page.Locator(".people li").CountAsync());

            // Search.
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("gates warning");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync(".hits mark");

            // Move the slider.
            await page.GotoAsync(story);
            int reports = await page.Locator("article.report").CountAsync();
            await Tab(page, "#as-of");
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.WaitForURLAsync(AsOf());
            Assert.True(await page.Locator("article.report").CountAsync() < reports);
            Assert.Empty(faults);
        }
    }

    [Fact]
    public async Task No_view_is_wider_than_a_phone_or_lost_on_a_screen_reader()
    {
        Assert.SkipWhen(_chromium is null, "No chromium is installed: apt-get install chromium.");
        RunningWorkbench workbench = new();
        await workbench.InitializeAsync();
        await using (workbench.ConfigureAwait(false))
        {
            string story = await workbench.Story();
            string report = (await workbench.Json($"/api/v1/stories/{story}/reports"))["items"]![0]!["id"]!.GetValue<string>();
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = _chromium, Args = ["--no-sandbox", "--disable-gpu"] });
            IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 800 }, BaseURL = workbench.Address.ToString() });
            page.SetDefaultTimeout(120_000);
            foreach (string path in (string[])["/", "/stories/" + story, "/reports/" + report, "/compare?story=" + story, "/search?q=gates", "/people", "/decisions", "/news", "/watch", "/decide?report=" + report, "/add"])
            {
                await page.GotoAsync(path);
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, path + " is wider than the screen");
                await ReadAloud(page, path);
            }
        }
    }

    [Fact]
    public async Task A_screen_reader_finds_its_way_over_the_report_page()
    {
        Assert.SkipWhen(_chromium is null, "No chromium is installed: apt-get install chromium.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crossread-page-");
        try
        {
            string file = Path.Combine(folder.FullName, "story.html");
            await File.WriteAllTextAsync(file, await StoryPage.RenderAsync(Crossreader.Read([Path.GetDirectoryName(RunningWorkbench.SampleFiles().First())!], cancel: TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = _chromium, Args = ["--no-sandbox", "--disable-gpu"] });
            IPage page = await browser.NewPageAsync();
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await ReadAloud(page, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The browser's accessibility tree: one main part, one title, headings without a step left out, nothing to act on or look at without a name.
    private static async Task ReadAloud(IPage page, string what)
    {
        string[] tree = (await page.Locator("html").AriaSnapshotAsync()).Split('\n');
        Assert.True(tree.Count(line => line.TrimStart().StartsWith("- main", StringComparison.Ordinal)) == 1, what + " has no main part, or several");
        int[] levels = [.. tree.Select(line => Level().Match(line)).Where(m => m.Success).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.True(levels.Count(l => l == 1) == 1 && levels[0] == 1, what + " does not begin with its one title");
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{what}: a heading of level {pair.Second} follows one of level {pair.First}"));
        Assert.True(tree.FirstOrDefault(line => Nameless().IsMatch(line)) is null, what + " has a part without a name: " + tree.FirstOrDefault(line => Nameless().IsMatch(line)));
    }

    // Goes to an element as one does without a mouse: by the tabulator key.
    private static async Task Tab(IPage page, string selector)
    {
        for (int i = 0; i < 600; i++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("s => document.activeElement !== null && document.activeElement === document.querySelector(s)", selector))
                    return;
            }
            catch (PlaywrightException)
            {
                // The page before was still going away.
                await page.WaitForLoadStateAsync();
                continue;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail(selector + " cannot be reached from the keyboard.");
    }

    private static async Task Press(IPage page, string selector)
    {
        await Tab(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    [GeneratedRegex(@"^\s*- heading .*\[level=(\d)\]")]
    private static partial Regex Level();

    [GeneratedRegex(@"^\s*- (link|button|textbox|searchbox|combobox|slider|checkbox|img|navigation|region|table)(:| *$| \[)")]
    private static partial Regex Nameless();

    [GeneratedRegex("/additions/")]
    private static partial Regex Additions();

    [GeneratedRegex("/words/[0-9a-f]{64}/")]
    private static partial Regex Words();

    [GeneratedRegex("as-of=")]
    private static partial Regex AsOf();
}
