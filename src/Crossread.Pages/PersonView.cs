// Somebody in the story: heard, or only talked about.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A person, organisation or group on the page.</summary>
/// <param name="Id">Id of the line.</param>
/// <param name="Entity">Who.</param>
/// <param name="Statements">Statements that the reports attribute to it.</param>
/// <param name="Origins">Independent origins in which it is heard, or named if it is never heard.</param>
/// <param name="Mentions">How often it is named.</param>
/// <param name="Cites">Links to its first words, or first mention, in each report.</param>
public sealed record PersonView(string Id, Entity Entity, int Statements, int Origins, int Mentions, ImmutableArray<Cite> Cites)
{
    /// <summary>True if a report attributes words to it.</summary>
    public bool Heard => Statements > 0;

    /// <summary>The other spellings, in the entity's order.</summary>
    public IEnumerable<string> OtherForms => Entity.Forms.Select(f => f.Form).Where(f => !string.Equals(f, Entity.Name, StringComparison.Ordinal));

    internal static ImmutableArray<PersonView> All(StoryView view)
    {
        Story story = view.Story;
        List<(int Report, TextSpan Span)>[] named = [.. story.Entities.Select(_ => new List<(int, TextSpan)>())];
        List<(int Report, TextSpan Span)>[] heard = [.. story.Entities.Select(_ => new List<(int, TextSpan)>())];
        for (int r = 0; r < story.Reports.Length; r++)
            Gather(story.Reports[r], r, named, heard);
        int number = 0;
        return
        [
            .. Enumerable.Range(0, story.Entities.Length)
                .Where(e => named[e].Count + heard[e].Count > 0 && (heard[e].Count > 0 || story.Entities[e].Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Group))
                .OrderByDescending(e => heard[e].Count > 0)
                .ThenByDescending(e => Count(heard[e], story)).ThenByDescending(e => heard[e].Count)
                .ThenByDescending(e => Count(named[e], story)).ThenByDescending(e => named[e].Count)
                .ThenBy(e => story.Entities[e].Name, StringComparer.Ordinal)
                .Select(e => Of(view, story.Entities[e], named[e], heard[e], ++number)),
        ];
    }

    private static void Gather(StoryReport report, int r, List<(int, TextSpan)>[] named, List<(int, TextSpan)>[] heard)
    {
        ReportNames names = report.Reading.Names;
        for (int m = 0; m < names.Mentions.Length; m++)
        {
            if (Global(report, names.EntityOf[m], named.Length) is int e)
                named[e].Add((r, names.Mentions[m].Span));
        }
        foreach (Statements.Statement statement in report.Reading.Statements)
        {
            if (statement.SpeakerEntity is int local && !statement.Content.IsEmpty && Global(report, local, heard.Length) is int e)
                heard[e].Add((r, statement.Content[0].Hull(statement.Content[^1])));
        }
    }

    private static int? Global(StoryReport report, int local, int entities) =>
        local >= 0 && local < report.EntityOf.Length && report.EntityOf[local] is var e && e >= 0 && e < entities ? e : null;

    private static int Count(List<(int Report, TextSpan)> places, Story story) =>
        places.Select(p => story.Reports[p.Report].Origin).Distinct().Count();

    private static PersonView Of(StoryView view, Entity entity, List<(int Report, TextSpan Span)> named, List<(int Report, TextSpan Span)> heard, int number)
    {
        string id = FormattableString.Invariant($"p{number}");
        BackLink back = new(id, "P" + id[1..], "who: " + entity.Name);
        foreach ((int report, TextSpan span) in named.DistinctBy(p => p.Report))
        {
            ReportView told = view.Reports[report];
            told.Anchor(told.Clamp(span), AnchorUse.Name).Add(back);
        }
        List<(int Report, TextSpan Span)> shown = heard.Count > 0 ? heard : named;
        return new PersonView(
            id, entity, heard.Count, Count(shown, view.Story), named.Count,
            [.. shown.DistinctBy(p => p.Report).Select(p => Link(view.Reports[p.Report], p.Span, heard.Count > 0))]);
    }

    private static Cite Link(ReportView report, TextSpan span, bool words)
    {
        TextSpan place = report.Clamp(span);
        if (words)
            report.Anchor(place, AnchorUse.Words);
        return new Cite(report, "#" + report.IdOf(place), Short: true, report.On);
    }
}
