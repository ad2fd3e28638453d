// A story held against a careful reader's reading of the same reports.
using System.Text.Json;
using System.Text.RegularExpressions;

using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Tests.Samples;

/// <summary>
/// Counts how much of a <c>reading.json</c> a story has found, section by section: each fact counts once.
/// A statement counts when its speaker is right and its words, or one stretch of them, cover the wanted words by at least 80 % both ways.
/// </summary>
internal sealed partial class GoldReading
{
    private readonly JsonElement _gold;
    private readonly Story _story;
    private readonly Dictionary<string, StoryReport> _reports;
    private readonly Dictionary<string, (StoryReport Report, int Statement)> _found = [];

    public GoldReading(string file, Story story)
    {
        _gold = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        _story = story;
        _reports = story.Reports.ToDictionary(r => WithoutItem(Path.GetFileName(r.Reading.Report.File)), StringComparer.Ordinal);
    }

    // The first item of a feed stands for its file.
    private static string WithoutItem(string file) => file.EndsWith("#1", StringComparison.Ordinal) ? file[..^2] : file;

    /// <summary>Every fact of every section, with whether it was found.</summary>
    public IReadOnlyList<(string Section, bool Found, string What)> Score()
    {
        List<(string, bool, string)> rows = [];
        void Add(string section, IEnumerable<(bool, string)> facts) => rows.AddRange(facts.Select(f => (section, f.Item1, f.Item2)));
        Add("clean text", CleanText());
        Add("publication dates", Publications());
        Add("names", NamesFound());
        Add("dates in the text", DatesFound());
        Add("statements", StatementsFound());
        Add("form and denial", Forms());
        Add("utterances", Utterances());
        Add("origins", Origins());
        Add("links", Links());
        Add("claims", Claims());
        Add("differences", Differences());
        Add("timeline", Timeline());
        return rows;
    }

    private IEnumerable<(bool, string)> CleanText()
    {
        foreach (JsonElement wanted in _gold.GetProperty("reports").EnumerateArray())
        {
            StoryReport report = Report(wanted.GetProperty("file"));
            foreach (JsonElement words in wanted.GetProperty("keep").EnumerateArray())
                yield return (TextOf(report).Contains(words.GetString()!, StringComparison.Ordinal), $"{wanted.GetProperty("file")} keeps {words}");
            foreach (JsonElement words in wanted.GetProperty("drop").EnumerateArray())
                yield return (!TextOf(report).Contains(words.GetString()!, StringComparison.Ordinal), $"{wanted.GetProperty("file")} drops {words}");
            yield return (Fold(report.Reading.Report.Title ?? "") == Fold(wanted.GetProperty("title").GetString()!), $"{wanted.GetProperty("file")} title: {report.Reading.Report.Title}");
        }
    }

    private IEnumerable<(bool, string)> Publications()
    {
        foreach (JsonElement wanted in _gold.GetProperty("reports").EnumerateArray())
        {
            string edtf = Report(wanted.GetProperty("file")).Published.Edtf ?? "";
            string[] days = [.. Day().Matches(edtf).Select(m => m.Value)], gold = Strings(wanted.GetProperty("published"));
            bool found = wanted.GetProperty("basis").GetString() == "candidates"
                ? days.Length > 1 && days.Intersect(gold).Any() || edtf.StartsWith(gold[0] + "/", StringComparison.Ordinal)
                : days.SequenceEqual(gold);
            yield return (found, $"{wanted.GetProperty("file")} published {edtf}, wanted {string.Join(' ', gold)}");
        }
    }

    private IEnumerable<(bool, string)> NamesFound()
    {
        foreach (JsonElement group in _gold.GetProperty("names_same").EnumerateArray())
        {
            HashSet<int>[] found = [.. Strings(group).Select(EntitiesOf)];
            yield return (found.Aggregate((a, b) => [.. a.Intersect(b)]).Count > 0, string.Join(" = ", Strings(group)));
        }
        foreach (JsonElement pair in _gold.GetProperty("names_apart").EnumerateArray())
        {
            HashSet<int> a = EntitiesOf(Strings(pair)[0]), b = EntitiesOf(Strings(pair)[1]);
            yield return (a.Count > 0 && b.Count > 0 && !a.Overlaps(b), string.Join(" is not ", Strings(pair)));
        }
        HashSet<string> every = [.. _story.Reports.SelectMany(r => r.Reading.Names.Mentions.Select(m => Fold(m.Span.Cut(TextOf(r)))))];
        foreach (string name in Strings(_gold.GetProperty("never_a_name")))
            yield return (!every.Contains(Fold(name)), $"never a name: {name}");
        foreach (JsonProperty kind in _gold.GetProperty("kinds").EnumerateObject())
            yield return (EntitiesOf(kind.Name).Any(e => _story.Entities[e].Kind.ToString().Equals(kind.Value.GetString(), StringComparison.OrdinalIgnoreCase)), $"{kind.Name} is a {kind.Value}");
    }

