// How far apart two spellings sound: an alignment of letters with the costs of sounds.tsv.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>
/// Weighted edit distance over groups of letters (Brill and Moore's noisy-channel alignment, with costs from romanisation tables
/// instead of trained ones). A letter that the table does not let change costs 1 and counts as hard.
/// </summary>
internal static class SoundCosts
{
    private const int Longest = 48;

    private static readonly Lazy<Rules> Table = new(Load);

    /// <summary>Compares two folded words.</summary>
    /// <returns>The cost, the number of hard changes, and the table's reasons for the soft ones. Cost is infinite for words over 48 letters that differ.</returns>
    public static SoundDistance Compare(string one, string other)
    {
        if (one == other)
            return new SoundDistance(0, 0, []);
        if (one.Length > Longest || other.Length > Longest || one.Length == 0 || other.Length == 0 || Math.Abs(one.Length - other.Length) > 6)
            return new SoundDistance(double.PositiveInfinity, int.MaxValue, []);
        if (string.CompareOrdinal(one, other) > 0)
            (one, other) = (other, one);
        return Align(one, other);
    }

    private static SoundDistance Align(string one, string other)
    {
        int width = other.Length + 1;
        Span<double> cost = stackalloc double[(Longest + 1) * (Longest + 1)];
        Span<short> step = stackalloc short[(Longest + 1) * (Longest + 1)];
        Rules table = Table.Value;
        int lastVowelOne = LastVowel(one), lastVowelOther = LastVowel(other);
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                double best = double.PositiveInfinity;
                short how = 0;
                void Try(double value, short code, ref double b, ref short h)
                {
                    if (value < b - 1e-9)
                        (b, h) = (value, code);
                }
                if (i > 0 && j > 0)
                    Try(cost[(i - 1) * width + j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), one[i - 1] == other[j - 1] ? Same : Changed, ref best, ref how);
                if (i > 0)
                    Try(cost[(i - 1) * width + j] + Doubled(one, i), i > 1 && one[i - 1] == one[i - 2] && !IsVowel(one[i - 1]) ? DoubledOne : LeftOutOne, ref best, ref how);
                if (j > 0)
                    Try(cost[i * width + j - 1] + Doubled(other, j), j > 1 && other[j - 1] == other[j - 2] && !IsVowel(other[j - 1]) ? DoubledOther : LeftOutOther, ref best, ref how);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] && one[i - 1] != one[i - 2])
                    Try(cost[(i - 2) * width + j - 2] + 0.9, Swapped, ref best, ref how);
                foreach (short r in table.EndingIn(i > 0 ? one[i - 1] : '-', j > 0 ? other[j - 1] : '-'))
                {
                    Rule rule = table.All[r];
                    if (rule.Fits(one, i, other, j, lastVowelOne, lastVowelOther))
                        Try(cost[(i - rule.One.Length) * width + j - rule.Other.Length] + rule.Cost, (short)(r + FirstRule), ref best, ref how);
                }
                cost[i * width + j] = best;
                step[i * width + j] = how;
            }
        }
        return new SoundDistance(Math.Round(cost[one.Length * width + other.Length], 6), 0, []).With(Walk(one, other, width, step, table));
    }

    private static (int Hard, ImmutableArray<string> Why) Walk(string one, string other, int width, ReadOnlySpan<short> step, Rules table)
    {
        int hard = 0;
        List<string> why = [];
        for (int i = one.Length, j = other.Length; i > 0 || j > 0;)
        {
            short how = step[i * width + j];
            string? reason = null;
            switch (how)
            {
                case Same: i--; j--; break;
                case Changed: hard++; reason = $"{one[i - 1]} for {other[j - 1]}"; i--; j--; break;
                case LeftOutOne: hard++; reason = $"{one[i - 1]} left out"; i--; break;
                case LeftOutOther: hard++; reason = $"{other[j - 1]} left out"; j--; break;
                case DoubledOne: reason = "a letter is doubled"; i--; break;
                case DoubledOther: reason = "a letter is doubled"; j--; break;
                case Swapped: hard++; reason = $"{other[j - 2]}{other[j - 1]} turned round"; i -= 2; j -= 2; break;
                default:
                    Rule rule = table.All[how - FirstRule];
                    reason = rule.Why;
                    i -= rule.One.Length;
                    j -= rule.Other.Length;
                    break;
            }
            if (reason != null && !why.Contains(reason))
                why.Add(reason);
        }
        why.Reverse();
        return (hard, [.. why]);
    }

    private const short Same = 1, Changed = 2, LeftOutOne = 3, LeftOutOther = 4, DoubledOne = 5, DoubledOther = 6, Swapped = 7, FirstRule = 8;

    // A doubled consonant is one sound; a letter at the end that is only in one (Ivan, Ivana) tells two names apart.
    private static double Doubled(string word, int end) =>
        end > 1 && word[end - 1] == word[end - 2] && !IsVowel(word[end - 1]) ? 0.05 : 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    // Where the last syllable's vowels begin; a vowel that ends the word is a syllable of its own.
    private static int LastVowel(string word)
    {
        int at = word.Length - 1;
        while (at >= 0 && !IsVowel(word[at]))
            at--;
        while (at > 0 && IsVowel(word[at - 1]))
            at--;
        return at;
    }

    private static Rules Load()
    {
        List<Rule> rules = [];
        foreach (string[] row in ListFile.Rows("Names/Resolving/sounds.tsv"))
        {
            string one = row[0] == "-" ? "" : row[0], other = row[1] == "-" ? "" : row[1];
            double cost = double.Parse(row[2], CultureInfo.InvariantCulture);
            Place place = Enum.Parse<Place>(row[3], ignoreCase: true);
            rules.Add(new Rule(one, other, cost, place, row[4]));
            rules.Add(new Rule(other, one, cost, place, row[4]));
        }
        return new Rules([.. rules]);
    }

    private enum Place : byte
    {
        Any,
        Start,
        End,
        Last,
        Inner,
    }

    private sealed record Rule(string One, string Other, double Cost, Place Place, string Why)
    {
        public bool Fits(string one, int i, string other, int j, int lastVowelOne, int lastVowelOther)
        {
            if (i < One.Length || j < Other.Length
                || string.CompareOrdinal(one, i - One.Length, One, 0, One.Length) != 0
                || string.CompareOrdinal(other, j - Other.Length, Other, 0, Other.Length) != 0)
            {
                return false;
            }
            return Place switch
            {
                Place.Start => i == One.Length && j == Other.Length,
                Place.End => i == one.Length && j == other.Length,
                Place.Last => i < one.Length && j < other.Length && i > lastVowelOne,
                Place.Inner => i > One.Length && j > Other.Length && i <= lastVowelOne && j <= lastVowelOther
                    || One.Length + Other.Length == 1 && i > One.Length && j > Other.Length && i < one.Length && j < other.Length,
                _ => true,
            };
        }
    }

    private sealed class Rules
    {
        private readonly ImmutableArray<short>[] _ending = new ImmutableArray<short>[27 * 27];

        public Rules(ImmutableArray<Rule> all)
        {
            All = all;
            foreach (IGrouping<int, short> group in Enumerable.Range(0, all.Length).Select(i => (short)i)
                .GroupBy(i => Cell(all[i].One is [.., var a] ? a : '-', all[i].Other is [.., var b] ? b : '-')))
            {
                _ending[group.Key] = [.. group];
            }
        }

        public ImmutableArray<Rule> All { get; }

        // Rules for nothing on one side stand in the row of '-', and hold wherever the other side's word stands.
        public IEnumerable<short> EndingIn(char one, char other)
        {
            foreach (short r in At(one, other))
                yield return r;
            if (one != '-')
            {
                foreach (short r in At(one, '-'))
                    yield return r;
            }
            if (other != '-')
            {
                foreach (short r in At('-', other))
                    yield return r;
            }
        }

        private ImmutableArray<short> At(char one, char other) =>
            Cell(one, other) is var cell && cell >= 0 && !_ending[cell].IsDefault ? _ending[cell] : [];

        private static int Cell(char one, char other)
        {
            int a = one == '-' ? 26 : one - 'a', b = other == '-' ? 26 : other - 'a';
            return a is >= 0 and <= 26 && b is >= 0 and <= 26 ? a * 27 + b : -1;
        }
    }
}

/// <summary>How far apart two words sound.</summary>
/// <param name="Cost">Sum of the costs; 0 is the same word.</param>
/// <param name="Hard">Letters that no rule lets change.</param>
/// <param name="Why">The rules' reasons, in words.</param>
internal readonly record struct SoundDistance(double Cost, int Hard, ImmutableArray<string> Why)
{
    internal SoundDistance With((int Hard, ImmutableArray<string> Why) walk) => this with { Hard = walk.Hard, Why = walk.Why };
}
