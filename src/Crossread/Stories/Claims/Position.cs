// One predication as somebody's account of a proposition.
using Crossread.Statements;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>A predication with the side that its teller takes on it.</summary>
/// <param name="Predication">What is told.</param>
/// <param name="Side">The side that the statement, or the report's own voice, takes.</param>
/// <param name="Statement">Index of the statement that tells it, or null for the report's own voice.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Disclaimed">True if somebody denies it, rather than that it is only told with a negative.</param>
/// <param name="Outright">True if the saying itself is a denial (<c>denied</c>, <c>rejects</c>), not only its words.</param>
internal sealed record Position(Predication Predication, Side Side, int? Statement, Evidence Evidence, bool Disclaimed, bool Outright)
{
    /// <summary>The position of a predication, or null if it takes no side (a wish, a plan, an order).</summary>
    public static Position? Of(Predication told, StoryReport report, bool negatedInside)
    {
        if (SaysNothing(told))
            return null;
        Statement? statement = told.Statement is int s ? report.Reading.Statements[s] : null;
        Stance stance = statement?.Stance ?? Stance.Says;
        // "denied opening the gates" denies the deed; "We did not bury them. We buried a street" denies only what it negates.
        // What follows in quotation marks are the words of the denial, not what it denies.
        if (stance == Stance.Denies && told.HeadsStatement && Refusals.IsRefusal(report.Reading.Words, statement!))
            return null;
        if (stance == Stance.Denies && told is { HeadsStatement: true, Negated: true } && Refusals.DeniesNegative(statement!))
            return new Position(told, Side.Asserts, told.Statement, new Evidence(report.Id, statement!.Cue!.Value.Hull(statement.Content[0])), true, true);
        bool outright = stance == Stance.Denies && told.HeadsStatement && !negatedInside && (statement!.Content.Length == 1 || statement.Content[0].Contains(told.Span.Start));
        bool denial = outright || stance == Stance.Denies && told.Negated;
        bool asked = told.Question || stance == Stance.Asks;
        if (!asked && !denial && !told.Conditional && (told.Unreal || stance is Stance.Urges or Stance.Promises or Stance.Threatens))
            return null;
        Side side = told.Conditional ? Side.Conditions : asked || stance == Stance.Doubts ? Side.Questions : denial || told.Negated ? Side.Denies : Side.Asserts;
        TextSpan span = told.Conditional ? WithCondition(told, statement, report) : told.HeadsStatement && statement is { Content.Length: 1 } && statement.Content[0].Contains(told.Span) ? statement.Content[0] : told.Core;
        return new Position(told, side, told.Statement, new Evidence(report.Id, span), denial, outright);
    }

    // "denied having said that", "did it": a verb of no meaning of its own, and nothing that it is said of.
    private static bool SaysNothing(Predication told) =>
        !told.Listed && told.Deed is "have" or "do" or "say" or "get" or "make" or "go" && told.Objects.Concat(told.Obliques).All(a => a.Keys.IsEmpty);

    // A clause without its "if" would say what nobody said: the whole sentence, as far as it is the speaker's.
    private static TextSpan WithCondition(Predication told, Statement? statement, StoryReport report)
    {
        TextSpan sentence = report.Reading.Words.Sentences[report.Reading.Words.SentenceOf(told.Token)].Span;
        foreach (TextSpan content in statement?.Content ?? [])
        {
            if (content.Contains(told.Span.Start))
                return new TextSpan(Math.Max(content.Start, sentence.Start), Math.Min(content.End, sentence.End));
        }
        return sentence;
    }
}
