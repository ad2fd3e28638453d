// Who says what, how.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Statements;

/// <summary>How the words are given.</summary>
public enum StatementForm : byte
{
    /// <summary>All of the content stands in quotation marks.</summary>
    Direct,

    /// <summary>None of it does.</summary>
    Indirect,

    /// <summary>Part of it does.</summary>
    Mixed,
}

/// <summary>What the source does by saying it, from the cue and the grammar.</summary>
public enum Stance : byte
{
#pragma warning disable CS1591 // Plain English verbs.
    Says, Denies, Confirms, Asks, Urges, Promises, Threatens, Warns, Accuses, Praises, Criticises, Predicts, Doubts,
#pragma warning restore CS1591
}

/// <summary>One attribution: source, cue and content, as PolNeAR and PARC3 define them.</summary>
public sealed record Statement
{
    /// <summary>The source's words (the whole phrase, <c>palace spokesman Edvar Tellmark</c>), or null if unnamed in the sentence.</summary>
    public TextSpan? Speaker { get; init; }

    /// <summary>The words that tell who the source is: <see cref="Speaker"/>, or for a relative pronoun (<c>which</c>) the phrase that it stands for.</summary>
    public TextSpan? SpeakerWords { get => field ?? Speaker; init; }

    /// <summary>Index of the source in <see cref="Names.ReportNames.Entities"/>, or null if it is no entity of the report.</summary>
    public int? SpeakerEntity { get; init; }

    /// <summary>The words that signal the attribution (<c>said</c>, <c>according to</c>), or null.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>What is attributed, in the order of the text; more than one stretch if the source splits it.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>How the words are given.</summary>
    public StatementForm Form { get; init; }

    /// <summary>What the source does by saying it.</summary>
    public Stance Stance { get; init; }

    /// <summary>Index of the time expression that dates the saying in the report's time mentions, or null.</summary>
    public int? Time { get; init; }

    /// <summary>Index of the statement in whose content this one stands, or null.</summary>
    public int? In { get; init; }

    /// <summary>The question or remark that it answers (<c>Asked if …</c>), or null.</summary>
    public TextSpan? Occasion { get; init; }

    /// <summary>Why source and stance are read so, in words; empty if the words next to the cue say it.</summary>
    public string Because { get; init; } = "";
}