    private IEnumerable<(bool, string)> DatesFound()
    {
        foreach (JsonElement row in _gold.GetProperty("dates").EnumerateArray())
        {
            StoryReport report = Report(row[0]);
            TextSpan? place = Place(report, row[1].GetString()!);
            string[] values = [.. report.Reading.Times.Zip(report.TimeValues).Where(t => place is { } p && t.First.Span.Overlaps(p)).Select(t => t.Second.Edtf ?? "")];
            yield return (values.Any(v => Strings(row[2]).Any(w => v.StartsWith(w, StringComparison.Ordinal))), $"{row[0]} {row[1]} = {row[2]}, found {string.Join(' ', values)}");
        }
    }

    private IEnumerable<(bool, string)> StatementsFound()
    {
        foreach (JsonElement wanted in _gold.GetProperty("statements").EnumerateArray())
        {
            StoryReport report = Report(wanted.GetProperty("report"));
            string[] speakers = [.. Strings(wanted.GetProperty("speaker")).Select(Fold)];
            TextSpan? place = Place(report, wanted.GetProperty("content").GetString()!);
            for (int s = 0; s < report.Reading.Statements.Length && place is not null; s++)
            {
                Statement statement = report.Reading.Statements[s];
                if (statement.Content.Append(statement.Content.Aggregate((a, b) => a.Hull(b))).Any(c => Covers(c, place.Value)) && Speaks(report, statement, speakers))
                {
                    _found.Add(wanted.GetProperty("id").GetString()!, (report, s));
                    break;
                }
            }
            yield return (_found.ContainsKey(wanted.GetProperty("id").GetString()!), $"{wanted.GetProperty("report")} {wanted.GetProperty("speaker")[0]}: {wanted.GetProperty("content")}");
        }
    }

    private bool Speaks(StoryReport report, Statement statement, string[] speakers)
    {
        HashSet<string> forms = [];
        if (statement.Speaker is { } span)
            forms.Add(Fold(span.Cut(TextOf(report))));
        if (statement.SpeakerEntity is int local)
        {
            Entity entity = _story.Entities[report.EntityOf[local]];
            forms.UnionWith(entity.Forms.Select(f => Fold(f.Form)).Append(Fold(entity.Name)));
        }
        return speakers.Any(w => forms.Any(f => Regex.IsMatch(f, $@"\b{Regex.Escape(w)}\b")));
    }

    private IEnumerable<(bool, string)> Forms()
    {
        foreach (JsonElement wanted in _gold.GetProperty("statements").EnumerateArray())
        {
            bool denial = wanted.GetProperty("stance").GetString() == "deny", direct = wanted.GetProperty("form").GetString() == "direct";
            if (!denial && !direct)
                continue;
            bool ok = _found.TryGetValue(wanted.GetProperty("id").GetString()!, out var at) && at.Report.Reading.Statements[at.Statement] is var got
                && (!denial || got.Stance == Stance.Denies) && (!direct || got.Form == StatementForm.Direct);
            yield return (ok, $"{wanted.GetProperty("report")} {wanted.GetProperty("form")} {wanted.GetProperty("stance")}: {wanted.GetProperty("content")}");
        }
        foreach (JsonProperty row in _gold.GetProperty("quotes_in_the_story").EnumerateObject())
        {
            int quotes = _reports[row.Name].Reading.Statements.Count(s => s.Form != StatementForm.Indirect);
            yield return (quotes <= row.Value.GetInt32() + 1, $"{row.Name}: {quotes} quotations, at most {row.Value} and one");
        }
    }

    private IEnumerable<(bool, string)> Utterances()
    {
        Dictionary<(string, int), int> of = [];
        for (int u = 0; u < _story.Utterances.Length; u++)
        {
            foreach (StatementRef s in _story.Utterances[u].Statements)
                of[(_story.Reports[s.Report].Id, s.Statement)] = u;
        }
        foreach (JsonElement group in _gold.GetProperty("utterances").EnumerateArray())
        {
            int[] found = [.. Strings(group).Select(g => _found.TryGetValue(g, out var at) && of.TryGetValue((at.Report.Id, at.Statement), out int u) ? u : -1).Distinct()];
            yield return (found is [>= 0], $"one utterance: {string.Join(", ", Strings(group))}");
        }
    }

