// The event and mention tables of GDELT 2.0.
using System.Globalization;
using System.Text;

using Crossread.Events;
using Crossread.Stories;
using Crossread.Stories.Happenings;

namespace Crossread.Exports;

/// <summary>
/// Two tab-separated tables in a zip, without headings, with the columns of the GDELT 2.0 Event Database: 61 for events, 16 for mentions.
/// What we do not judge (tone, Goldstein's scale, coordinates) is empty. Only what is told as done or going on is an event there.
/// </summary>
public sealed class GdeltExport : IStoryExport
{
    /// <summary>Columns of the event table.</summary>
    public const int EventColumns = 61;

    /// <summary>Columns of the mention table.</summary>
    public const int MentionColumns = 16;

    /// <inheritdoc/>
    public string Name => "gdelt";

    /// <inheritdoc/>
    public string About => "GDELT 2.0 event and mention tables, zipped";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        StringBuilder events = new(), mentions = new();
        HashSet<long> used = [];
        foreach (Happening happening in story.Happenings.Where(h => h.Modality is Modality.Done or Modality.Ongoing && h.Accounts.Any(a => !a.Negated)))
        {
            long id = Id(happening.Id, used);
            WriteEvent(events, id, happening, story);
            foreach (HappeningAccount account in happening.Accounts)
                WriteMention(mentions, id, happening, account, story);
        }
        ExportParts.Zip(stream, [("events.export.CSV", events.ToString()), ("events.mentions.CSV", mentions.ToString())]);
    }

    private static void WriteEvent(StringBuilder made, long id, Happening happening, Story story)
    {
        HappeningAccount first = happening.Accounts.First(a => !a.Negated);
        Event found = ExportParts.EventOf(story, first);
        StoryReport report = story.Reports[first.Report];
        string day = (ExportParts.Days(happening.When) ?? ExportParts.Days(report.Published.Edtf))?.First.Replace("-", "", StringComparison.Ordinal) ?? "";
        string year = day.Length == 8 ? day[..4] : "";
        string fraction = day.Length == 8 ? (int.Parse(year, CultureInfo.InvariantCulture) + (DateOnly.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture).DayOfYear - 1) / 365.25).ToString("0.0000", CultureInfo.InvariantCulture) : "";
        string code = found.Cameo ?? "";
        string[] row =
        [
            Number(id), day, day.Length == 8 ? day[..6] : "", year, fraction,
            .. Actor(happening.Actor), .. Actor(happening.Recipient),
            "1", code, code.Length > 3 ? code[..3] : code, code.Length >= 2 ? code[..2] : "", Number((int)found.Quad), "",
            Number(happening.Accounts.Length), Number(happening.Accounts.Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count()), Number(happening.Accounts.Select(a => a.Report).Distinct().Count()), "",
            .. Nowhere(), .. Nowhere(), .. happening.Place is { } place ? ["", ExportParts.Line(place.Name), "", "", "", "", "", ""] : Nowhere(),
            Stamp(report), Address(report),
        ];
        made.AppendJoin('\t', row).Append('\n');
    }

    private static void WriteMention(StringBuilder made, long id, Happening happening, HappeningAccount account, Story story)
    {
        StoryReport report = story.Reports[account.Report];
        Event found = ExportParts.EventOf(story, account);
        string day = ExportParts.Days(account.When ?? happening.When)?.First.Replace("-", "", StringComparison.Ordinal) ?? "";
        string[] row =
        [
            Number(id), day.Length == 8 ? day + "000000" : "", Stamp(report), report.Reading.Report.Url is null ? "6" : "1", ExportParts.Line(report.Reading.Report.Outlet ?? ""), Address(report),
            Number(ExportParts.SentenceNumber(report, found.Trigger)), Number(found.Actor?.Start ?? -1), Number(found.Recipient?.Start ?? -1), Number(found.Trigger.Start), "1", "",
            Number(report.Reading.Report.Text.Length), "", "", "",
        ];
        made.AppendJoin('\t', row).Append('\n');
    }

    // Code, name, country, known group, ethnic group, two religions, three types.
    private static string[] Actor(Party? party)
    {
        string code = party?.Code ?? "";
        bool country = code.Length >= 3 && !Crossread.Events.Actors.ActorCodes.Sectors.Contains(code[..3]);
        string sector = country ? code[3..] : code;
        return [code, party is null ? "" : ExportParts.Line(party.Name).ToUpperInvariant(), country ? code[..3] : "", "", "", "", "", sector.Length >= 3 ? sector[..3] : "", sector.Length >= 6 ? sector[3..6] : "", ""];
    }

    private static string[] Nowhere() => ["", "", "", "", "", "", "", ""];

    private static string Stamp(StoryReport report) => ExportParts.Days(report.Published.Edtf) is { } days ? days.First.Replace("-", "", StringComparison.Ordinal) + "000000" : "";

    private static string Address(StoryReport report) => ExportParts.Line(report.Reading.Report.Url ?? report.Reading.Report.File);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Id(string id, HashSet<long> used)
    {
        ulong hash = 14695981039346656037;
        unchecked
        {
            foreach (char c in id)
                hash = (hash ^ c) * 1099511628211;
        }
        long number = (long)(hash % 9_000_000_000) + 1_000_000_000;
        while (!used.Add(number))
            number++;
        return number;
    }
}
