// Who is told to do what to whom, with its polarity: what claims and differences are compared by.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories.Predications;

/// <summary>A verb or event noun with its arguments, as one clause of one report tells it.</summary>
internal sealed record Predication
{
    /// <summary>Index of the report in <see cref="Story.Reports"/>.</summary>
    public required int Report { get; init; }

    /// <summary>Index of the word that names the deed.</summary>
    public required int Token { get; init; }

    /// <summary>The kind of deed: a line of <c>predicates.tsv</c>, or the lemma itself.</summary>
    public required string Deed { get; init; }

    /// <summary>True if the deed is a line of the list, so that other words may tell the same.</summary>
    public bool Listed { get; init; }

    /// <summary>True if its verb says little (<c>have</c>, <c>use</c>), so that what it is done to must tell which deed is meant.</summary>
    public bool Broad { get; init; }

    /// <summary>The clause, from its first word to its last.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The clause without what only hangs on it: reasons, relative clauses, appositions.</summary>
    public required TextSpan Core { get; init; }

    /// <summary>Who does it; more than one if the clause lists them.</summary>
    public ImmutableArray<Argument> Subjects { get; init; } = [];

    /// <summary>To whom or what.</summary>
    public ImmutableArray<Argument> Objects { get; init; } = [];

    /// <summary>Where, with what, with whom: phrases under a preposition.</summary>
    public ImmutableArray<Argument> Obliques { get; init; } = [];

    /// <summary>True if the clause itself says that it is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>True if it holds only under a condition, or only may be.</summary>
    public bool Conditional { get; init; }

    /// <summary>True if the clause asks whether it is so.</summary>
    public bool Question { get; init; }

    /// <summary>True if it is wished, planned or called for rather than told as a fact.</summary>
    public bool Unreal { get; init; }

    /// <summary>Index of the innermost statement whose content holds it, or null for the report's own voice.</summary>
    public int? Statement { get; init; }

    /// <summary>True if it is the head of that statement's content, so that the statement's denial falls on it.</summary>
    public bool HeadsStatement { get; init; }

    /// <summary>Index of the time expression that dates it, or null.</summary>
    public int? Time { get; init; }
}

/// <summary>One argument.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Head">Index of its head word.</param>
/// <param name="Preposition">The preposition before it, or an empty string.</param>
/// <param name="Keys">What it names, for comparison: parties and lemmas, the head's own first.</param>
/// <param name="HeadKeys">How many of the keys are the head's own; the others stand inside the phrase.</param>
/// <param name="CoreEnd">Where the phrase ends without its appositions and relative clauses.</param>
/// <param name="Place">The place that it is told to be in (<c>barns in Sarn</c>), as a key, or null.</param>
internal sealed record Argument(TextSpan Span, int Head, string Preposition, ImmutableArray<string> Keys, int HeadKeys, int CoreEnd, string? Place);
