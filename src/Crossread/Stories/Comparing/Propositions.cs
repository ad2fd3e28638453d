// The propositions of a report: its sentences, with their content words.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Stories.Comparing;

/// <summary>A sentence or clause with its content words in order.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Terms">Its content words.</param>
public sealed record Proposition(TextSpan Span, ImmutableArray<Term> Terms);

/// <summary>Cuts reports into propositions.</summary>
public static class Propositions
{
    /// <summary>The sentences of a reading; where its language is not analysed, what stands between full stops.</summary>
    /// <param name="reading">The reading.</param>
    public static ImmutableArray<Proposition> Sentences(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Cut(reading);
    }

    /// <summary>The content words of stretches of a reading; words of names carry their entity.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="spans">The stretches, in the order in which their words count.</param>
    /// <param name="entityOf">For each local entity of the reading the index among the entities of all reports.</param>
    public static ImmutableArray<Term> Terms(Reading reading, ImmutableArray<TextSpan> spans, ImmutableArray<int> entityOf)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Name(TermReader.Read(reading.Words, spans), reading.Names, entityOf);
    }

    /// <summary>Content words of a reading, with the words of names carrying their entity.</summary>
    /// <param name="terms">The words.</param>
    /// <param name="names">The names of the reading.</param>
    /// <param name="entityOf">For each local entity of the reading the index among the entities of all reports.</param>
    internal static ImmutableArray<Term> Name(ImmutableArray<Term> terms, ReportNames names, ImmutableArray<int> entityOf)
    {
        ImmutableArray<Term>.Builder named = ImmutableArray.CreateBuilder<Term>(terms.Length);
        foreach (Term term in terms)
        {
            int mention = MentionAt(names.Mentions, term.Span);
            named.Add(mention < 0 ? term : term.Naming(entityOf[names.EntityOf[mention]]));
        }
        return named.MoveToImmutable();
    }

    private static int MentionAt(ImmutableArray<Mention> mentions, TextSpan span)
    {
        int low = 0, high = mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < mentions.Length && mentions[low].Span.Contains(span) ? low : -1;
    }

    private static ImmutableArray<Proposition> Cut(Reading reading)
    {
        if (reading.Words.Sentences.Length > 0)
            return [.. reading.Words.Sentences.Select(s => new Proposition(s.Span, TermReader.Read(reading.Words, s.Span)))];
        ImmutableArray<Proposition>.Builder found = ImmutableArray.CreateBuilder<Proposition>();
        ReadOnlySpan<Passage> passages = reading.Report.Passages.AsSpan();
        if (passages.Length == 0)
            Cut(reading, new TextSpan(0, reading.Words.Text.Length), found);
        foreach (Passage passage in passages)
            Cut(reading, passage.Span, found);
        return found.ToImmutable();
    }

    private static void Cut(Reading reading, TextSpan block, ImmutableArray<Proposition>.Builder found)
    {
        string text = reading.Words.Text;
        int start = block.Start;
        for (int i = block.Start; i < block.End; i++)
        {
            bool last = i + 1 == block.End;
            bool stop = text[i] is '\n' or '。' || (text[i] is '.' or '!' or '?' or '؟' or '।' && (last || char.IsWhiteSpace(text[i + 1])) && !AfterInitial(text, i));
            if (!stop && !last)
                continue;
            int from = start, to = i + 1;
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            start = i + 1;
            if (to > from)
                found.Add(new Proposition(new TextSpan(from, to), TermReader.Read(reading.Words, new TextSpan(from, to))));
        }
    }

    // "J. Smith", "Gen. Smith": a capital with at most three letters behind it.
    private static bool AfterInitial(string text, int stop)
    {
        int i = stop - 1;
        while (i >= 0 && stop - i <= 4 && char.IsLetter(text[i]))
            i--;
        return stop - i is > 1 and <= 4 && char.IsUpper(text[i + 1]) && text[stop] == '.';
    }
}
