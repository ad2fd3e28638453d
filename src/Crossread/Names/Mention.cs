// A name where it stands.
using Crossread.Text;

namespace Crossread.Names;

/// <summary>A name where it stands in a text.</summary>
/// <param name="Span">The name alone, without title or role.</param>
/// <param name="Kind">What it names here.</param>
public sealed record Mention(TextSpan Span, EntityKind Kind)
{
    /// <summary>The title or role that stands with the name (<c>Kremlin spokesman</c>, <c>General</c>), or null.</summary>
    public TextSpan? Role { get; init; }

    /// <summary>True if a place's name stands for its government or another body that acts.</summary>
    public bool ActsAsGovernment { get; init; }
}
