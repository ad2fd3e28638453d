// The sample's careful reading, made into a story by hand: a page with everything on it, whatever the stages can do today.
using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages.Tests;

internal static partial class SampleStory
{
    private static readonly Lazy<Story> Made = new(Make);

    internal static Story Story => Made.Value;

    internal static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Crossread.slnx")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project's folder.");
        }
    }

    private static Story Make()
    {
        string folder = Path.Combine(Root, "samples", "ulmar-flood");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reading.json")));
        JsonElement gold = json.RootElement;
        Dictionary<string, Report> reports = gold.GetProperty("reports").EnumerateArray().Select(r => Clean(folder, r)).ToDictionary(r => r.File);
        List<Entity> entities = Entities(gold, string.Join("\n", reports.Values.Select(r => r.Text)));
        string[] files = [.. reports.Keys.Order(StringComparer.Ordinal)];
        string[][] same = [.. gold.GetProperty("origins").GetProperty("same").EnumerateArray().Select(Strings)];
        List<Origin> origins = Origins(files, same, reports, gold);
        Dictionary<string, StatementRef> refs = [];
        ImmutableArray<StoryReport> placed =
        [
            .. files.Select((f, i) => Place(reports[f], i, gold, entities, origins.FindIndex(o => o.Reports.Contains(reports[f].Id)), refs)),
        ];
        Evidence At(JsonElement file, JsonElement words) => Find(reports[file.GetString()!], words.GetString()!);
        return new Story
        {
            Reports = placed,
            Entities = [.. entities],
            Origins = [.. origins],
            Utterances =
            [
                .. gold.GetProperty("utterances").EnumerateArray().Select((u, i) => new Utterance(
                    $"u{i}", null, [.. Strings(u).Select(s => refs[s])], [.. Strings(u).Select(s => Words(placed[refs[s].Report], refs[s].Statement))])),
            ],
            Claims =
            [
                .. gold.GetProperty("claims").EnumerateArray().Select((c, i) => new Claim(
                    $"c{i}", c.GetProperty("about").GetString()!, Standing.Disputed,
                    [
                        .. new[] { ("asserts", Side.Asserts), ("denies", Side.Denies), ("conditions", Side.Conditions) }
                            .Where(s => c.TryGetProperty(s.Item1, out _))
                            .SelectMany(s => c.GetProperty(s.Item1).EnumerateArray().Select(a => Account(At(a[0], a[1]), s.Item2, placed, origins))),
                    ])),
            ],
            Differences =
            [
                .. gold.GetProperty("differences").EnumerateArray().Select(d => (d, DifferenceVerdict.Conflict))
                    .Concat(gold.GetProperty("developments").EnumerateArray().Select(d => (d, DifferenceVerdict.Development)))
                    .Select(p => new Difference(
                        DifferenceKind.Number, p.Item2, p.d.GetProperty("about").GetString()!,
                        p.Item2 == DifferenceVerdict.Conflict ? "both are said of the same day" : "each figure is of a later day and none is smaller",
                        [.. p.d.GetProperty("readings").EnumerateArray().Select(r => new DifferingReading(At(r[0], r[1]), Value(r[1].GetString()!)))])),
            ],
            Timeline =
            [
                .. gold.GetProperty("timeline").EnumerateArray().Select(t => new TimelineEntry(t[0].GetString()!, Sentence(reports[t[1].GetString()!], t[2].GetString()!), [At(t[1], t[2])])),
            ],
        };
    }

    private static string Value(string words) => Figures().Match(words) is { Success: true } m ? m.Value : words;

    private static string Sentence(Report report, string words)
    {
        int at = report.Text.IndexOf(words, StringComparison.Ordinal);
        int from = report.Text.LastIndexOfAny(['.', '\n'], at) + 1, to = report.Text.IndexOfAny(['.', '\n'], at);
        return report.Text[from..to].Trim();
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    private static Account Account(Evidence evidence, Side side, ImmutableArray<StoryReport> placed, List<Origin> origins)
    {
        StoryReport report = placed.Single(r => r.Id == evidence.Report);
        Statement? told = report.Reading.Statements.FirstOrDefault(s => s.Content[0].Hull(s.Content[^1]).Overlaps(evidence.Span));
        int index = told is null ? -1 : report.Reading.Statements.IndexOf(told);
        return new Account
        {
            Evidence = evidence,
            Side = side,
            Holder = told?.SpeakerEntity is int e ? report.EntityOf[e] : null,
            HolderWords = told?.Speaker is { } words ? new Evidence(report.Id, words) : null,
            Origin = origins[report.Origin].Id,
            When = index < 0 ? null : report.StatementDates[index],
        };
    }

    private static Evidence Words(StoryReport report, int statement) =>
        new(report.Id, report.Reading.Statements[statement].Content[0]);

    private static Evidence Find(Report report, string words)
    {
        int at = report.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"{report.File} does not hold: {words}") : new(report.Id, new TextSpan(at, at + words.Length));
    }

    private static StoryReport Place(Report report, int number, JsonElement gold, List<Entity> entities, int origin, Dictionary<string, StatementRef> refs)
    {
        List<(TextSpan Span, int Entity)> names = [];
        for (int e = 0; e < entities.Count; e++)
        {
            foreach (EntityForm form in entities[e].Forms)
            {
                foreach (Match m in Regex.Matches(report.Text, $@"\b{Regex.Escape(form.Form)}\b"))
                    names.Add((new TextSpan(m.Index, m.Index + m.Length), e));
            }
        }
        List<(TextSpan Span, int Entity)> kept = [.. names.Where(n => !names.Any(o => o.Span != n.Span && o.Span.Contains(n.Span))).OrderBy(n => n.Span)];
        List<Statement> statements = [];
        List<string?> dates = [];
        foreach (JsonElement s in gold.GetProperty("statements").EnumerateArray().Where(s => s.GetProperty("report").GetString() == report.File))
        {
            string[] speakers = Strings(s.GetProperty("speaker"));
            string? spoken = speakers.FirstOrDefault(w => report.Text.Contains(w, StringComparison.Ordinal));
            int entity = entities.FindIndex(e => e.Name == speakers[0]);
            refs.Add(s.GetProperty("id").GetString()!, new StatementRef(number, statements.Count));
            statements.Add(new Statement
            {
                Content = [Find(report, s.GetProperty("content").GetString()!).Span],
                Speaker = spoken is null ? null : Find(report, spoken).Span,
                SpeakerEntity = entity < 0 ? null : entity,
                Form = Enum.Parse<StatementForm>(s.GetProperty("form").GetString()!, true),
                Stance = Enum.GetValues<Stance>().FirstOrDefault(v => v.ToString().StartsWith(s.GetProperty("stance").GetString()![..3], StringComparison.OrdinalIgnoreCase)),
            });
            dates.Add(s.TryGetProperty("when", out JsonElement when) ? when.GetString() : null);
        }
        JsonElement described = gold.GetProperty("reports").EnumerateArray().Single(r => r.GetProperty("file").GetString() == report.File);
        string[] published = Strings(described.GetProperty("published"));
        JsonElement[] times = [.. gold.GetProperty("dates").EnumerateArray().Where(d => d[0].GetString() == report.File)];
        return new StoryReport
        {
            Reading = new Reading
            {
                Report = report,
                Words = new AnnotatedText(report.Text, [], []),
                Names = new ReportNames(
                    [.. kept.Select(n => new Mention(n.Span, entities[n.Entity].Kind))], [.. kept.Select(n => n.Entity)],
                    [.. entities.Select(e => new LocalEntity(e.Name, e.Kind, []))], []),
                Times = [.. times.Select(t => new TimeMention(Find(report, t[1].GetString()!).Span, TimexType.Date))],
                Statements = [.. statements],
                Events = [],
            },
            Published = new Publication(
                published.Length == 1 ? published[0] : "[" + string.Join(',', published) + "]",
                described.GetProperty("basis").GetString() == "stated" ? PublicationBasis.Stated : PublicationBasis.Inferred, described.GetProperty("why").GetString()!),
            TimeValues = [.. times.Select(t => new TimeValue(t[2][0].GetString()!, t[2][0].GetString()!, "the last such day before publication"))],
            StatementDates = [.. dates],
            EventDates = [],
            EntityOf = [.. Enumerable.Range(0, entities.Count)],
            LinkTargets = [],
            Origin = origin,
        };
    }

    private static List<Origin> Origins(string[] files, string[][] same, Dictionary<string, Report> reports, JsonElement gold)
    {
        List<Origin> origins = [];
        JsonElement[] statements = [.. gold.GetProperty("statements").EnumerateArray()];
        foreach (string[] group in same)
        {
            List<SharedPassage> passages = [];
            foreach (JsonElement utterance in gold.GetProperty("utterances").EnumerateArray())
            {
                JsonElement[] told = [.. Strings(utterance).Select(id => statements.Single(s => s.GetProperty("id").GetString() == id)).Where(s => group.Contains(s.GetProperty("report").GetString()))];
                for (int i = 1; i < told.Length; i++)
                    passages.Add(new SharedPassage(Passage(told[i - 1]), Passage(told[i])));
            }
            origins.Add(new Origin("o1", [.. group.Select(f => reports[f].Id).Order(StringComparer.Ordinal)], "seven quotations and their order agree, word for word or in translation", [.. passages]));
        }
        foreach (string file in files.Where(f => !same.Any(g => g.Contains(f))))
            origins.Add(new Origin($"o{origins.Count + 1}", [reports[file].Id], "shares no text with another report", []));
        return origins;

        Evidence Passage(JsonElement s) => Find(reports[s.GetProperty("report").GetString()!], s.GetProperty("content").GetString()!);
    }

    private static List<Entity> Entities(JsonElement gold, string all)
    {
        Dictionary<string, string> kinds = gold.GetProperty("kinds").EnumerateObject().ToDictionary(k => k.Name, k => k.Value.GetString()!);
        List<string[]> groups = [.. gold.GetProperty("names_same").EnumerateArray().Select(Strings)];
        groups.AddRange(kinds.Keys.Where(k => !groups.Any(g => g.Contains(k))).Select(k => new[] { k }));
        groups.AddRange(Strings(gold.GetProperty("unquoted").GetProperty("names")).Where(k => !groups.Any(g => g.Contains(k))).Select(k => new[] { k }));
        return
        [
            .. groups.Select((g, i) => new Entity(
                $"e{i}", g[0], Enum.Parse<EntityKind>(g.Select(f => kinds.GetValueOrDefault(f)).FirstOrDefault(k => k is not null) ?? "person", true),
                [.. g.Select(f => new EntityForm(f, Regex.Count(all, $@"\b{Regex.Escape(f)}\b")))], [])),
        ];
    }

    /// <summary>The story's text between its first and its last kept words, without the lines that the reading drops.</summary>
    private static Report Clean(string folder, JsonElement described)
    {
        string file = described.GetProperty("file").GetString()!;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string raw = File.ReadAllText(Path.Combine(folder, file), file.StartsWith("05", StringComparison.Ordinal) ? Encoding.GetEncoding(1252) : Encoding.UTF8);
        string flat = file.EndsWith(".html", StringComparison.Ordinal) ? Flatten(raw) : Markdown().Replace(raw, "$1").Replace("*", "", StringComparison.Ordinal);
        string[] keep = Strings(described.GetProperty("keep")), drop = Strings(described.GetProperty("drop"));
        int from = flat.IndexOf(keep[0], StringComparison.Ordinal), to = flat.IndexOf(keep[^1], StringComparison.Ordinal) + keep[^1].Length;
        string[] lines = [.. flat[from..to].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        StringBuilder text = new();
        List<Passage> passages = [];
        List<Removed> removed = [];
        foreach (string line in lines)
        {
            if (drop.Any(d => line.Contains(d, StringComparison.Ordinal)) || line.Contains("Subscribe", StringComparison.Ordinal))
            {
                removed.Add(new Removed(line, "Furniture of the page: it asks or leads elsewhere", new SourceSpan(0, 0)));
                continue;
            }
            if (text.Length > 0)
                text.Append("\n\n");
            string plain = line.TrimStart('#', ' ');
            passages.Add(new Passage(new TextSpan(text.Length, text.Length + plain.Length), plain == line ? PassageKind.Paragraph : PassageKind.Heading));
            text.Append(plain);
        }
        return new Report
        {
            Id = "x" + file[..2],
            File = file,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(raw))),
            Title = described.GetProperty("title").GetString(),
            Outlet = Outlet().Match(raw) is { Success: true } m ? m.Groups[1].Value : null,
            Language = "en",
            Text = text.ToString(),
            Passages = [.. passages],
            Removed = [.. removed],
            Map = SourceMap.Identity(text.Length),
        };
    }

    private static string Flatten(string html) =>
        string.Join('\n', WebUtility.HtmlDecode(Tag().Replace(Block().Replace(Space().Replace(Script().Replace(html, ""), " "), "\n$0"), "")).Split('\n', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"\b\d+|\b[Tt]hirteen|\bnine")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Markdown();

    [GeneratedRegex("<script.*?</script>|<style.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("</?(p|h[1-6]|li|div|td|tr|ul|ol|aside|section|table|figure)[ >]")]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("og:site_name\" content=\"([^\"]*)\"|© (?:2024 )?(The Meridian Review)")]
    private static partial Regex Outlet();
}
