// What happened: an event as a line, with its parts under it.
using System.Collections.Immutable;

using Crossread.Events;
using Crossread.Stories;
using Crossread.Stories.Happenings;

namespace Crossread.Pages;

/// <summary>An event on the page and on the terminal.</summary>
/// <param name="Id">Id of its line.</param>
/// <param name="Happening">The event.</param>
/// <param name="When">Its date in words; empty if no report says when.</param>
/// <param name="Cites">Links to the words of its accounts.</param>
/// <param name="Parts">The events that are part of it.</param>
public sealed record HappeningView(string Id, Happening Happening, string When, ImmutableArray<Cite> Cites, ImmutableArray<HappeningView> Parts)
{
    /// <summary>The positions of the slider at which a report tells it.</summary>
    public StepSet On => Cites.Aggregate(default(StepSet), (set, c) => set | c.On);

    /// <summary>When it happened; without a date of its own, when it was told first; else that there is no date.</summary>
    public string Day { get; private init; } = "no date";

    /// <summary>True if somebody tells it as done or going on.</summary>
    public bool Happened => Happening.Modality is Modality.Done or Modality.Ongoing && Happening.Accounts.Any(a => !a.Negated);

    /// <summary>Who does it.</summary>
    public string Actor => Joined(Happening.Actor, Happening.CoActors) ?? "somebody";

    /// <summary>To whom, or null.</summary>
    public string? Recipient => Joined(Happening.Recipient, Happening.CoRecipients);

    /// <summary>The deed in small letters: a PLOVER type, and its mode where an account shows one ("coerce: arrest").</summary>
    public string Deed { get; private init; } = Happening.Deed.ToLowerInvariant();

    /// <summary>How real it is, how its accounts stand to each other, who says so and how many: what stands behind the line.</summary>
    public string Note { get; private init; } = "";

    private static string? Joined(Party? first, ImmutableArray<Party> further)
    {
        string[] names = [.. further.Select(p => p.Name)];
        return first is null ? null : names.Length == 0 ? first.Name : string.Join(", ", names[..^1].Prepend(first.Name)) + " and " + names[^1];
    }

    internal static ImmutableArray<HappeningView> All(StoryView view)
    {
        Dictionary<string, Happening> byId = view.Story.Happenings.ToDictionary(h => h.Id, StringComparer.Ordinal);
        HashSet<string> parts = [.. view.Story.Happenings.SelectMany(h => h.Parts)];
        Dictionary<string, int> numbers = view.Story.Happenings.Select((h, i) => (h.Id, i)).ToDictionary(p => p.Id, p => p.i + 1, StringComparer.Ordinal);
        return [.. view.Story.Happenings.Where(h => !parts.Contains(h.Id)).Select(h => Of(view, h, byId, numbers))];
    }

    private static HappeningView Of(StoryView view, Happening happening, Dictionary<string, Happening> all, Dictionary<string, int> numbers)
    {
        string id = FormattableString.Invariant($"h{numbers[happening.Id]}");
        return new HappeningView(
            id, happening, view.Date(happening.When), [.. happening.Accounts.Select(a => view.Cite(a.Words)).OfType<Cite>().DistinctBy(c => c.Href).OrderBy(c => c.Report.Number)],
            [.. happening.Parts.Where(all.ContainsKey).Select(p => Of(view, all[p], all, numbers))])
        {
            Day = view.Date(happening.When) is { Length: > 0 } when ? when : view.Date(view.Story.Reports[happening.Accounts[0].Report].Published.Edtf) is { Length: > 0 } told ? "told " + told : "no date",
            Deed = happening.Deed.ToLowerInvariant() + (happening.Accounts.Select(a => view.Story.Reports[a.Report].Reading.Events[a.Event].Mode).FirstOrDefault(m => m is not null) is { } mode ? ": " + mode : ""),
            Note = string.Join("; ", Notes(view, happening)),
        };
    }

    // A statement without a source leaves its cue as the only words.
    private static bool Named(StoryView view, HappeningAccount account)
    {
        Reading reading = view.Story.Reports[account.Report].Reading;
        return reading.Events[account.Event].Statement is not int said || reading.Statements[said].SpeakerWords is not null;
    }

    private static IEnumerable<string> Notes(StoryView view, Happening happening)
    {
        if (happening.Accounts.All(a => a.Negated))
            yield return "only denied";
        else if (happening.Modality is not (Modality.Done or Modality.Ongoing))
            yield return happening.Modality switch { Modality.Planned => "planned", Modality.Threatened => "threatened", Modality.CalledFor => "called for", Modality.Denied => "denied", _ => "not certain" };
        if (happening.Standing == Standing.Disputed)
            yield return "disputed";
        string[] holders = [.. happening.Accounts.Select(a => view.NameOf(a.Holder) ?? (a.HolderWords is { } words ? Named(view, a) ? view.Words(words) : "somebody who is not named" : null)).OfType<string>().Distinct(StringComparer.Ordinal)];
        bool own = happening.Accounts.Any(a => a.HolderWords is null);
        if (holders.Length > 0)
            yield return (own ? "also according to " : "according to ") + string.Join(", ", holders.Take(3)) + (holders.Length > 3 ? " and others" : "");
        if (happening.Accounts.Length > 1)
            yield return Html.Count(happening.Accounts.Length, "account");
    }
}
