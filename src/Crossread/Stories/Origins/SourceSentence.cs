// A sentence of a report, as the search for shared text needs it.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Stories.Comparing;
using Crossread.Text;

namespace Crossread.Stories.Origins;

/// <summary>A sentence of a report, as the search for shared text needs it.</summary>
/// <param name="Report">Index of the report.</param>
/// <param name="Order">Its place among the report's sentences.</param>
/// <param name="Span">Its words.</param>
/// <param name="Terms">Its content words.</param>
/// <param name="Quoted">For each content word whether it stands in quotation marks.</param>
internal sealed record SourceSentence(int Report, int Order, TextSpan Span, ImmutableArray<Term> Terms, ImmutableArray<bool> Quoted)
{
    /// <summary>The sentences of a reading, but for bylines and notes.</summary>
    /// <param name="report">Index of the report.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="entityOf">For each local entity of the reading the index among the entities of all reports; may be default.</param>
    public static ImmutableArray<SourceSentence> Of(int report, Reading reading, ImmutableArray<int> entityOf)
    {
        ImmutableArray<TextSpan> quoted = QuotedStretches.Find(reading.Words.Text);
        HashSet<int> aside = [.. reading.Report.Passages.Where(p => p.Kind is PassageKind.Byline or PassageKind.Note).Select(p => p.Span.Start)];
        return
        [
            .. Propositions.Sentences(reading, entityOf).Where(p => p.Terms.Length > 0 && !aside.Contains(p.Span.Start)).Select((p, order) => new SourceSentence(
                report, order, p.Span, p.Terms, [.. p.Terms.Select(t => QuotedStretches.Holds(quoted, t.Span.Start))])),
        ];
    }
}
