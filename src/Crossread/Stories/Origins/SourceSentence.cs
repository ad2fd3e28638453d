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
    /// <summary>Number of content words of the report before it.</summary>
    public int FirstTerm { get; init; }

    /// <summary>Key of its content words with their quotation marks: two sentences with one key are copies, as far as the comparison sees.</summary>
    public ulong Content { get; } = KeyOf(Terms, Quoted);

    private static ulong KeyOf(ImmutableArray<Term> terms, ImmutableArray<bool> quoted)
    {
        ulong key = (ulong)terms.Length;
        for (int i = 0; i < terms.Length; i++)
            key = TermKey.Of(TermKey.Of(TermKey.Of(key, terms[i].Key), terms[i].Sound), TermKey.Of(terms[i].Entity, quoted[i] ? 1UL : 0UL));
        return key;
    }

    /// <summary>The sentences of a reading, but for bylines and notes.</summary>
    /// <param name="report">Index of the report.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="cut">Its sentences.</param>
    /// <param name="entityOf">For each local entity of the reading the index among the entities of all reports; may be default.</param>
    public static ImmutableArray<SourceSentence> Of(int report, Reading reading, ImmutableArray<Proposition> cut, ImmutableArray<int> entityOf)
    {
        ImmutableArray<TextSpan> quoted = QuotedStretches.Find(reading.Words.Text);
        HashSet<int> aside = [.. reading.Report.Passages.Where(p => p.Kind is PassageKind.Byline or PassageKind.Note).Select(p => p.Span.Start)];
        ImmutableArray<SourceSentence>.Builder sentences = ImmutableArray.CreateBuilder<SourceSentence>();
        int terms = 0;
        foreach (Proposition p in cut.Where(p => p.Terms.Length > 0 && !aside.Contains(p.Span.Start)))
        {
            ImmutableArray<Term> named = entityOf.IsDefaultOrEmpty ? p.Terms : Propositions.Name(p.Terms, reading.Names, entityOf);
            sentences.Add(new SourceSentence(report, sentences.Count, p.Span, named, [.. named.Select(t => QuotedStretches.Holds(quoted, t.Span.Start))]) { FirstTerm = terms });
            terms += p.Terms.Length;
        }
        return sentences.ToImmutable();
    }
}
