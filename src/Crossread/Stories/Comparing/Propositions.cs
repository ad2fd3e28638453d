// The propositions of a report: its sentences, with their content words.
using System.Collections.Immutable;

using Crossread.Cleaning;
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
    public static ImmutableArray<Proposition> Sentences(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
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
