// Who did what to whom, where, when.
using Crossread.Text;

namespace Crossread.Events;

/// <summary>One event mention.</summary>
public sealed record Event
{
    /// <summary>The word that names the event (a verb or an event noun).</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>Type: an event type of PLOVER 0.5b in capitals (<c>ASSAULT</c>, <c>CONSULT</c>, …).</summary>
    public required string Type { get; init; }

    /// <summary>The nearest CAMEO root code (<c>04</c>, <c>087</c>), or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>Who does it, or null.</summary>
    public TextSpan? Actor { get; init; }

    /// <summary>To whom, or null.</summary>
    public TextSpan? Recipient { get; init; }

    /// <summary>Where, or null.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>Index of the time expression that dates it, or null.</summary>
    public int? Time { get; init; }

    /// <summary>Index of the innermost statement in whose content it stands, or null for the report's own voice.</summary>
    public int? Statement { get; init; }

    /// <summary>True if the text says that it did not or does not happen.</summary>
    public bool Negated { get; init; }

    /// <summary>True if it is planned, called for, threatened or hypothetical rather than done.</summary>
    public bool Hypothetical { get; init; }
}
