// The events of a story held against those that a careful reader lists.
using System.Text.Json;
using System.Text.RegularExpressions;

using Crossread.Events;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Tests.Samples;

/// <summary>
/// Counts how much of the events of a <c>reading.json</c> a story has: each event with its deed, who did it, to whom and on which day, each telling of it in the one event,
/// as happened, open or denied and in the right words, and each event once. What the story has beside the list counts against it;
/// <c>events_arguable</c> are stretches in which a reader may see an event or not.
/// </summary>
internal sealed class GoldEvents
{
    private readonly JsonElement _gold;
    private readonly Story _story;
    private readonly Dictionary<string, int> _reports = [];
    private readonly List<(string, bool, string)> _facts = [];

    public GoldEvents(string file, Story story)
    {
        _gold = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        _story = story;
        for (int r = 0; r < story.Reports.Length; r++)
        {
            string name = Path.GetFileName(story.Reports[r].Reading.Report.File);
            _reports[name] = r;
            // The first item of a feed stands for its file.
            if (name.EndsWith("#1", StringComparison.Ordinal))
                _reports[name[..^2]] = r;
        }
    }

    /// <summary>Tellings of a plan, a question or a denial that the story takes for a deed.</summary>
    public List<string> TakenForDone { get; } = [];

    /// <summary>Every fact, with whether it was found.</summary>
    public IReadOnlyList<(string Section, bool Found, string What)> Score()
    {
        _facts.Clear();
        HashSet<Happening> listed = [];
        foreach (JsonElement wanted in _gold.GetProperty("events").EnumerateArray())
            listed.UnionWith(Told(wanted));
        (int, TextSpan)[] arguable = [.. _gold.GetProperty("events_arguable").EnumerateArray().Select(Place)];
        foreach (Happening happening in _story.Happenings)
        {
            if (listed.Contains(happening) || !happening.Accounts.Any(a => arguable.Any(p => In(a, p))))
                _facts.Add(("none beside", listed.Contains(happening), $"{happening.Deed} {happening.Actor?.Name} > {happening.Recipient?.Name}: {happening.About}"));
        }
        return _facts;
    }

    private List<Happening> Told(JsonElement wanted)
    {
        string[] deeds = Strings(wanted.GetProperty("deed"));
        JsonElement[] rows = [.. wanted.GetProperty("told").EnumerateArray()];
        (int, TextSpan)[] places = [.. rows.Select(Place)];
        List<Happening> found = [.. _story.Happenings.Where(h => deeds.Contains(h.Deed) && h.Accounts.Any(a => places.Any(p => In(a, p))))];
        Happening? best = found.MaxBy(h => places.Count(p => h.Accounts.Any(a => In(a, p))));
        string label = $"{deeds[0]} {rows[0][1]}";
        _facts.Add(("told", best is not null, label));
        _facts.Add(("who", best is not null && Names(wanted.GetProperty("who"), best.Actor), $"{label}: {best?.Actor?.Name}"));
        _facts.Add(("to whom", best is not null && Names(wanted.GetProperty("to"), best.Recipient), $"{label}: {best?.Recipient?.Name}"));
        _facts.Add(("day", best is not null && best.When == wanted.GetProperty("day").GetString(), $"{label}: {best?.When}, wanted {wanted.GetProperty("day")}"));
        for (int i = 0; i < rows.Length; i++)
        {
            string mode = rows[i][2].GetString()!;
            string[] holders = rows[i].GetArrayLength() > 3 ? Strings(rows[i][3]) : [];
            bool right = best is not null && best.Accounts.Any(a => In(a, places[i]) && Mode(a) == mode && Holds(a, holders));
            _facts.Add(("account", right, $"{label}: {rows[i][1]} {mode} {string.Join('/', holders)}"));
            if (mode != "happened" && found.Any(h => h.Accounts.Any(a => In(a, places[i]) && Mode(a) == "happened")))
                TakenForDone.Add($"{label}: {rows[i][1]}");
        }
        _facts.Add(("once", found.Count == 1, $"{label}: {found.Count} times"));
        return found;
    }

    private static string Mode(HappeningAccount account) =>
        account.Negated ? "denied" : account.Modality is Modality.Done or Modality.Ongoing ? "happened" : "open";

    private bool In(HappeningAccount account, (int Report, TextSpan Words) place) =>
        account.Report == place.Report && _story.Reports[account.Report].Reading.Events[account.Event].Trigger.Overlaps(place.Words);

    private bool Names(JsonElement wanted, Party? party) => wanted.ValueKind == JsonValueKind.Null
        ? party is null
        : party is not null && Any(Strings(wanted), [party.Name, WordsOf(party.Words), .. Forms(party.Entity)]);

    private bool Holds(HappeningAccount account, string[] holders) => holders.Length == 0
        ? account.HolderWords is null
        : account.HolderWords is { } words && Any(holders, [WordsOf(words), .. Forms(account.Holder)]);

    private IEnumerable<string> Forms(int? entity) => entity is int e ? _story.Entities[e].Forms.Select(f => f.Form).Append(_story.Entities[e].Name) : [];

    private string WordsOf(Evidence words) => words.Span.Cut(_story.Reports.First(r => r.Id == words.Report).Reading.Report.Text);

    private static bool Any(string[] wanted, string[] forms) => wanted.Any(w => forms.Any(f => Regex.IsMatch(Fold(f), $@"(?<!\w){Regex.Escape(Fold(w))}")));

    private (int, TextSpan) Place(JsonElement row)
    {
        int report = _reports[row[0].GetString()!];
        int at = _story.Reports[report].Reading.Report.Text.IndexOf(row[1].GetString()!, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{row[0]} does not have {row[1]}");
        return (report, new TextSpan(at, at + row[1].GetString()!.Length));
    }

    private static string[] Strings(JsonElement one) => one.ValueKind == JsonValueKind.Array ? [.. one.EnumerateArray().Select(e => e.GetString()!)] : [one.GetString()!];

    private static string Fold(string words) => string.Join(' ', words.Replace('’', '\'').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
