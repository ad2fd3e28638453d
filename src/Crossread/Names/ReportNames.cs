// Who is who inside one report.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Names;

/// <summary>The names of one report and who is who among them.</summary>
/// <param name="Mentions">All names in the order of the text.</param>
/// <param name="EntityOf">For each mention the index of its entity in <paramref name="Entities"/>.</param>
/// <param name="Entities">The entities of this report, in the order of their first mention.</param>
/// <param name="References">Pronouns and descriptions (<c>he</c>, <c>the general</c>) that stand for an entity, in the order of the text.</param>
public sealed record ReportNames(
    ImmutableArray<Mention> Mentions,
    ImmutableArray<int> EntityOf,
    ImmutableArray<LocalEntity> Entities,
    ImmutableArray<Reference> References)
{
    /// <summary>No names at all.</summary>
    public static ReportNames None { get; } = new([], [], [], []);
}

/// <summary>An entity inside one report.</summary>
/// <param name="Name">Its fullest form in this report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Because">Why its mentions are one, in words; empty if all are spelt the same.</param>
public sealed record LocalEntity(string Name, EntityKind Kind, ImmutableArray<string> Because);

/// <summary>A pronoun or description that stands for an entity of the report.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Entity">Index of the entity in <see cref="ReportNames.Entities"/>.</param>
/// <param name="Because">Why, in words.</param>
public sealed record Reference(TextSpan Span, int Entity, string Because);
