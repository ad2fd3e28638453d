// Who did what to whom, where, when.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Events;

/// <summary>One event mention.</summary>
public sealed record Event
{
    /// <summary>The word that names the event (a verb or an event noun).</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>
    /// Type: an event type of PLOVER 0.5b in capitals (<c>ASSAULT</c>, <c>CONSULT</c>, …). As there, a promise of help is AGREE, a promise of harm THREATEN,
    /// what another must do DEMAND, what the actor will not do REJECT; the deed itself is <see cref="Deed"/>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The type of the deed that the word names, whether done, planned or denied; equal to <see cref="Type"/> if it is told as done.</summary>
    public required string Deed { get; init; }

    /// <summary>The nearest CAMEO code of the deed (<c>040</c>, <c>087</c>), or null.</summary>
    public string? Cameo { get; init; }

    /// <summary>PLOVER's mode of the deed (<c>arrest</c>, <c>visit</c>), or null.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER's contexts, as far as words of the clause show them, in ordinal order.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Who does it, or null. Where a pronoun of the clause stands for a name or its speaker, the words that it stands for.</summary>
    public TextSpan? Actor { get; init; }

    /// <summary>To whom, or null; as <see cref="Actor"/>.</summary>
    public TextSpan? Recipient { get; init; }

    /// <summary>Who does it together with <see cref="Actor"/> (<c>Orvane, Sarn and Bellmar</c>), in the order of the text.</summary>
    public ImmutableArray<TextSpan> CoActors { get; init; } = [];

    /// <summary>To whom together with <see cref="Recipient"/>, in the order of the text.</summary>
    public ImmutableArray<TextSpan> CoRecipients { get; init; } = [];

    /// <summary>With what, or null.</summary>
    public TextSpan? Instrument { get; init; }

    /// <summary>Where, or null.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>Index of the time expression that dates it, or null.</summary>
    public int? Time { get; init; }

    /// <summary>Index of the innermost statement in whose content it stands, or null for the report's own voice.</summary>
    public int? Statement { get; init; }

    /// <summary>How real the deed is in these words.</summary>
    public Modality Modality { get; init; }

    /// <summary>True if the text says that it did not or does not happen.</summary>
    public bool Negated { get; init; }

    /// <summary>True if it is planned, called for, threatened or hypothetical rather than done.</summary>
    public bool Hypothetical => Modality is Modality.Planned or Modality.Threatened or Modality.CalledFor or Modality.Hypothetical;

    /// <summary>True if the deed is told as a fact: done or going on, and not negated.</summary>
    public bool Real => !Negated && Modality is Modality.Done or Modality.Ongoing;

    /// <summary>The quad class of <see cref="Type"/>.</summary>
    public QuadClass Quad => Type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => QuadClass.VerbalCooperation,
        "COOPERATE" or "AID" or "RETREAT" => QuadClass.MaterialCooperation,
        "DEMAND" or "DISAPPROVE" or "REJECT" or "THREATEN" => QuadClass.VerbalConflict,
        _ => QuadClass.MaterialConflict,
    };
}
