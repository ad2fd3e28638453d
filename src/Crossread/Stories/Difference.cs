// Where reports tell the same thing differently.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories;

/// <summary>What differs.</summary>
public enum DifferenceKind : byte
{
    /// <summary>Where somebody or something was.</summary>
    Place,

    /// <summary>When.</summary>
    Time,

    /// <summary>How many.</summary>
    Number,

    /// <summary>Who or what is on a list.</summary>
    List,

    /// <summary>A name.</summary>
    Name,

    /// <summary>What somebody or something is called.</summary>
    Wording,
}

/// <summary>Whether a difference is one.</summary>
public enum DifferenceVerdict : byte
{
    /// <summary>The readings cannot both hold.</summary>
    Conflict,

    /// <summary>The story moved on between them.</summary>
    Development,

    /// <summary>The words do not tell.</summary>
    Unclear,
}

/// <summary>The same thing told differently.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Verdict">Conflict, development or unclear.</param>
/// <param name="About">What it is about, in words.</param>
/// <param name="Because">Why the verdict is this, in words.</param>
/// <param name="Readings">The readings, ordered by report and place; two or more.</param>
public sealed record Difference(DifferenceKind Kind, DifferenceVerdict Verdict, string About, string Because, ImmutableArray<DifferingReading> Readings);

/// <summary>One reading.</summary>
/// <param name="Evidence">Its words.</param>
/// <param name="Value">Its value, comparable with those of the other readings.</param>
public sealed record DifferingReading(Evidence Evidence, string Value)
{
    /// <summary>Index of who gives it in <see cref="Story.Entities"/>; null is the report's own voice or somebody without a name.</summary>
    public int? Holder { get; init; }

    /// <summary>The words for who gives it where there is no entity (<c>a doctor in the town</c>), or null.</summary>
    public Evidence? HolderWords { get; init; }
}
