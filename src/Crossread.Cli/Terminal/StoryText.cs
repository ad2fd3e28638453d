// The story on a terminal, in a screen or two; plain text in a pipe.
using System.Globalization;

using Crossread.Dates;
using Crossread.Pages;
using Crossread.Stories;

namespace Crossread.Cli.Terminal;

/// <summary>Prints a story for a reader at a terminal: the report page's order, its longest lists cut with a count of what is left.</summary>
internal static class StoryText
{
    private const int MostAccounts = 5, MostRest = 6, MostDifferences = 8, MostSaid = 6, MostTimes = 14, MostEvents = 10, MostNames = 16, MostNews = 40, MostShared = 4, MostCited = 12, MostReports = 60, LongestParty = 32, Narrow = 80;

    /// <summary>Writes the story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="output">Where to.</param>
    /// <param name="shape">What the terminal can show.</param>
    /// <param name="since">A day, to tell what is new since then; or null.</param>
    public static void Write(Story story, TextWriter output, TerminalShape shape, string? since = null)
    {
        StoryView view = new(story);
        TextLayout layout = new(output, shape);
        layout.Line(view.Heading, Tone.Strong);
        layout.Wrapped(StorySummary.Of(story), 0, hanging: 0);
        if (since is not null)
            News(view, NewsFinder.Since(story, since), layout);
        Reports(view, layout);
        Claims(view, layout);
        Differences(view, layout);
        Said(view, layout);
        Times(view, layout);
        Happened(view, layout);
        Names(view, layout);
    }

    private static void News(StoryView view, StoryNews news, TextLayout layout)
    {
        layout.Heading("New since " + DateWords.Of(news.Since));
        if (news.Reports.IsEmpty)
        {
            layout.Wrapped("No report of this story came after that day.", 2);
            return;
        }
        NewsLine[] lines = [.. NewsLine.All(view, news)];
        foreach (NewsLine line in lines.Take(MostNews))
            layout.Wrapped(line.Kind + ": " + line.Words + (line.Cites.IsEmpty ? "" : Marks(line.Cites)), 2);
        layout.Left(lines.Length - MostNews, 2);
    }

    private static void Reports(StoryView view, TextLayout layout)
    {
        if (view.Reports.IsEmpty)
            return;
        layout.Heading("Reports (= shares its text with)");
        int label = Math.Clamp(view.Reports.Max(r => TextLayout.Columns(r.Label)), 6, layout.Width / 4);
        foreach (ReportView report in view.Reports.Take(MostReports))
        {
            Publication published = report.Report.Published;
            string date = published.Edtf is null ? "no date" : (published.Basis == PublicationBasis.Inferred ? "~" : "") + view.Date(published.Edtf);
            int[] others = report.Report.Origin >= 0 && report.Report.Origin < view.Story.Origins.Length
                ? [.. view.Story.Origins[report.Report.Origin].Reports.Where(id => id != report.Report.Id).Select(id => view.Find(id)?.Number).OfType<int>().Order()]
                : [];
            string shared = string.Join(' ', others.Take(MostShared)) + (others.Length > MostShared ? " +" + Number(others.Length - MostShared) : "");
            string same = shared.Length > 0 ? "= " + shared : "";
            if (layout.Width < Narrow)
                layout.Wrapped(Number(report.Number) + " " + report.Label + ", " + date + ": " + report.Title + (same.Length > 0 ? " (" + same + ")" : ""), 0);
            else
                layout.Row((Number(report.Number), 3, Tone.Strong), (report.Label, label, Tone.Plain), (date, 20, Tone.Soft), (report.Title, -1, Tone.Plain), (same, 0, Tone.Soft));
        }
        layout.Left(view.Reports.Length - MostReports, 2);
    }

    private static void Claims(StoryView view, TextLayout layout)
    {
        ClaimView[] open = [.. view.Claims.Where(c => c.TwoSided)], denied = [.. view.Claims.Where(c => c.OnlyDenied)];
        ClaimView[] rest = [.. view.Claims.Where(c => c.Claim.Standing != Standing.Disputed)];
        if (open.Length > 0)
            layout.Heading("Disputed");
        foreach (ClaimView claim in open)
        {
            layout.Wrapped(claim.Claim.About, 0, Tone.Strong);
            foreach (SideView side in claim.Sides)
            {
                Tone tone = side.Side switch { Side.Asserts => Tone.For, Side.Denies => Tone.Against, _ => Tone.Doubt };
                layout.Line("  " + side.Name + ": " + side.Weight.ToString(), tone);
                foreach (AccountView account in side.Accounts.Take(MostAccounts))
                {
                    string holder = (account.Holder ?? "in its own voice") + (account.When.Length > 0 ? ", " + account.When : "");
                    layout.Wrapped(holder + ": " + account.Words + Marks(account.Cites), 4);
                }
                layout.Left(side.Accounts.Length - MostAccounts, 4);
            }
        }
        if (denied.Length > 0)
            layout.Heading("Denied, and asserted by nobody here");
        foreach ((SideView side, AccountView account) in denied.Take(MostRest).SelectMany(c => c.Sides).SelectMany(s => s.Accounts.Select(a => (s, a))))
            layout.Wrapped((side.Side == Side.Denies ? "" : side.Name.ToLowerInvariant() + ": ") + (account.Holder ?? "in its own voice") + ": " + account.Words + Marks(account.Cites), 2);
        layout.Left(denied.Length - MostRest, 2);
        if (rest.Length > 0)
            layout.Heading("Told and denied by none");
        foreach (ClaimView claim in rest.Take(MostRest))
            layout.Clipped("  " + claim.Claim.About, " " + claim.Standing.ToString() + Marks(claim.Sides.SelectMany(s => s.Accounts).SelectMany(a => a.Cites)));
        layout.Left(rest.Length - MostRest, 2);
    }

