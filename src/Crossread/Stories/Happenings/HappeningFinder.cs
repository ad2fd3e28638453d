// Brings mentions of one event together, within and across reports.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events;
using Crossread.Events.Actors;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Stories.Happenings;

/// <summary>
/// Event coreference by parties, place and time: two mentions are one event if their deed is one, no party, place or time of theirs conflicts,
/// and at least one party is the same. Mentions are looked up by their parties, so that the work grows with the mentions.
/// </summary>
public static class HappeningFinder
{
    private const int MostCompared = 24;
    private const int MostNamings = 6;
    private const int LongestAbout = 140;
    private const int FurthestInWords = 220;

    /// <summary>All events of the story, by time and then by the order of their first account.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="entities">The story's entities.</param>
    /// <param name="origins">The story's origins.</param>
    /// <param name="actors">A user's actors, or none.</param>
    public static ImmutableArray<Happening> Find(
        ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Origin> origins, ImmutableArray<ActorEntry> actors)
    {
        PartyTable parties = new(reports, entities, actors);
        List<Group> groups = [];
        Dictionary<string, List<Group>> byParty = new(StringComparer.Ordinal);
        foreach (int r in Enumerable.Range(0, reports.Length).OrderBy(i => reports[i].Published.Edtf ?? "9", StringComparer.Ordinal).ThenBy(i => i))
        {
            ImmutableArray<Event> events = reports[r].Reading.Events;
            for (int e = 0; e < events.Length; e++)
            {
                Told told = Read(reports[r], r, e, parties);
                // "they thanked them", and nobody knows who, when or where. A deed without any parties is kept.
                if (told is { Actor: null, Recipient: null, Days: null, Place: null } && (events[e].Actor ?? events[e].Recipient) is not null)
                    continue;
                Group group = Matching(told, byParty) ?? Added(groups);
                group.Take(told);
                foreach (string key in told.Keys)
                {
                    if (!byParty.TryGetValue(key, out List<Group>? list))
                        byParty.Add(key, list = []);
                    if (list.Count == 0 || list[^1] != group)
                        list.Add(group);
                }
            }
        }
        return Finished(groups, reports, origins);
    }

    private static Group Added(List<Group> groups)
    {
        Group made = new();
        groups.Add(made);
        return made;
    }

    private static Told Read(StoryReport placed, int report, int index, PartyTable parties)
    {
        Event found = placed.Reading.Events[index];
        string? when = placed.EventDates[index];
        // What is planned lies ahead: a weekday that was read as past is not known.
        if (found.Modality is Modality.Planned or Modality.Threatened && EdtfDays.Bounds(when) is (_, int end) && EdtfDays.Bounds(placed.Published.Edtf) is (int published, _) && end < published)
            when = null;
        string? day = when ?? placed.Published.Edtf;
        return new Told(report, index, found, Named(placed, report, found.Actor, parties, day), Named(placed, report, found.Recipient, parties, day),
            [.. found.CoActors.Select(c => Named(placed, report, c, parties, day)).OfType<Party>()], [.. found.CoRecipients.Select(c => Named(placed, report, c, parties, day)).OfType<Party>()],
            found.Place is { } p ? parties.Of(report, p, day) : null, when, EdtfDays.Bounds(when), placed.Reading.Words.Tokens[placed.Reading.Words.TokenAt(found.Trigger.Start)].Lemma, Holder(placed, found));
    }

    // The entity whose words they are; the report's own are -1, those of nobody known a number for each statement.
    private static int Holder(StoryReport placed, Event found) =>
        found.Statement is not int s ? -1 : placed.Reading.Statements[s].SpeakerEntity is int speaker && placed.EntityOf[speaker] is >= 0 and int entity ? entity : -2 - s;

    // A pronoun that nobody answers to names no party: two reports' "they" are not one.
    private static Party? Named(StoryReport placed, int report, TextSpan? words, PartyTable parties, string? day)
    {
        if (words is not { } span)
            return null;
        Party party = parties.Of(report, span, day);
        return party.Entity is null && placed.Reading.Words.Tokens[placed.Reading.Words.TokenAt(span.Start)] is { Upos: Upos.PRON } only && only.Span == span ? null : party;
    }

    private static Group? Matching(Told told, Dictionary<string, List<Group>> byParty)
    {
        foreach (string key in told.Keys)
        {
            if (!byParty.TryGetValue(key, out List<Group>? list))
                continue;
            for (int i = list.Count - 1; i >= 0 && list.Count - i <= MostCompared; i--)
            {
                if (list[i].Fits(told))
                    return list[i];
            }
        }
        return null;
    }

