// Somebody in the story: heard, or only talked about.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A person, organisation or group on the page.</summary>
/// <param name="Id">Id of the line.</param>
/// <param name="Entity">Who.</param>
/// <param name="Statements">What the reports let it say: utterances, each counted once.</param>
/// <param name="Quoted">How many of them stand in quotation marks in some report.</param>
/// <param name="Origins">Independent origins in which it is heard, or named if it is never heard.</param>
/// <param name="Mentions">How often it is named.</param>
/// <param name="Cites">Links to its first words, or first mention, in each report.</param>
public sealed record PersonView(string Id, Entity Entity, int Statements, int Quoted, int Origins, int Mentions, ImmutableArray<Cite> Cites)
{
    /// <summary>True if a report attributes words to it.</summary>
    public bool Heard => Statements > 0;

    /// <summary>The other spellings, most used first; those that differ by their capitals alone are left out.</summary>
    public ImmutableArray<string> OtherForms { get; private init; } = [];

    /// <summary>Why its spellings are one name, in words.</summary>
    public ImmutableArray<string> Because { get; private init; } = [];

    /// <summary>The positions of the slider at which a report names it.</summary>
    public StepSet On => Cites.Aggregate(default(StepSet), (set, c) => set | c.On);

    internal static ImmutableArray<PersonView> All(StoryView view)
    {
        Story story = view.Story;
        int[] partyOf = [.. Enumerable.Range(0, story.Entities.Length).Select(e => e < story.Voices.PartyOf.Length ? story.Voices.PartyOf[e] : e)];
        List<(int Report, TextSpan Span)>[] named = [.. story.Entities.Select(_ => new List<(int, TextSpan)>())];
        List<(int Report, TextSpan Span)>[] heard = [.. story.Entities.Select(_ => new List<(int, TextSpan)>())];
        for (int r = 0; r < story.Reports.Length; r++)
            Gather(story.Reports[r], r, partyOf, named, heard);
        Dictionary<int, (int Said, int Quoted)> said = story.Voices.Voices.Where(v => v.Entity is not null).ToDictionary(v => v.Entity!.Value, v => (v.Utterances.Length, v.Quoted));
        HashSet<int> unheard = [.. story.Voices.NeverQuoted.Select(t => t.Entity)];
        ILookup<int, int> gathered = Enumerable.Range(0, partyOf.Length).ToLookup(e => partyOf[e]);
        bool counted = story.Voices.PartyOf.Length > 0;
        int number = 0;
        return
        [
            .. Enumerable.Range(0, story.Entities.Length)
                .Where(e => heard[e].Count > 0 || (named[e].Count > 0 && (counted ? unheard.Contains(e) : story.Entities[e].Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Group)))
                .OrderByDescending(e => heard[e].Count > 0)
                .ThenByDescending(e => Count(heard[e], story)).ThenByDescending(e => heard[e].Count)
                .ThenByDescending(e => Count(named[e], story)).ThenByDescending(e => named[e].Count)
                .ThenBy(e => story.Entities[e].Name, StringComparer.Ordinal)
                .Select(e => Of(view, e, [.. gathered[e]], named[e], heard[e], said.GetValueOrDefault(e, (heard[e].Count, 0)), ++number)),
        ];
    }

    private static void Gather(StoryReport report, int r, int[] partyOf, List<(int, TextSpan)>[] named, List<(int, TextSpan)>[] heard)
    {
        ReportNames names = report.Reading.Names;
        for (int m = 0; m < names.Mentions.Length; m++)
        {
            if (Global(report, names.EntityOf[m], named.Length) is int e)
                named[partyOf[e]].Add((r, names.Mentions[m].Span));
        }
        foreach (Statements.Statement statement in report.Reading.Statements)
        {
            if (statement.SpeakerEntity is int local && !statement.Content.IsEmpty && Global(report, local, heard.Length) is int e)
                heard[partyOf[e]].Add((r, statement.Content[0].Hull(statement.Content[^1])));
        }
    }

    private static int? Global(StoryReport report, int local, int entities) =>
        local >= 0 && local < report.EntityOf.Length && report.EntityOf[local] is var e && e >= 0 && e < entities ? e : null;

    private static int Count(List<(int Report, TextSpan)> places, Story story) =>
        places.Select(p => story.Reports[p.Report].Origin).Distinct().Count();

    private static PersonView Of(
        StoryView view, int party, int[] entities, List<(int Report, TextSpan Span)> named, List<(int Report, TextSpan Span)> heard, (int Said, int Quoted) said, int number)
    {
        Entity entity = view.Story.Entities[party];
        string id = FormattableString.Invariant($"p{number}");
        BackLink back = new(id, "P" + id[1..], "who: " + entity.Name);
        foreach ((int report, TextSpan span) in named.DistinctBy(p => p.Report))
        {
            ReportView told = view.Reports[report];
            told.Anchor(told.Clamp(span), AnchorUse.Name).Add(back);
        }
        List<(int Report, TextSpan Span)> shown = heard.Count > 0 ? heard : named;
        return new PersonView(
            id, entity, heard.Count > 0 ? Math.Max(1, said.Said) : 0, said.Quoted, Count(shown, view.Story), named.Count,
            [.. shown.DistinctBy(p => p.Report).Select(p => Link(view.Reports[p.Report], p.Span, heard.Count > 0))])
        {
            OtherForms =
            [
                .. entities.SelectMany(e => view.Story.Entities[e].Forms).OrderByDescending(f => f.Count).ThenBy(f => f.Form, StringComparer.Ordinal).Select(f => f.Form)
                    .DistinctBy(f => f, StringComparer.OrdinalIgnoreCase).Where(f => !string.Equals(f, entity.Name, StringComparison.OrdinalIgnoreCase)),
            ],
            Because = [.. entities.SelectMany(e => view.Story.Entities[e].Because).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Cite Link(ReportView report, TextSpan span, bool words)
    {
        TextSpan place = report.Clamp(span);
        if (words)
            report.Anchor(place, AnchorUse.Words);
        return new Cite(report, "#" + report.IdOf(place), Short: true, report.On);
    }
}
