// What falls and what comes in a story.
using Crossread.Storage.Desk;
using Crossread.Stories;

namespace Crossread.Cli.Terminal;

/// <summary>What falls and what comes in a story, for a terminal.</summary>
internal static class ChangeText
{
    /// <summary>Writes the change of the story with this id.</summary>
    public static void Write(string story, StoryChange change, TextLayout text)
    {
        text.Heading(story);
        foreach (Claim claim in change.Fallen)
            text.Wrapped($"falls: {claim.About} ({Word(claim.Standing)})", 2);
        foreach (ClaimChange claim in change.Changed)
            text.Wrapped($"changes from {Word(claim.Before.Standing)} to {Word(claim.After.Standing)}: {claim.After.About}", 2);
        foreach (Claim claim in change.Come)
            text.Wrapped($"new: {claim.About} ({Word(claim.Standing)})", 2);
        if (change.Origins != 0)
            text.Line("  " + Difference(change.Origins, "independent origin"));
        if (change.Utterances != 0)
            text.Line("  " + Difference(change.Utterances, "utterance"));
        if (change.Fallen.IsEmpty && change.Changed.IsEmpty && change.Come.IsEmpty && change.Origins == 0 && change.Utterances == 0)
            text.Line("  nothing else changes");
    }

    private static string Difference(int count, string what) => Counted.Of(Math.Abs(count), what) + (count < 0 ? " fewer" : " more");

    private static string Word(Standing standing) => standing.ToString().ToLowerInvariant();
}
