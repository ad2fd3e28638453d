// What a reader decided, when and why.
namespace Crossread.Storage.Decisions;

/// <summary>An entry of the log of decisions.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="When">When it was made.</param>
/// <param name="Who">Who made it.</param>
/// <param name="Why">Why, in that person's words; may be empty.</param>
/// <param name="Matter">What was decided.</param>
/// <param name="Stands">True if no later decision that stands undoes it.</param>
public sealed record Decision(long Number, DateTimeOffset When, string Who, string Why, DecisionMatter Matter, bool Stands);

/// <summary>A decision that is to be put into the log.</summary>
/// <param name="When">When it is made.</param>
/// <param name="Who">Who makes it.</param>
/// <param name="Why">Why; may be empty.</param>
/// <param name="Matter">What is decided.</param>
public sealed record NewDecision(DateTimeOffset When, string Who, string Why, DecisionMatter Matter);
