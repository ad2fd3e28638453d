// What a reader decided about names: these two are one, those two are not.
using System.Collections.Immutable;

namespace Crossread.Names;

/// <summary>A reader's decisions on names, obeyed before every rule. Names are compared without regard to case and accents.</summary>
/// <param name="Same">Pairs of names that are one.</param>
/// <param name="Different">Pairs of names that are not one, whatever the rules say.</param>
public sealed record NameDecisions(ImmutableArray<NamePair> Same, ImmutableArray<NamePair> Different)
{
    /// <summary>No decisions.</summary>
    public static NameDecisions None { get; } = new([], []);

    /// <summary>
    /// Reads decisions from text, one a line: <c>same</c> or <c>different</c>, then two names, parted by tabs.
    /// Empty lines and lines that begin with <c>#</c> are skipped.
    /// </summary>
    /// <param name="text">The lines.</param>
    /// <param name="problems">For each line that is no decision its number (from 1) and what is wrong, in words.</param>
    public static NameDecisions Parse(string text, out ImmutableArray<string> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<NamePair>.Builder same = ImmutableArray.CreateBuilder<NamePair>();
        ImmutableArray<NamePair>.Builder different = ImmutableArray.CreateBuilder<NamePair>();
        ImmutableArray<string>.Builder wrong = ImmutableArray.CreateBuilder<string>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            string line = raw.Trim().TrimStart('\uFEFF').ToString();
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] cells = line.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            string verdict = cells[0].ToLowerInvariant();
            if (cells.Length != 3)
                wrong.Add(FormattableString.Invariant($"line {number}: found {cells.Length} of 3 cells; write same or different, a name and a name, parted by tabs"));
            else if (verdict == "same")
                same.Add(new NamePair(cells[1], cells[2]));
            else if (verdict == "different")
                different.Add(new NamePair(cells[1], cells[2]));
            else
                wrong.Add(FormattableString.Invariant($"line {number}: the first cell is “{cells[0]}”; write same or different"));
        }
        problems = wrong.ToImmutable();
        return new NameDecisions(same.ToImmutable(), different.ToImmutable());
    }
}

/// <summary>Two names.</summary>
/// <param name="One">A name as a report spells it.</param>
/// <param name="Other">Another.</param>
public readonly record struct NamePair(string One, string Other);
