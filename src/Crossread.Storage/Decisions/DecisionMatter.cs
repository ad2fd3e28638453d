// What can be decided.
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Crossread.Storage.Decisions;

/// <summary>What was decided. A decision names things by what stays when reports are analysed anew: names, words, hashes.</summary>
[JsonDerivedType(typeof(NamesDecision), "names")]
[JsonDerivedType(typeof(ClaimDecision), "claim")]
[JsonDerivedType(typeof(ReliabilityDecision), "reliability")]
[JsonDerivedType(typeof(WithdrawalDecision), "withdrawal")]
[JsonDerivedType(typeof(NoteDecision), "note")]
[JsonDerivedType(typeof(UndoDecision), "undo")]
public abstract record DecisionMatter;

/// <summary>Two names are one, or are not.</summary>
/// <param name="Same">True if they are one.</param>
/// <param name="One">A name as a report spells it.</param>
/// <param name="Other">Another.</param>
public sealed record NamesDecision(bool Same, string One, string Other) : DecisionMatter;

/// <summary>The accounts of a claim belong together, or do not.</summary>
/// <param name="Accepted">True if they do.</param>
/// <param name="About">What the claim was about when it was decided.</param>
/// <param name="Accounts">The words of its accounts.</param>
public sealed record ClaimDecision(bool Accepted, string About, ImmutableArray<QuotedWords> Accounts) : DecisionMatter;

/// <summary>How far an outlet or a speaker is relied on, by the letters of the Admiralty system (NATO AJP-2.1).</summary>
/// <param name="Of">What is rated.</param>
/// <param name="Name">Its name.</param>
/// <param name="Letter">A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged.</param>
public sealed record ReliabilityDecision(RatedKind Of, string Name, char Letter) : DecisionMatter;

/// <summary>A report, or all of an outlet's reports, no longer count.</summary>
/// <param name="Outlet">The outlet, or null.</param>
/// <param name="Sha256">SHA-256 of the report's bytes, or null.</param>
public sealed record WithdrawalDecision(string? Outlet, string? Sha256) : DecisionMatter;

/// <summary>A note on anything.</summary>
/// <param name="On">What it is on: the id of a story, a report, an entity or a claim, or a name.</param>
/// <param name="Text">The note.</param>
public sealed record NoteDecision(string On, string Text) : DecisionMatter;

/// <summary>An earlier decision no longer stands.</summary>
/// <param name="Undone">Its number.</param>
public sealed record UndoDecision(long Undone) : DecisionMatter;

/// <summary>Words of a report, found again by themselves.</summary>
/// <param name="Sha256">SHA-256 of the report's bytes.</param>
/// <param name="Words">The words.</param>
/// <param name="Start">Where they stood in the clean text, in UTF-16 code units; of several places with the words the nearest is meant.</param>
public sealed record QuotedWords(string Sha256, string Words, int Start);

/// <summary>What is rated.</summary>
public enum RatedKind
{
    /// <summary>An outlet.</summary>
    Outlet,

    /// <summary>A speaker.</summary>
    Speaker,
}
