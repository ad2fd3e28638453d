// What a report is grouped by: its content words, its pairs of neighbouring name words, its numbers.
using System.Runtime.InteropServices;

using Crossread.Cleaning;
using Crossread.Stories.Comparing;

namespace Crossread.Stories.Grouping;

/// <summary>What kind of feature it is.</summary>
internal enum FeatureKind : byte
{
    Word,
    Number,
    Pair,
}

/// <summary>A feature of a report.</summary>
/// <param name="Key">Key of the folded word, of the pair of words or of the number.</param>
/// <param name="Count">How often it stands in the report.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Named">True if it has a capital inside a sentence.</param>
internal readonly record struct Feature(ulong Key, ushort Count, FeatureKind Kind, bool Named);

/// <summary>A feature of a report by its number in a pile's table: all that is kept of it for long, in eight bytes.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Count">How often it stands in the report.</param>
/// <param name="Kind">Its kind.</param>
internal readonly record struct NumberedFeature(int Id, ushort Count, FeatureKind Kind);

/// <summary>Reads the features of reports. Keeps its working memory between reports: one reader a thread.</summary>
internal sealed class FeatureReader
{
    private const int _mostLetters = 200_000;

    private readonly Dictionary<ulong, Feature> _found = [];

    /// <summary>The features of a report, ordered by key. Of a very long text only the beginning is read.</summary>
    public Feature[] Read(Report report) => Read(report.Title, report.Text);

    /// <summary>The features of a headline and a text.</summary>
    public Feature[] Read(string? title, string text)
    {
        _found.Clear();
        if (title is not null)
            Add(title);
        Add(text.AsSpan(0, Math.Min(text.Length, _mostLetters)));
        Feature[] features = [.. _found.Values];
        Array.Sort(features, (a, b) => a.Key.CompareTo(b.Key));
        return features;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[WordFolding.Limit];
        WordScanner scanner = new(text);
        ulong before = 0;
        while (scanner.MoveNext())
        {
            if (scanner.OpensSentence)
                before = 0;
            if (scanner.Shape == WordShape.Number)
            {
                Count(TermReader.NumberKey(scanner.Word), FeatureKind.Number, false);
                before = 0;
                continue;
            }
            bool capital = scanner.Shape == WordShape.Capital;
            ReadOnlySpan<char> folded = WordFolding.Fold(scanner.Word, buffer);
            if (folded.Length < 2 || PassedOver(folded))
            {
                if (!capital)
                    before = 0;
                continue;
            }
            ulong key = TermKey.Of(WordFolding.Stem(scanner.Word, buffer));
            Count(key, FeatureKind.Word, capital && !scanner.OpensSentence);
            if (capital && before != 0)
                Count(TermKey.Of(before, key), FeatureKind.Pair, true);
            before = capital ? key : 0;
        }
    }

    private static bool PassedOver(ReadOnlySpan<char> folded) =>
        WordLists.PassedOver.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(folded);

    private void Count(ulong key, FeatureKind kind, bool named)
    {
        ref Feature feature = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, key, out bool known);
        feature = known
            ? feature with { Count = (ushort)Math.Min(ushort.MaxValue, feature.Count + 1), Named = feature.Named || named }
            : new Feature(key, 1, kind, named);
    }
}
