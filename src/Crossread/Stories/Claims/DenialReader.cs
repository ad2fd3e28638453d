// Denials that take up what was told before: "Lentz denies this", "the firm rejected the accusation".
using Crossread.Language;
using Crossread.Statements;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>Finds what a denial denies where its own words are only <c>it</c>, <c>this</c> or <c>the accusation</c>: what was told just before by somebody else.</summary>
internal static class DenialReader
{
    // What is taken up stands in the sentence itself or in one of the few before it.
    private const int _furthestSentences = 3;

    /// <summary>The positions of such denials in one report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="positions">The positions that its clauses take, in the order of the text.</param>
    public static IEnumerable<Position> Find(StoryReport report, IReadOnlyList<Position> positions)
    {
        for (int s = 0; s < report.Reading.Statements.Length; s++)
        {
            Statement denial = report.Reading.Statements[s];
            if (denial.Stance != Stance.Denies || denial.Content.Length != 1 || !TakesUp(report.Reading.Words, denial.Content[0]) || TakenUp(report, denial, positions) is not { } told)
                continue;
            TextSpan words = denial.Speaker is { } speaker && Near(report.Reading.Words, speaker, denial.Content[0]) ? speaker.Hull(denial.Content[0]) : denial.Content[0];
            yield return new Position(told.Predication, Side.Denies, s, new Evidence(report.Id, words), true, true);
        }
    }

    private static bool Near(AnnotatedText text, TextSpan a, TextSpan b) => text.SentenceOf(text.TokenAt(a.Start)) == text.SentenceOf(text.TokenAt(b.Start));

    private static bool TakesUp(AnnotatedText text, TextSpan content)
    {
        int first = text.TokenAt(content.Start), last = text.TokenAt(content.End - 1);
        while (last > first && text.Tokens[last].Upos == Upos.PUNCT)
            last--;
        Token head = text.Tokens[last];
        return first == last && head.Lemma is "it" or "this" or "that" or "these" or "they" or "them"
            || last - first is 1 or 2 && head.Upos == Upos.NOUN && text.Tokens[first].Upos is Upos.DET or Upos.PRON && DeedList.IsTelling(head.Lemma);
    }

    // An accusation before any other saying, a saying before what the report tells itself, a listed deed before any other, the nearest of them.
    private static Position? TakenUp(StoryReport report, Statement denial, IReadOnlyList<Position> positions)
    {
        AnnotatedText text = report.Reading.Words;
        int sentence = text.SentenceOf(text.TokenAt(denial.Content[0].Start));
        int start = Math.Min(denial.Content[0].Start, denial.Speaker?.Start ?? int.MaxValue);
        return positions
            .Where(p => p.Predication.Span.End <= start && sentence - text.SentenceOf(p.Predication.Token) <= _furthestSentences && p.Side is Side.Asserts or Side.Questions)
            .Where(p => p.Statement is not int s || denial.SpeakerEntity is null || report.Reading.Statements[s].SpeakerEntity != denial.SpeakerEntity)
            .OrderByDescending(p => IsAccusation(p, report) ? 2 : IsSpoken(p, report) ? 1 : 0).ThenByDescending(p => p.Predication.Listed).ThenByDescending(p => p.Predication.Token)
            .FirstOrDefault(p => IsSpoken(p, report) || p.Predication.Listed || sentence - text.SentenceOf(p.Predication.Token) <= 1);
    }

    // By its stance, or by the verb that it hangs on in a sentence of the report's own.
    private static bool IsAccusation(Position position, StoryReport report)
    {
        if (position is { Statement: int s, Predication.HeadsStatement: true } && report.Reading.Statements[s].Stance == Stance.Accuses)
            return true;
        AnnotatedText text = report.Reading.Words;
        int token = position.Predication.Token;
        for (int steps = 0; steps < 4 && text.Tokens[token].Head >= 0 && text.Tokens[token].Relation is not (Relation.Conj or Relation.Parataxis or Relation.Advcl or Relation.AclRelcl); steps++)
        {
            token = text.Tokens[token].Head;
            if (text.Tokens[token].Lemma is "accuse" or "blame" or "suspect")
                return true;
        }
        return false;
    }

    private static bool IsSpoken(Position position, StoryReport report) =>
        position is { Statement: int s, Predication.HeadsStatement: true, Predication.Listed: true } && report.Reading.Statements[s].Stance == Stance.Says;
}
