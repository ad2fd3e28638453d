// Brings the relations that the reports tell together.
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Events.Actors;
using Crossread.Events.Ties;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Stories.Relations;

/// <summary>Gathers ties of all reports into relations with their interval, evidence and dispute.</summary>
public static class RelationFinder
{
    private const int FurthestInWords = 220;

    /// <summary>All relations, by kind and then by the order of their first account.</summary>
    public static ImmutableArray<ActorRelation> Find(
        ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Origin> origins, ImmutableArray<ActorEntry> actors)
    {
        PartyTable parties = new(reports, entities, actors);
        Dictionary<(TieKind, string, string), List<Told>> groups = [];
        List<(TieKind, string, string)> order = [];
        foreach (int r in Enumerable.Range(0, reports.Length).OrderBy(i => reports[i].Published.Edtf ?? "9", StringComparer.Ordinal).ThenBy(i => i))
        {
            StoryReport placed = reports[r];
            foreach (Tie tie in placed.Reading.Ties)
            {
                string? when = tie.Time is int t && t < placed.TimeValues.Length ? placed.TimeValues[t].Edtf : null;
                string? day = when ?? placed.Published.Edtf;
                Party from = parties.Of(r, tie.From, day), to = parties.Of(r, tie.To, day);
                // What has no name, and is no group that the reports describe, stands for nobody whom a reader could look up.
                if (from.Entity is null && to.Entity is null || from.Key == to.Key || from.Entity is null && Faceless(from.Name) || to.Entity is null && tie.Kind != TieKind.HoldsOffice && Faceless(to.Name))
                    continue;
                if (tie.Kind.Mutual() && string.CompareOrdinal(from.Key, to.Key) > 0)
                    (from, to) = (to, from);
                (TieKind, string, string) key = (tie.Kind, from.Key, tie.Kind == TieKind.HoldsOffice ? Office(to.Name) : to.Key);
                if (!groups.TryGetValue(key, out List<Told>? list))
                {
                    groups.Add(key, list = []);
                    order.Add(key);
                }
                list.Add(new Told(r, tie, from, to, when));
            }
        }
        return [.. order.OrderBy(k => k.Item1).Select(k => Made(groups[k], reports, origins))];
    }

    private static ActorRelation Made(List<Told> told, ImmutableArray<StoryReport> reports, ImmutableArray<Origin> origins)
    {
        ImmutableArray<RelationAccount> accounts = [.. told.Select(t => Account(t, reports[t.Report], origins)).DistinctBy(a => (a.Report, a.Words.Span, a.Negated))];
        bool asserted = accounts.Any(a => !a.Negated), denied = accounts.Any(a => a.Negated), ended = told.Any(t => t.Tie.Ended), moment = told.All(t => t.Tie.Momentary);
        (int Start, int End)[] days = [.. accounts.Where(a => !a.Negated).Select(a => EdtfDays.Bounds(a.When)).OfType<(int, int)>()];
        return new ActorRelation
        {
            Id = ContentId.Of('r', [told[0].Tie.Kind.Name(), told[0].From.Key, told[0].To.Key, told[0].From.Name, told[0].To.Name]),
            Kind = told[0].Tie.Kind,
            From = told[0].From,
            To = told[0].To,
            Since = days.Length == 0 || ended ? null : EdtfDays.Day(days.Min(d => d.Start)),
            Until = days.Length > 0 && (moment || ended) ? EdtfDays.Day(ended ? days.Min(d => d.End) : days.Max(d => d.End)) : null,
            Ended = ended,
            Standing = asserted && denied ? Standing.Disputed : accounts.Select(a => a.Origin).Distinct(StringComparer.Ordinal).Count() > 1 ? Standing.Agreed : Standing.Single,
            Accounts = accounts,
        };
    }

    private static RelationAccount Account(Told told, StoryReport placed, ImmutableArray<Origin> origins)
    {
        Statements.Statement? said = told.Tie.Statement is int s ? placed.Reading.Statements[s] : null;
        return new RelationAccount(told.Report, new Evidence(placed.Id, Words(told.Tie, placed)), said?.SpeakerEntity is int local ? placed.EntityOf[local] : told.Tie.DeniedByFirst ? told.From.Entity : null,
            said is null ? told.Tie.DeniedByFirst ? new Evidence(placed.Id, told.Tie.From) : null : new Evidence(placed.Id, said.Speaker ?? said.Cue ?? said.Content[0]), told.Tie.Negated, told.When ?? placed.Published.Edtf, placed.Origin >= 0 ? origins[placed.Origin].Id : "");
    }

    private static TextSpan Words(Tie tie, StoryReport placed)
    {
        TextSpan sentence = placed.Reading.Words.Sentences[placed.Reading.Words.SentenceOf(placed.Reading.Words.TokenAt(tie.Trigger.Start))].Span;
        int start = tie.Trigger.Start, end = tie.Trigger.End;
        foreach (TextSpan part in (ReadOnlySpan<TextSpan>)[tie.From, tie.To])
        {
            if (sentence.Contains(part) && Math.Max(end, part.End) - Math.Min(start, part.Start) <= FurthestInWords)
                (start, end) = (Math.Min(start, part.Start), Math.Max(end, part.End));
        }
        return new TextSpan(start, end);
    }

    // "Prime Minister", "Orvanian Prime Minister", "the Prime Minister of Orvane" are one office of one person.
    private static string Office(string words)
    {
        string[] parts = words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int head = Array.FindIndex(parts, p => p is "of" or "for" or "to" or "in");
        return string.Join(' ', parts[..(head > 0 ? head : parts.Length)].Where(p => p is not ("the" or "a" or "an")).TakeLast(2));
    }

    private static bool Faceless(string words) =>
        words.Length < 3 || char.IsDigit(words[0]) || words.Split(' ') is [var only] && (char.IsLower(only[0]) || only.Length < 3 || only.All(c => !char.IsLetter(c))) || words.ToLowerInvariant() is "he" or "she" or "it" or "they" or "we" or "you" or "i" or "who" or "which" or "that" or "this" or "what" or "its" or "his" or "her" or "their" or "our" or "my";

    private sealed record Told(int Report, Tie Tie, Party From, Party To, string? When);
}