    private IEnumerable<(bool, string)> Origins()
    {
        int OriginOf(string file) => _reports[file].Origin;
        foreach (JsonElement group in _gold.GetProperty("origins").GetProperty("same").EnumerateArray())
            yield return (Strings(group).Select(OriginOf).Distinct().Count() == 1, $"one origin: {string.Join(", ", Strings(group))}");
        foreach (JsonElement group in _gold.GetProperty("origins").GetProperty("apart").EnumerateArray())
            yield return (Strings(group).Select(OriginOf).Distinct().Count() == group.GetArrayLength(), $"separate origins: {string.Join(", ", Strings(group))}");
    }

    private IEnumerable<(bool, string)> Links()
    {
        foreach (JsonElement link in _gold.GetProperty("links").EnumerateArray())
        {
            StoryReport from = Report(link.GetProperty("report"));
            string to = Report(link.GetProperty("to")).Id;
            bool found = from.Reading.Report.Links.Zip(from.LinkTargets).Any(l => l.Second == to && Fold(l.First.Text).Contains(Fold(link.GetProperty("text").GetString()!), StringComparison.Ordinal));
            yield return (found, $"{link.GetProperty("report")} links to {link.GetProperty("to")}");
        }
    }

    private IEnumerable<(bool, string)> Claims()
    {
        foreach (JsonElement wanted in _gold.GetProperty("claims").EnumerateArray())
        {
            (Side Side, JsonElement Row)[] accounts = [.. Rows(wanted, "denies", Side.Denies), .. Rows(wanted, "asserts", Side.Asserts)];
            Claim? best = _story.Claims.MaxBy(c => accounts.Count(a => Has(c, a.Side, a.Row)));
            foreach ((Side side, JsonElement row) in accounts)
                yield return (best is not null && Has(best, side, row), $"{wanted.GetProperty("about")}: {row[0]} {side}: {row[1]}");
            yield return (best is not null && accounts.Any(a => Has(best, a.Side, a.Row)) && best.Standing.ToString().Equals(wanted.GetProperty("standing").GetString(), StringComparison.OrdinalIgnoreCase), $"{wanted.GetProperty("about")}: {wanted.GetProperty("standing")}");
        }
    }

    private static IEnumerable<(Side, JsonElement)> Rows(JsonElement claim, string name, Side side) =>
        claim.GetProperty(name).EnumerateArray().Select(row => (side, row));

    private bool Has(Claim claim, Side side, JsonElement row)
    {
        StoryReport report = Report(row[0]);
        return Place(report, row[1].GetString()!) is { } place
            && claim.Accounts.Any(a => a.Side == side && a.Evidence.Report == report.Id && a.Evidence.Span.Overlaps(place));
    }

    private IEnumerable<(bool, string)> Differences()
    {
        bool Together(JsonElement difference) => _story.Differences.Any(d => difference.GetProperty("readings").EnumerateArray().All(row =>
            Report(row[0]) is var report && Place(report, row[1].GetString()!) is { } place && d.Readings.Any(r => r.Evidence.Report == report.Id && r.Evidence.Span.Overlaps(place))));
        foreach (JsonElement wanted in _gold.GetProperty("differences").EnumerateArray())
            yield return (Together(wanted), wanted.GetProperty("about").GetString()!);
        foreach (JsonElement wrong in _gold.GetProperty("not_a_difference").EnumerateArray())
            yield return (!Together(wrong), "not a difference: " + wrong.GetProperty("about"));
    }

    private IEnumerable<(bool, string)> Timeline()
    {
        foreach (JsonElement row in _gold.GetProperty("timeline").EnumerateArray())
        {
            StoryReport report = Report(row[1]);
            TextSpan? place = Place(report, row[2].GetString()!);
            bool found = _story.Timeline.Any(t => t.Edtf.StartsWith(row[0].GetString()!, StringComparison.Ordinal)
                && t.Evidence.Any(e => e.Report == report.Id && place is { } p && e.Span.Overlaps(p)));
            yield return (found, $"{row[0]}: {row[1]} {row[2]}");
        }
    }

    private StoryReport Report(JsonElement file) => _reports[file.GetString()!];

    private static string TextOf(StoryReport report) => report.Reading.Report.Text;

    private static TextSpan? Place(StoryReport report, string words) =>
        TextOf(report).IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, at + words.Length) : null;

    private static bool Covers(TextSpan a, TextSpan b)
    {
        int inside = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return inside >= 0.8 * a.Length && inside >= 0.8 * b.Length;
    }

    private HashSet<int> EntitiesOf(string form)
    {
        HashSet<int> found = [];
        foreach (StoryReport report in _story.Reports)
        {
            ReportNames names = report.Reading.Names;
            for (int m = 0; m < names.Mentions.Length; m++)
            {
                if (Fold(names.Mentions[m].Span.Cut(TextOf(report))) == Fold(form))
                    found.Add(report.EntityOf[names.EntityOf[m]]);
            }
        }
        return found;
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    private static string Fold(string words) =>
        Space().Replace(words.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"'), " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
