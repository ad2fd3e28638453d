// When was it published? All that a document says about it, weighed.
using System.Collections.Immutable;
using System.Globalization;

namespace Crossread.Cleaning;

/// <summary>
/// Chooses a document's publication date among all that state one. Statements of one kind (structured data, Open Graph, other meta names, microdata,
/// the line near the headline, the address) speak with one voice; the day that most voices agree on wins, and among equals the most trusted. A time
/// in universal time and a day shown beside the headline agree if some time zone makes them the same.
/// </summary>
internal static class DateChoice
{
    private const double _addressVoice = 3;

    // More of them are those of a list of other reports.
    private const int _statements = 60;

    /// <summary>One statement of a date.</summary>
    /// <param name="Date">The date and where it stands.</param>
    /// <param name="Voice">Which kind of statement it is; statements of one kind speak with one voice.</param>
    /// <param name="Weight">How much the voice counts.</param>
    private readonly record struct Statement(StatedDate Date, string Voice, double Weight)
    {
        public DateOnly Day { get; } = DateChoice.Day(Date.Edtf);

        /// <summary>Hour of the day in what is or may be universal time (Z, +00:00, or no zone in data), or -1.</summary>
        public int UniversalHour { get; init; } = HourOf(Date.Edtf) ?? -1;
    }

    /// <summary>What was chosen.</summary>
    /// <param name="Published">The publication date, or null.</param>
    /// <param name="Modified">The date of the last change, or null.</param>
    /// <param name="All">Everything stated of either, the most trusted first.</param>
    internal readonly record struct Found(StatedDate? Published, StatedDate? Modified, ImmutableArray<StatedFact> All);

    /// <summary>Weighs what the metadata, the address and the lines near the headline say.</summary>
    /// <param name="facts">What the document says of itself.</param>
    /// <param name="shown">Dates near the headline with their weight, the most likely first.</param>
    /// <param name="changed">The date of the last change that the page shows, or null.</param>
    /// <param name="url">The document's address, or null.</param>
    public static Found Choose(PageFacts facts, IEnumerable<(StatedDate Date, double Weight)> shown, StatedDate? changed, string? url)
    {
        List<Statement> statements = [];
        foreach ((string value, string because, string name) in facts.Named("published").Take(_statements))
        {
            if (WrittenDate.Read(value) is { } date)
                statements.Add(new Statement(new StatedDate(date, because), Voice(name), Weight(name)) { UniversalHour = HourOf(date) ?? HourOf(value) ?? -1 });
        }
        // Scripts that carry several days speak of several reports.
        if (statements.Where(s => s.Voice == "script").Select(s => s.Day).Distinct().Count() > 1)
            statements.RemoveAll(s => s.Voice == "script");
        // Marks of several days are those of several reports on one page.
        if (statements.Where(s => s.Voice == "item").Select(s => s.Day).Distinct().Count() > 1)
            statements = [.. statements.Select(s => s.Voice == "item" ? s with { Weight = s.Weight / 2 } : s)];
        statements.AddRange(shown.Select(s => new Statement(s.Date, "shown", s.Weight)));
        if (url is not null && DateInAddress.Read(url) is { } address)
            statements.Add(new Statement(new StatedDate(address, "the address"), "address", _addressVoice));
        List<StatedDate> changes = [.. facts.Named("modified").Take(_statements).Select(m => WrittenDate.Read(m.Value) is { } date ? new StatedDate(date, m.Because) : null).OfType<StatedDate>()];
        if (changed is not null)
            changes.Add(changed);
        StatedDate? modified = changes.FirstOrDefault();
        // The day of the last change beside an earlier day of publication: many pages show it where the date of publication stands on others.
        HashSet<string> changeDays = [.. changes.Where(c => c != changed).Select(c => c.Edtf[..10])];
        if (statements.Exists(s => s.Voice != "shown" && !changeDays.Contains(s.Date.Edtf[..10])))
            statements = [.. statements.Select(s => s.Voice is "shown" or "item" && changeDays.Contains(s.Date.Edtf[..10]) ? s with { Weight = s.Weight / 2 } : s)];
        StatedDate? published = Best(statements)
            ?? (modified is null ? null : modified with { Because = modified.Because + ", its last change; nothing says when it was first published" });
        published = FirstOut(published, url);
        return new Found(published, modified, [.. statements.Select(s => Fact("published", s.Date)), .. changes.Select(c => Fact("modified", c))]);
    }