    private static void Differences(StoryView view, TextLayout layout)
    {
        if (view.Differences.IsEmpty)
            return;
        layout.Heading("What differs");
        foreach (DifferenceView row in view.Differences.Take(MostDifferences))
        {
            layout.Wrapped(row.Difference.About + " (" + row.Verdict + ")", 0, Tone.Strong);
            foreach (ReadingView reading in row.Readings)
                layout.Wrapped((string.Equals(reading.Value, reading.Words, StringComparison.OrdinalIgnoreCase) || reading.Value.Length == 0 ? "" : reading.Value + ": ") + reading.Words + (reading.By.Length > 0 ? ", " + reading.By : "") + Marks(reading.Cites), 4);
        }
        layout.Left(view.Differences.Length - MostDifferences, 2);
    }

    private static void Said(StoryView view, TextLayout layout)
    {
        UtteranceView[] several = [.. view.Utterances.Where(u => u.Wordings.SelectMany(w => w.Cites).DistinctBy(c => c.Report.Number).Count() > 1)];
        if (several.Length == 0)
            return;
        layout.Heading("Said once, told by several");
        foreach (UtteranceView said in several.Take(MostSaid))
        {
            string wording = string.Concat(said.Wordings[0].Runs.Select(r => r.Text));
            string others = said.Wordings.Length > 1 ? "; in other words" + Marks(said.Wordings.Skip(1).SelectMany(w => w.Cites)) : "";
            layout.Wrapped(said.Speaker + (said.When.Length > 0 ? ", " + said.When : "") + ": " + wording + Marks(said.Wordings[0].Cites) + others, 2);
        }
        layout.Left(several.Length - MostSaid, 2);
    }

    private static void Times(StoryView view, TextLayout layout)
    {
        if (view.Timeline.IsEmpty)
            return;
        layout.Heading("When");
        TimelineView[] days = [.. view.Timeline.GroupBy(t => t.When, StringComparer.Ordinal).Select(day => day.MaxBy(t => t.Reports.Length)!).Take(MostTimes)];
        foreach (TimelineView line in days)
        {
            if (layout.Width < Narrow)
                layout.Wrapped(line.When + ": " + line.Entry.Label + Marks(line.Cites), 0);
            else
                layout.Row((line.When, 22, Tone.Soft), (line.Entry.Label, -1, Tone.Plain), (Marks(line.Cites).Trim(), 0, Tone.Soft));
        }
        layout.Left(view.Timeline.Length - days.Length, 2);
    }

    // What several tell first: one report's small deeds fold away.
    private static void Happened(StoryView view, TextLayout layout)
    {
        HappeningView[] done = [.. view.Happenings.Where(h => h.Happened)];
        if (done.Length == 0)
            return;
        layout.Heading("What happened (" + Number(view.Happenings.Length - done.Length) + " planned, called for or denied: --html)");
        HashSet<HappeningView> shown = [.. done.OrderByDescending(h => h.Happening.Accounts.Select(a => a.Report).Distinct().Count()).Take(MostEvents)];
        foreach (HappeningView happening in done.Where(shown.Contains))
        {
            string told = Party(happening.Actor) + (happening.Recipient is { } recipient ? " → " + Party(recipient) : "") + ": " + happening.Deed + (happening.Happening.Place is { } place ? ", " + place.Name : "") + (happening.Note.Length > 0 ? " (" + happening.Note + ")" : "");
            if (layout.Width < Narrow)
                layout.Wrapped(happening.Day + ": " + told + Marks(happening.Cites), 0);
            else
                layout.Row((happening.Day, 22, Tone.Soft), (told, -1, Tone.Plain), (Marks(happening.Cites).Trim(), 0, Tone.Soft));
        }
        layout.Left(done.Length - shown.Count, 2);
    }

    // A party told by a whole phrase must leave room for the deed.
    private static string Party(string name) => name.Length <= LongestParty ? name : name[..(name.LastIndexOf(' ', LongestParty) is > 0 and int end ? end : LongestParty)] + "…";

    private static void Names(StoryView view, TextLayout layout)
    {
        PersonView[] heard = [.. view.People.Where(p => p.Heard)], unheard = [.. view.People.Where(p => !p.Heard)];
        if (heard.Length > 0)
        {
            layout.Heading("Heard (statements)");
            layout.Wrapped(string.Join(", ", heard.Take(MostNames).Select(p => p.Entity.Name + " " + Number(p.Statements))) + More(heard.Length), 2);
        }
        if (unheard.Length > 0)
        {
            layout.Heading("Only talked about");
            layout.Wrapped(string.Join(", ", unheard.Take(MostNames).Select(p => p.Entity.Name)) + More(unheard.Length), 2);
        }
    }

    private static string More(int all) => all > MostNames ? " and " + Number(all - MostNames) + " more" : "";

    private static string Marks(IEnumerable<Cite> cites) =>
        Marks([.. cites.Select(c => c.Report.Number).Distinct()]);

    private static string Marks(int[] numbers) =>
        " [" + string.Join(' ', numbers.Take(MostCited).Select(Number)) + (numbers.Length > MostCited ? " +" + Number(numbers.Length - MostCited) : "") + "]";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
