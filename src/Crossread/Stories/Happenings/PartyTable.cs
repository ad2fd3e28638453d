// Parties of a story: phrases of reports to entities, names and codes.
using System.Collections.Immutable;

using Crossread.Events.Actors;
using Crossread.Language;
using Crossread.Names;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Happenings;

/// <summary>Makes parties out of phrases.</summary>
internal sealed class PartyTable
{
    private const int MostRoles = 12;
    private readonly ImmutableArray<StoryReport> _reports;
    private readonly ImmutableArray<Entity> _entities;
    private readonly Parties _keys;
    private readonly string?[] _codes;
    private readonly Dictionary<string, List<ActorEntry>> _entries = new(StringComparer.OrdinalIgnoreCase);

    public PartyTable(ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<ActorEntry> actors)
    {
        (_reports, _entities) = (reports, entities);
        _keys = new Parties(entities);
        foreach (ActorEntry entry in actors)
        {
            if (!_entries.TryGetValue(entry.Name, out List<ActorEntry>? list))
                _entries.Add(entry.Name, list = []);
            list.Add(entry);
        }
        SortedDictionary<string, int>[] roles = [.. entities.Select(_ => new SortedDictionary<string, int>(StringComparer.Ordinal))];
        foreach (StoryReport report in reports)
        {
            ReportNames names = report.Reading.Names;
            for (int m = 0; m < names.Mentions.Length; m++)
            {
                if (names.Mentions[m].Role is { } role && roles[report.EntityOf[names.EntityOf[m]]] is var of && of.Count < MostRoles)
                    of[role.Cut(report.Reading.Report.Text)] = of.GetValueOrDefault(role.Cut(report.Reading.Report.Text)) + 1;
            }
        }
        _codes = [.. entities.Select((e, i) => ActorCodes.Of(e.Kind == EntityKind.Person ? "" : e.Name, roles[i].OrderByDescending(r => r.Value).Select(r => r.Key).Concat(e.Kind == EntityKind.Person ? [] : e.Forms.Select(f => f.Form))))];
    }

    /// <summary>The party that a phrase of a report names.</summary>
    public Party Of(int report, TextSpan span, string? day)
    {
        StoryReport placed = _reports[report];
        AnnotatedText text = placed.Reading.Words;
        string words = span.Cut(placed.Reading.Report.Text);
        int? entity = placed.Reading.Names.EntityAt(text, span) is int local ? placed.EntityOf[local] : null;
        // "the Tripoli government", "Ruiz's forces": the head is no name, but what is said of it is.
        string key = entity is int e ? _keys.Of(e) : Folded(words);
        string name = entity is int named ? _entities[named].Name : words.ReplaceLineEndings(" ");
        string? code = Given(entity, words, day) ?? (entity is int known ? _codes[known] ?? ActorCodes.Of(words, []) : ActorCodes.Of(words, []));
        return new Party(entity, new Evidence(placed.Id, span), name, code) { Key = key };
    }

    private string? Given(int? entity, string words, string? day)
    {
        if (_entries.Count == 0)
            return null;
        IEnumerable<string> names = entity is int e ? _entities[e].Forms.Select(f => f.Form).Prepend(_entities[e].Name) : [words];
        foreach (string name in names)
        {
            if (_entries.TryGetValue(name, out List<ActorEntry>? list) && list.FirstOrDefault(a => a.HoldsOn(day)) is { } entry)
                return entry.Code;
        }
        return null;
    }

    private static string Folded(string words)
    {
        string[] parts = [.. words.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("the" or "a" or "an" or "s" or "of" or "in" or "its" or "his" or "her" or "their"))];
        return "w:" + string.Join(' ', parts.Order(StringComparer.Ordinal));
    }
}
