// Who is who inside one report.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names.Resolving;
using Crossread.Text;

namespace Crossread.Names;

/// <summary>The names of one report and who is who among them.</summary>
/// <param name="Mentions">All names in the order of the text.</param>
/// <param name="EntityOf">For each mention the index of its entity in <paramref name="Entities"/>.</param>
/// <param name="Entities">The entities of this report, in the order of their first mention.</param>
/// <param name="References">
/// Pronouns and descriptions (<c>he</c>, <c>the general</c>) that stand for an entity, and the phrases of unnamed groups
/// (<c>residents of the port</c>), in the order of the text.
/// </param>
public sealed record ReportNames(
    ImmutableArray<Mention> Mentions,
    ImmutableArray<int> EntityOf,
    ImmutableArray<LocalEntity> Entities,
    ImmutableArray<Reference> References)
{
    /// <summary>No names at all.</summary>
    public static ReportNames None { get; } = new([], [], [], []);

    /// <summary>
    /// The entity that a phrase stands for: the one whose name, pronoun or description is the phrase's head
    /// (<c>Dorn's spokesman Ilan Pesh</c> is Pesh, <c>the head of Dorn's office</c> is nobody named).
    /// </summary>
    /// <param name="text">The report's words.</param>
    /// <param name="span">The phrase.</param>
    /// <returns>Index in <see cref="Entities"/>, or null if the phrase stands for no entity of the report.</returns>
    public int? EntityAt(AnnotatedText text, TextSpan span) => PhraseHead.EntityOf(this, text, span)?.Entity;

    /// <summary>The same as <see cref="EntityAt"/>, with the reason in words if a pronoun or description had to be resolved.</summary>
    public Reference? ReferenceAt(AnnotatedText text, TextSpan span) => PhraseHead.EntityOf(this, text, span);
}

/// <summary>An entity inside one report.</summary>
/// <param name="Name">Its fullest form in this report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Because">Why its mentions are one, in words; empty if all are spelt the same.</param>
public sealed record LocalEntity(string Name, EntityKind Kind, ImmutableArray<string> Because);

/// <summary>A pronoun or description that stands for an entity of the report.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Entity">Index of the entity in <see cref="ReportNames.Entities"/>.</param>
/// <param name="Because">Why, in words; empty if the words name the entity themselves.</param>
public sealed record Reference(TextSpan Span, int Entity, string Because);
