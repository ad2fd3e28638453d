// A relation where one report tells it.
using Crossread.Text;

namespace Crossread.Events.Ties;

/// <summary>A relation where one report tells it.</summary>
/// <param name="Kind">What relation.</param>
/// <param name="From">The words of the first party.</param>
/// <param name="To">The words of the second party, place or office.</param>
/// <param name="Trigger">The word that tells it.</param>
public sealed record Tie(TieKind Kind, TextSpan From, TextSpan To, TextSpan Trigger)
{
    /// <summary>Index of the time expression that dates it, or null.</summary>
    public int? Time { get; init; }

    /// <summary>Index of the innermost statement in whose content it stands, or null for the report's own voice.</summary>
    public int? Statement { get; init; }

    /// <summary>True if the words say that it is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>True if the first party itself denies it (<c>X denies backing Y</c>).</summary>
    public bool DeniedByFirst { get; init; }

    /// <summary>True if the words say that it is so no longer (<c>former</c>).</summary>
    public bool Ended { get; init; }

    /// <summary>True if it happened at a time (a meeting, a fight) rather than lasting (an office, a command).</summary>
    public bool Momentary { get; init; }
}
