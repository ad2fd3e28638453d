// A decision as a sentence.
namespace Crossread.Storage.Decisions;

/// <summary>A decision as a sentence.</summary>
public static class DecisionWords
{
    /// <summary>The sentence, without who and when.</summary>
    /// <param name="matter">What was decided.</param>
    public static string Of(DecisionMatter matter) => matter switch
    {
        NamesDecision names => $"“{names.One}” and “{names.Other}” are {(names.Same ? "one" : "not one")}",
        ClaimDecision claim => $"the accounts of “{claim.About}” {(claim.Accepted ? "belong" : "do not belong")} together",
        ReliabilityDecision rated => $"the {rated.Of.ToString().ToLowerInvariant()} “{rated.Name}” has reliability {rated.Letter} ({Letter(rated.Letter)})",
        WithdrawalDecision { Outlet: { } outlet } => $"the outlet “{outlet}” no longer counts",
        WithdrawalDecision withdrawal => $"the report r{withdrawal.Sha256![..10]} no longer counts",
        NoteDecision note => $"note on {note.On}: {note.Text}",
        UndoDecision undo => FormattableString.Invariant($"decision {undo.Undone} no longer stands"),
        _ => "something that this version does not know",
    };

    private static string Letter(char letter) => letter switch
    {
        'A' => "completely reliable",
        'B' => "usually reliable",
        'C' => "fairly reliable",
        'D' => "not usually reliable",
        'E' => "unreliable",
        _ => "reliability cannot be judged",
    };
}
