// Copies and edited copies in a pile of texts.
using System.Collections.Immutable;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Grouping;

/// <summary>
/// Finds near-duplicates: texts that share most of their wording, cut, added to or moved about. One-permutation minhashes (Li, Owen and Zhang 2012)
/// of word triples, in bands (locality-sensitive hashing); candidates are held against each other by their sketches. Near-linear.
/// </summary>
public static class NearDuplicateFinder
{
    private const int _binCount = 128;
    private const int _rows = 2;
    private const int _mostInBand = 64;
    private const int _leastTriples = 8;

    /// <summary>Share of the shorter text's triples that the longer must hold, as estimated.</summary>
    private const double _alike = 0.45;

    /// <summary>For each text the index of the first one of its group of near-duplicates: itself if it is the first or has none.</summary>
    public static ImmutableArray<int> Find(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Sketch[] sketches = new Sketch[texts.Count];
        Parallel.For(0, sketches.Length, i => sketches[i] = Sketch.Of(texts[i]));
        int[] root = [.. Enumerable.Range(0, sketches.Length)];
        Dictionary<ulong, List<int>> bands = [];
        HashSet<int> asked = [];
        for (int i = 0; i < sketches.Length; i++)
        {
            asked.Clear();
            for (int band = 0; band + _rows <= _binCount; band += _rows)
            {
                if (!sketches[i].Band(band, out ulong key))
                    continue;
                if (!bands.TryGetValue(key, out List<int>? list))
                    bands[key] = list = [];
                foreach (int other in list)
                {
                    if (asked.Add(other) && Root(root, other) != Root(root, i) && sketches[i].Alike(sketches[other]))
                        Join(root, i, other);
                }
                if (list.Count < _mostInBand)
                    list.Add(i);
            }
        }
        return [.. Enumerable.Range(0, root.Length).Select(i => Root(root, i))];
    }

    private static int Root(int[] root, int at)
    {
        while (root[at] != at)
            at = root[at] = root[root[at]];
        return at;
    }

    private static void Join(int[] root, int a, int b)
    {
        (int x, int y) = (Root(root, a), Root(root, b));
        root[Math.Max(x, y)] = Math.Min(x, y);
    }

    private sealed class Sketch(uint[] least, int triples)
    {
        private readonly uint[] _least = least;
        private readonly int _triples = triples;

        public static Sketch Of(string text)
        {
            uint[] bins = new uint[_binCount];
            Array.Fill(bins, uint.MaxValue);
            Span<char> buffer = stackalloc char[WordFolding.Limit];
            ulong first = 0, second = 0;
            int words = 0;
            WordScanner scanner = new(text);
            while (scanner.MoveNext())
            {
                ulong word = TermKey.Of(WordFolding.Fold(scanner.Word, buffer));
                if (++words >= 3)
                {
                    ulong triple = TermKey.Of(TermKey.Of(first, second), word);
                    int bin = (int)(triple >> 57);
                    bins[bin] = Math.Min(bins[bin], (uint)(triple & 0xFFFFFFFE));
                }
                (first, second) = (second, word);
            }
            return new Sketch(bins, Math.Max(0, words - 2));
        }

        // Two neighbouring bins that are not empty.
        public bool Band(int at, out ulong key)
        {
            key = TermKey.Of(((ulong)_least[at] << 32) | _least[at + 1], (ulong)at);
            return _least[at] != uint.MaxValue && _least[at + 1] != uint.MaxValue;
        }

        public bool Alike(Sketch other)
        {
            if (Math.Min(_triples, other._triples) < _leastTriples)
                return false;
            int same = 0, filled = 0;
            for (int i = 0; i < _binCount; i++)
            {
                bool one = _least[i] != uint.MaxValue, two = other._least[i] != uint.MaxValue;
                filled += one || two ? 1 : 0;
                same += one && two && _least[i] == other._least[i] ? 1 : 0;
            }
            // The estimated Jaccard index, as a share of the shorter text.
            double jaccard = filled == 0 ? 0 : same / (double)filled;
            double shared = jaccard / (1 + jaccard) * (_triples + other._triples);
            return shared >= _alike * Math.Min(_triples, other._triples) && same >= 3;
        }
    }
}