    // An address is given once; a later day in the data is that of a report that was put out again.
    private static StatedDate? FirstOut(StatedDate? published, string? url) =>
        published is not null && url is not null && DateInAddress.ReadPath(url) is { } first && Day(first).DayNumber < Day(published.Edtf).DayNumber - 1
            ? new StatedDate(first, "the address; the later day that the page states is that of a new edition") : published;

    private static DateOnly Day(string edtf) => DateOnly.ParseExact(edtf.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StatedFact Fact(string kind, StatedDate date) => new(kind, date.Edtf, date.Because);

    private static StatedDate? Best(List<Statement> statements)
    {
        Statement? best = null;
        double most = 0;
        foreach (Statement statement in statements)
        {
            double support = statements.Where(s => Agree(statement, s)).GroupBy(s => s.Voice, StringComparer.Ordinal).Sum(voice => voice.Max(s => s.Weight));
            if (support > most)
                (most, best) = (support, statement);
        }
        if (best is not { UniversalHour: >= 0 } universal)
            return best?.Date;
        // The data's day in universal time may not be the day that the page shows its readers.
        foreach (Statement local in statements)
        {
            if (local.UniversalHour < 0 && local.Day != universal.Day && Agree(universal, local) && !statements.Exists(s => s.UniversalHour < 0 && s.Day == universal.Day && s.Voice == "shown"))
                return local.Date with { Because = local.Date.Because + "; the page's data gives it in universal time" };
        }
        return universal.Date;
    }

    // The same day, or the neighbouring day somewhere in the world.
    private static bool Agree(Statement a, Statement b)
    {
        int apart = b.Day.DayNumber - a.Day.DayNumber;
        if (apart == 0)
            return true;
        if (a.Date.Edtf.Length > 10 && b.Date.Edtf.Length > 10)
            return Math.Abs(apart) == 1 && (Moment(a) - Moment(b)).Duration() < TimeSpan.FromMinutes(2);
        if (a.UniversalHour >= 0 && b.UniversalHour < 0)
            return (apart == 1 && a.UniversalHour >= 10) || (apart == -1 && a.UniversalHour < 10);
        return b.UniversalHour >= 0 && a.UniversalHour < 0 && Agree(b, a);
    }

    private static DateTimeOffset Moment(Statement statement) => DateTimeOffset.Parse(statement.Date.Edtf, CultureInfo.InvariantCulture);

    // The hour of a time that says Z, +00:00 or no zone at all; null if there is none or it has another zone.
    private static int? HourOf(string time)
    {
        if (time.Length < 16 || time[4] != '-' || time[10] is not ('T' or ' ') || time[13] != ':' || !int.TryParse(time.AsSpan(11, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) || hour > 23)
            return null;
        ReadOnlySpan<char> zone = time.AsSpan(16);
        int sign = zone.LastIndexOfAny('+', '-');
        return sign < 0 || zone[sign..] is "+00:00" or "-00:00" or "+0000" ? hour : null;
    }

    private static string Voice(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string place = name[..colon];
        return place == "meta" && IsOpenGraph(name) ? "og" : place is "time" ? "shown" : place;
    }

    private static double Weight(string name) => name.Split(':')[0] switch
    {
        "entry" => 6,
        "script" => 1.5,
        "meta" when !IsOpenGraph(name) => 2.5,
        _ => 3,
    };

    private static bool IsOpenGraph(string name) => name.StartsWith("meta:article:", StringComparison.Ordinal) || name.StartsWith("meta:og:", StringComparison.Ordinal);
}
