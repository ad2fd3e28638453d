// What readers decided on a story, below the story on a terminal.
using Crossread.Cleaning;
using Crossread.Storage.Decisions;
using Crossread.Storage.Desk;
using Crossread.Stories;

namespace Crossread.Cli.Terminal;

/// <summary>What readers decided on a story, what was withdrawn, and how far the reports bear its claims out.</summary>
internal static class DeskText
{
    private const int _mostClaims = 12;

    /// <summary>Writes it; nothing where there is nothing.</summary>
    public static void Write(DeskStory desk, Story story, TextLayout text)
    {
        Claim[] told = [.. story.Claims.Where(c => c.Standing is not Standing.Single).Take(_mostClaims)];
        if (told.Length > 0)
        {
            text.Heading("How far the reports bear it out (1 most … 5 least, 6 cannot be judged)");
            foreach (Claim claim in told)
            {
                Credibility digit = Credibility.Of(claim);
                string decided = desk.Log.On(story, claim) is { Accepted: true } ? "; a reader confirmed that its accounts belong together" : "";
                text.Wrapped(FormattableString.Invariant($"{digit.Digit}  {claim.About} ({claim.Id}): {digit.Because}{decided}"), 0, Tone.Plain, 3);
            }
        }
        if (!desk.Withdrawn.IsEmpty)
        {
            text.Heading("Withdrawn");
            foreach (Report report in desk.Withdrawn)
                text.Line($"{report.Id}  {report.Outlet ?? report.File}: {report.Title ?? "(no headline)"}");
        }
        Decision[] here = [.. desk.DecisionsOn(story)];
        if (here.Length > 0)
        {
            text.Heading("Decided");
            foreach (Decision decision in here)
                text.Wrapped(FormattableString.Invariant($"{decision.Number}  {DecisionWords.Of(decision.Matter)} ({decision.Who}, {decision.When.UtcDateTime:yyyy-MM-dd}{(decision.Why.Length > 0 ? ": " + decision.Why : "")})"), 0, Tone.Plain, 3);
        }
    }
}