    private static ImmutableArray<Happening> Finished(List<Group> groups, ImmutableArray<StoryReport> reports, ImmutableArray<Origin> origins)
    {
        Happening[] all = [.. groups.Select(g => Made(g, reports, origins))];
        // A deed inside a greater one, told in one sentence of it and done by the same party: the arrests of a protest, the killed of an attack.
        Dictionary<(int, int), List<int>> bySentence = [];
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (Told told in groups[g].Mentions)
            {
                (int, int) at = (told.Report, reports[told.Report].Reading.Words.SentenceOf(reports[told.Report].Reading.Words.TokenAt(told.Event.Trigger.Start)));
                if (!bySentence.TryGetValue(at, out List<int>? list))
                    bySentence.Add(at, list = []);
                if (list.Count < MostCompared && !list.Contains(g))
                    list.Add(g);
            }
        }
        SortedSet<int>[] parts = new SortedSet<int>[all.Length];
        bool[] hangs = new bool[all.Length];
        foreach (List<int> together in bySentence.OrderBy(p => p.Key).Select(p => p.Value))
        {
            foreach (int whole in together.Where(g => all[g].Deed is "FIGHT" or "PROTEST" && all[g].Modality is Modality.Done or Modality.Ongoing))
            {
                foreach (int part in together.Where(g => g != whole && !hangs[g] && all[g].Deed is "ASSAULT" or "COERCE" && Inside(all[g], all[whole])))
                {
                    (parts[whole] ??= []).Add(part);
                    hangs[part] = true;
                }
            }
        }
        return
        [
            .. all.Select((h, i) => parts[i] is { } inside ? h with { Parts = [.. inside.Select(p => all[p].Id)] } : h)
                .OrderBy(h => EdtfDays.Bounds(h.When)?.Start ?? int.MaxValue).ThenBy(h => h.Accounts[0].Report).ThenBy(h => h.Accounts[0].Words.Span.Start).ThenBy(h => h.Id, StringComparer.Ordinal),
        ];
    }

    private static bool Inside(Happening part, Happening whole) =>
        part.Actor is null || whole.Actor is null || part.Actor.Key == whole.Actor.Key || whole.Deed == "PROTEST" && part.Recipient?.Key == whole.Actor.Key;

    private static Happening Made(Group group, ImmutableArray<StoryReport> reports, ImmutableArray<Origin> origins)
    {
        ImmutableArray<HappeningAccount> accounts = [.. group.Mentions.Select(t => Account(t, reports[t.Report], origins))];
        bool real = group.Mentions.Any(t => t.Event.Real), denied = accounts.Any(a => a.Negated);
        Told first = group.Mentions.FirstOrDefault(t => t.Event.Real == real && t.Event is { Actor: not null, Recipient: not null }) ?? group.Mentions.First(t => t.Event.Real == real);
        Party? actor = Best(group.Mentions.Select(t => t.Actor)), recipient = Best(group.Mentions.Select(t => t.Recipient));
        string about = Words(first.Event, reports[first.Report]).Cut(reports[first.Report].Reading.Report.Text).ReplaceLineEndings(" ");
        return new Happening
        {
            Id = ContentId.Of('h', [.. accounts.Select(a => FormattableString.Invariant($"{reports[a.Report].Id}:{a.Words.Span.Start}:{a.Event}"))]),
            Deed = group.Deed,
            About = about.Length > LongestAbout ? about[..LongestAbout] + "…" : about,
            Actor = actor,
            Recipient = recipient,
            CoActors = Further(group.Mentions.Where(t => t.Event.Real == real).SelectMany(t => t.CoActors), actor, recipient),
            CoRecipients = Further(group.Mentions.Where(t => t.Event.Real == real).SelectMany(t => t.CoRecipients), actor, recipient),
            Place = group.Mentions.Select(t => t.Place).FirstOrDefault(p => p is not null),
            When = group.Mentions.Where(t => t.Days is not null).OrderBy(t => t.Days!.Value.End - t.Days.Value.Start).Select(t => t.When).FirstOrDefault(),
            Modality = real ? group.Mentions.First(t => t.Event.Real).Event.Modality : group.Mentions[0].Event.Modality,
            Standing = real && denied ? Standing.Disputed : group.Mentions.Zip(accounts).Where(p => p.First.Event.Real == real).Select(p => p.Second.Origin).Distinct(StringComparer.Ordinal).Count() > 1 ? Standing.Agreed : Standing.Single,
            Accounts = accounts,
        };
    }

    // A name says more than words.
    private static Party? Best(IEnumerable<Party?> told) => told.OfType<Party>().OrderBy(p => p.Entity is null).FirstOrDefault();

    private static ImmutableArray<Party> Further(IEnumerable<Party> told, Party? actor, Party? recipient) =>
        [.. told.Where(p => p.Key != actor?.Key && p.Key != recipient?.Key).DistinctBy(p => p.Key, StringComparer.Ordinal)];

    private static HappeningAccount Account(Told told, StoryReport placed, ImmutableArray<Origin> origins)
    {
        Statements.Statement? said = told.Event.Statement is int s ? placed.Reading.Statements[s] : null;
        // "Orvane denies attacking Sarn": the denial is Orvane's.
        bool self = told.Event is { Modality: Modality.Denied, Actor: not null } && said is null;
        return new HappeningAccount(told.Report, told.Index, new Evidence(placed.Id, Words(told.Event, placed)), said?.SpeakerEntity is int local ? placed.EntityOf[local] : self ? told.Actor?.Entity : null,
            said is null ? self ? new Evidence(placed.Id, told.Event.Actor!.Value) : null : new Evidence(placed.Id, said.SpeakerWords ?? said.Cue ?? said.Content[0]), told.Event.Modality, told.Event.Negated, told.When, placed.Origin >= 0 ? origins[placed.Origin].Id : "");
    }

    /// <summary>The words of an event, from its first to its last part, inside its sentence.</summary>
    internal static TextSpan Words(Event found, StoryReport placed)
    {
        TextSpan sentence = placed.Reading.Words.Sentences[placed.Reading.Words.SentenceOf(placed.Reading.Words.TokenAt(found.Trigger.Start))].Span;
        int start = found.Trigger.Start, end = found.Trigger.End;
        foreach (TextSpan? part in (ReadOnlySpan<TextSpan?>)[found.Actor, found.Recipient])
        {
            if (part is { } words && sentence.Contains(words) && Math.Max(end, words.End) - Math.Min(start, words.Start) <= FurthestInWords)
                (start, end) = (Math.Min(start, words.Start), Math.Max(end, words.End));
        }
        return new TextSpan(start, end);
    }

    private sealed record Told(int Report, int Index, Event Event, Party? Actor, Party? Recipient, ImmutableArray<Party> CoActors, ImmutableArray<Party> CoRecipients, Party? Place, string? When, (int Start, int End)? Days, string Word, int Holder)
    {
        /// <summary>Under what it is looked up: its parties; talks also by their day.</summary>
        public IEnumerable<string> Keys => Actors.SelectMany(p => Side(p, Mutual ? "=" : ">")).Concat(Recipients.SelectMany(p => Side(p, Mutual ? "=" : "<"))).Concat(Mutual && When is not null ? [Event.Deed + "@" + When] : []);

        /// <summary>Who meets whom is as good as the other way round.</summary>
        public bool Mutual => Event.Deed is "CONSULT" or "COOPERATE" or "AGREE";

        public IEnumerable<Party> Actors => Actor is null ? CoActors : CoActors.Prepend(Actor);

        public IEnumerable<Party> Recipients => Recipient is null ? CoRecipients : CoRecipients.Prepend(Recipient);

        private IEnumerable<string> Side(Party party, string side) => SameParty.Keys(party).Select(k => Event.Deed + side + k);
    }

    private sealed class Group
    {
        private readonly List<Party> _actors = [], _recipients = [];
        private readonly HashSet<(int Report, int Holder, bool Negated)> _sides = [];
        private (int Start, int End)? _days;

        public List<Told> Mentions { get; } = [];

        public string Deed => Mentions[0].Event.Deed;

        public bool Fits(Told told)
        {
            if (told.Event.Deed != Deed || told.Event.Mode != Mentions[0].Event.Mode && told.Event.Mode is not null && Mentions[0].Event.Mode is not null)
                return false;
            if (told.Days is { } days && _days is { } known && (days.Start > known.End || known.Start > days.End))
                return false;
            // Nobody says and denies one thing in one report.
            if (_sides.Contains((told.Report, told.Holder, !told.Event.Negated)))
                return false;
            // Talks told by their day alone.
            if (told is { Actor: null, Recipient: null } || _actors.Count == 0 && _recipients.Count == 0)
                return told.When is not null && Mentions.Any(m => m.When == told.When && m.Word == told.Word);
            bool together = Mentions.Any(m => m.Report == told.Report);
            if (!Parties(told.Actors, told.Recipients, together) && !(told.Mutual && Parties(told.Recipients, told.Actors, together)))
                return false;
            // One party alone says little: then the word must be the same, too.
            bool both = told.Actor is not null && told.Recipient is not null && _actors.Count > 0 && _recipients.Count > 0;
            return both || together || Mentions.Any(m => m.When is not null && m.When == told.When) || Mentions.Any(m => m.Event.Cameo == told.Event.Cameo);
        }

        public void Take(Told told)
        {
            Mentions.Add(told);
            _sides.Add((told.Report, told.Holder, told.Event.Negated));
            Add(_actors, told.Actors);
            Add(_recipients, told.Recipients);
            if (told.Days is { } days && (_days is not { } known || days.End - days.Start < known.End - known.Start))
                _days = days;
        }

        private static void Add(List<Party> known, IEnumerable<Party> told)
        {
            foreach (Party party in told)
            {
                if (known.Count < MostNamings && known.TrueForAll(k => k.Key != party.Key))
                    known.Add(party);
            }
        }

        // No party differs, and one is the same.
        private bool Parties(IEnumerable<Party> actors, IEnumerable<Party> recipients, bool together)
        {
            SameParty.Match one = Closest(actors, _actors, together), other = Closest(recipients, _recipients, together);
            return one != SameParty.Match.Conflict && other != SameParty.Match.Conflict && (one == SameParty.Match.Equal || other == SameParty.Match.Equal);
        }

        private static SameParty.Match Closest(IEnumerable<Party> told, List<Party> known, bool together) => known.Count == 0
            ? SameParty.Match.Open
            : told.Select(t => known.Max(k => SameParty.Of(t, k, together))).DefaultIfEmpty(SameParty.Match.Open).Max();
    }
}
