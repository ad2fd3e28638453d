// Parties of a story: phrases of reports to entities, names and codes.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Events.Actors;
using Crossread.Language;
using Crossread.Names;
using Crossread.Names.Resolving;
using Crossread.Stories.Differences;
using Crossread.Stories.Predications;
using Crossread.Stories.Speaking;
using Crossread.Text;

namespace Crossread.Stories.Happenings;

/// <summary>Makes parties out of phrases.</summary>
internal sealed class PartyTable
{
    private const int MostRoles = 12;
    private readonly ImmutableArray<StoryReport> _reports;
    private readonly ImmutableArray<Entity> _entities;
    private readonly Parties _keys;
    private readonly SameName _same;
    private Dictionary<string, int>? _allBodies;
    private readonly Dictionary<string, Dictionary<string, int>> _bodies = new(StringComparer.Ordinal);
    private readonly string?[] _codes;
    private readonly Dictionary<string, List<ActorEntry>> _entries = new(StringComparer.OrdinalIgnoreCase);

    public PartyTable(ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<ActorEntry> actors)
    {
        (_reports, _entities) = (reports, entities);
        _keys = new Parties(entities);
        _same = SameName.Of(entities);
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
        int head = Math.Min(PhraseHead.HeadOf(text, text.TokenAt(span.Start), text.TokenAt(span.End - 1) + 1), text.Tokens.Length - 1);
        // "the council" of a report with one council.
        int? entity = placed.Reading.Names.EntityAt(text, span) is int local ? placed.EntityOf[local] : Body(placed, text, head, words);
        string? code = Given(entity, words, day) ?? (entity is int known ? _codes[known] ?? ActorCodes.Of(words, []) : ActorCodes.Of(words, []));
        string name = entity is int named ? _entities[named].Name : words.ReplaceLineEndings(" ");
        Party party = new(entity, new Evidence(placed.Id, span), name, code) { Key = entity is int e ? KeyOf(e) : Folded(words) };
        return entity is not null ? party : Described(party, text, head, span);
    }

    private static Party Described(Party party, AnnotatedText text, int head, TextSpan span)
    {
        long? number = null;
        HashSet<string> rest = new(StringComparer.Ordinal);
        for (int i = text.TokenAt(span.Start); i < text.Tokens.Length && text.Tokens[i].Span.Start < span.End; i++)
        {
            Token token = text.Tokens[i];
            if (token.Upos == Upos.NUM)
                number ??= NumberWords.Value(text.Form(i).ToString());
            else if (i != head && token.Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.VERB && !text.Form(i).Equals("least", StringComparison.Ordinal))
                rest.Add(token.Lemma.ToLowerInvariant());
        }
        return party with { Head = text.Tokens[head].Lemma.ToLowerInvariant(), Number = number, Rest = rest.ToFrozenSet(StringComparer.Ordinal) };
    }

    private int? Body(StoryReport placed, AnnotatedText text, int head, string words)
    {
        if (text.Tokens[head] is not { Upos: Upos.NOUN or Upos.PROPN, Xpos: "NN" or "NNP" } || words.Count(c => c == ' ') != 1 || !words.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!_bodies.TryGetValue(placed.Id, out Dictionary<string, int>? bodies))
            _bodies.Add(placed.Id, bodies = BodiesOf(placed));
        if (bodies.TryGetValue(words[4..], out int entity))
            return entity >= 0 ? entity : null;
        return AllBodies.TryGetValue(words[4..], out int anywhere) && anywhere >= 0 ? anywhere : null;
    }

    // Where the report has none: the one body of the whole story.
    private Dictionary<string, int> AllBodies => _allBodies ??= BodiesOf(Enumerable.Range(0, _entities.Length).Where(e => _entities[e].Kind == EntityKind.Organisation && _entities[e].Name.Contains(' ', StringComparison.Ordinal)));

    // "the Federation" told as a name of its own is the one federation of the story.
    private string KeyOf(int entity) =>
        _keys.Of(_same.PartyOf[_entities[entity] is { Kind: EntityKind.Organisation } body && !body.Name.Contains(' ', StringComparison.Ordinal) && AllBodies.TryGetValue(body.Name, out int whole) && whole >= 0 ? whole : entity]);

    private Dictionary<string, int> BodiesOf(StoryReport placed) =>
        BodiesOf(placed.Reading.Names.Mentions.Select((m, i) => (m.Kind, Entity: placed.EntityOf[placed.Reading.Names.EntityOf[i]])).Where(m => m.Kind == EntityKind.Organisation).Select(m => m.Entity).Distinct());

    // Each word of the names of bodies with the one body that has it; -1 if several do.
    private Dictionary<string, int> BodiesOf(IEnumerable<int> all)
    {
        Dictionary<string, int> bodies = new(StringComparer.OrdinalIgnoreCase);
        foreach (int entity in all)
        {
            foreach (string word in _entities[entity].Name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                bodies[word] = bodies.TryGetValue(word, out int other) && (other < 0 || _same.PartyOf[other] != _same.PartyOf[entity]) ? -1 : entity;
        }
        return bodies;
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
