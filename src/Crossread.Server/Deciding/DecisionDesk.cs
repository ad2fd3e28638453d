// Decisions on their way into the log: checked, then kept, then told.
using Crossread.Server.Intake;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Storage.Searching;

namespace Crossread.Server.Deciding;

/// <summary>Makes decisions and undoes them. Expected failure is a sentence that says what is wrong.</summary>
internal sealed class DecisionDesk(Desk desk, EventFeed events, TimeProvider clock, RequestLimits limits)
{
    /// <summary>Makes a decision.</summary>
    /// <param name="matter">What is decided.</param>
    /// <param name="who">Who decides; empty is the user who runs the workbench.</param>
    /// <param name="why">Why; may be empty.</param>
    /// <returns>The decision, or what is wrong.</returns>
    public (Decision? Made, string? Wrong) Decide(DecisionMatter matter, string? who, string? why)
    {
        if (desk.Ask(reader => Wrong(reader, matter)) is { } wrong)
            return (null, wrong);
        if ((who?.Length ?? 0) > 200 || (why?.Length ?? 0) > limits.NoteLength)
            return (null, FormattableString.Invariant($"A name has 200 characters at most, a reason {limits.NoteLength}."));
        string name = string.IsNullOrWhiteSpace(who) ? Environment.UserName : who.Trim();
        Decision made = desk.Store.Write(writer => writer.Decide(new NewDecision(clock.GetUtcNow(), name, why?.Trim() ?? "", matter)));
        events.Tell("decision", new { made.Number, decision = DecisionWords.Of(made.Matter) });
        return (made, null);
    }

    /// <summary>The decision that a claim's accounts belong together, or do not; null if the story has no such claim.</summary>
    public ClaimDecision? OnClaim(string story, string claim, bool accepted) =>
        desk.Story(story) is { } told && told.Story.Claims.FirstOrDefault(c => c.Id == claim) is { } found
            ? new ClaimDecision(accepted, found.About, DecisionLog.AccountsOf(told.Story, found))
            : null;

    private string? Wrong(IStoreReader reader, DecisionMatter matter) => matter switch
    {
        NamesDecision names => new[] { names.One, names.Other }.Select(n => Unknown(reader, n)).FirstOrDefault(w => w is not null)
            ?? (string.Equals(names.One, names.Other, StringComparison.Ordinal) ? "The two names are the same already." : null),
        ClaimDecision { Accounts: { IsDefaultOrEmpty: false, Length: <= 1_000 } } => null,
        ClaimDecision => "A decision on a claim has the words of its accounts.",
        ReliabilityDecision { Letter: < 'A' or > 'F' } => "A letter from A to F is asked for.",
        ReliabilityDecision { Name: null or "" } => "A name is asked for.",
        WithdrawalDecision { Outlet: { Length: > 0 and <= 200 }, Sha256: null } => null,
        WithdrawalDecision { Outlet: null, Sha256: { } sha256 } => reader.ReportOf(sha256) is null ? "No report with these bytes is held here." : null,
        WithdrawalDecision => "Either an outlet or a report is withdrawn.",
        NoteDecision note => string.IsNullOrWhiteSpace(note.Text) || string.IsNullOrWhiteSpace(note.On) || note.Text.Length > limits.NoteLength || note.On.Length > 200
            ? FormattableString.Invariant($"A note has what it is on and a text of 1 to {limits.NoteLength} characters.") : null,
        UndoDecision undo => reader.Decisions().FirstOrDefault(d => d.Number == undo.Undone) switch
        {
            null => "There is no decision of that number.",
            { Stands: false } => "That decision does not stand any more.",
            _ => null,
        },
        _ => null,
    };

    private static string? Unknown(IStoreReader reader, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "Two names are asked for.";
        return SearchWords.TryParse("\"" + name.Replace('"', ' ') + "\"", out SearchWords? words, out _) && !reader.Search(new SearchQuery(words, new Page(0, 1))).Hits.IsEmpty
            ? null : $"“{Crossread.Pages.VisibleText.Of(name)}” stands in no report of the store; write it as a report spells it.";
    }
}
