// Who stands to whom: actors on a ring, a line a relation.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Crossread.Events.Ties;
using Crossread.Stories;
using Crossread.Stories.Relations;

namespace Crossread.Pages.Figures;

/// <summary>Draws the actors with most relations on a ring, neighbours side by side, and each relation between them as a curve of its kind.</summary>
public static class ActorFigure
{
    private const int MostActors = 14, Width = 860, Height = 560, Across = 235, Down = 205, LongestName = 26;

    /// <summary>The relations that the picture shows: between two named actors.</summary>
    public static ImmutableArray<ActorRelation> Shown(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Relations.Where(r => r is { From.Entity: not null, To.Entity: not null } && r.Kind is not (TieKind.HoldsOffice or TieKind.LocatedAt))];
    }

    /// <summary>The picture as SVG, or null if fewer than two relations join actors.</summary>
    /// <param name="story">The story.</param>
    /// <param name="on">The positions of the page's slider at which a relation is told; null for a picture without one.</param>
    public static string? Draw(Story story, Func<ActorRelation, StepSet>? on = null)
    {
        ImmutableArray<ActorRelation> relations = Shown(story);
        string[] ring = Ring(relations);
        Dictionary<string, string> names = relations.SelectMany(r => new[] { r.From, r.To }).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Name, StringComparer.Ordinal);
        if (relations.Length < 2 || ring.Length < 3)
            return null;
        Dictionary<string, (double X, double Y, double Angle)> at = new(StringComparer.Ordinal);
        for (int i = 0; i < ring.Length; i++)
        {
            double angle = (2 * Math.PI * i / ring.Length) - (Math.PI / 2);
            at[ring[i]] = ((Width / 2.0) + (Across * Math.Cos(angle)), (Height / 2.0) + (Down * Math.Sin(angle)), angle);
        }
        StringBuilder made = new();
        made.Append(CultureInfo.InvariantCulture, $"<svg class=\"figure actors\" viewBox=\"0 0 {Width} {Height}\" width=\"100%\" role=\"group\" aria-label=\"{Html.Text(Label(relations))}\">\n");
        Dictionary<(string, string), int> drawn = [];
        foreach (ActorRelation relation in relations)
        {
            if (at.TryGetValue(relation.From.Key, out (double X, double Y, double Angle) a) && at.TryGetValue(relation.To.Key, out (double X, double Y, double Angle) b))
                Line(made, relation, a, b, drawn, on?.Invoke(relation).Attributes ?? "");
        }
        foreach (string actor in ring)
        {
            (double x, double y, double angle) = at[actor];
            string anchor = Math.Abs(Math.Cos(angle)) < 0.25 ? "middle" : Math.Cos(angle) > 0 ? "start" : "end";
            double dx = anchor == "middle" ? 0 : anchor == "start" ? 10 : -10, dy = anchor == "middle" ? Math.Sin(angle) > 0 ? 20 : -11 : 4;
            made.Append(CultureInfo.InvariantCulture, $"<circle class=\"actor\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"5\"/><text x=\"{N(x + dx)}\" y=\"{N(y + dy)}\" text-anchor=\"{anchor}\">{Html.Text(Short(names[actor]))}<title>{Html.Text(names[actor])}</title></text>\n");
        }
        return made.Append("</svg>").ToString();
    }

    // Several relations of one pair bow apart; an arrow in the middle says from whom to whom.
    private static void Line(StringBuilder made, ActorRelation relation, (double X, double Y, double Angle) a, (double X, double Y, double Angle) b, Dictionary<(string, string), int> drawn, string on)
    {
        string from = relation.From.Key, to = relation.To.Key;
        (string, string) pair = string.CompareOrdinal(from, to) < 0 ? (from, to) : (to, from);
        int nth = drawn[pair] = drawn.GetValueOrDefault(pair) + 1;
        double bow = 0.24 + (0.16 * (nth / 2)) * (nth % 2 == 0 ? 1 : -1);
        double mx = (a.X + b.X) / 2, my = (a.Y + b.Y) / 2;
        double cx = mx + ((Width / 2.0 - mx) * bow) + (nth * 4), cy = my + ((Height / 2.0 - my) * bow) - (nth * 4);
        string state = relation.OnlyDenied ? " denied" : relation.Standing == Standing.Disputed ? " open" : "";
        string told = Html.Text($"{relation.From.Name} {relation.Kind.Name()} {relation.To.Name}" + (relation.OnlyDenied ? " (only denied)" : relation.Standing == Standing.Disputed ? " (disputed)" : "") + (relation.Since is { } since ? ", told since " + since : ""));
        made.Append(CultureInfo.InvariantCulture, $"<g class=\"tie {Class(relation.Kind)}{state}\"{on}><title>{told}</title><path d=\"M{N(a.X)} {N(a.Y)}Q{N(cx)} {N(cy)} {N(b.X)} {N(b.Y)}\"/>");
        if (!relation.Kind.Mutual())
        {
            double x = (a.X + (2 * cx) + b.X) / 4, y = (a.Y + (2 * cy) + b.Y) / 4, turn = Math.Atan2(b.Y - a.Y, b.X - a.X) * 180 / Math.PI;
            made.Append(CultureInfo.InvariantCulture, $"<path class=\"head\" d=\"M-5 -4L5 0L-5 4Z\" transform=\"translate({N(x)} {N(y)}) rotate({N(turn)})\"/>");
        }
        made.Append("</g>\n");
    }

    // The best joined first, each followed by those it is joined with; who is joined with nobody on the ring stays away.
    private static string[] Ring(ImmutableArray<ActorRelation> relations)
    {
        SortedDictionary<string, SortedSet<string>> near = new(StringComparer.Ordinal);
        foreach (ActorRelation relation in relations)
        {
            Near(relation.From.Key).Add(relation.To.Key);
            Near(relation.To.Key).Add(relation.From.Key);
        }
        HashSet<string> chosen = [.. near.OrderByDescending(p => p.Value.Count).Take(MostActors).Select(p => p.Key)];
        chosen.RemoveWhere(c => !near[c].Any(chosen.Contains));
        List<string> ring = [];
        foreach (string start in near.Where(p => chosen.Contains(p.Key)).OrderByDescending(p => p.Value.Count).Select(p => p.Key))
        {
            if (!ring.Contains(start))
                ring.Add(start);
            ring.AddRange(near[start].Where(n => chosen.Contains(n) && !ring.Contains(n)).ToArray());
        }
        return [.. ring];

        SortedSet<string> Near(string actor)
        {
            if (!near.TryGetValue(actor, out SortedSet<string>? set))
                near.Add(actor, set = new SortedSet<string>(StringComparer.Ordinal));
            return set;
        }
    }

    /// <summary>The class of a kind of relation in the page's style.</summary>
    internal static string Class(TieKind kind) => "t-" + kind.Name().Replace(' ', '-');

    private static string Label(ImmutableArray<ActorRelation> relations) =>
        "Relations between actors: " + string.Join("; ", relations.Take(40).Select(r => $"{r.From.Name} {r.Kind.Name()} {r.To.Name}"));

    private static string Short(string name) => name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
