// The labels of the name tagger: outside, and begin, inside, last, single for each of four kinds.
namespace Crossread.Names.Finding;

/// <summary>Labels are numbers: 0 is outside; kind k (person, organisation, place, other) has 1 + 4k … 4 + 4k for begin, inside, last, unit.</summary>
internal static class NameLabel
{
    public const int Count = 17;
    public const int Outside = 0;
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    public const int Person = 0;
    public const int Organisation = 1;
    public const int Place = 2;
    public const int Other = 3;

    /// <summary>The label of a kind and a part of the name.</summary>
    public static int Of(int kind, int part) => 1 + 4 * kind + part;

    /// <summary>The kind of a label that is not outside.</summary>
    public static int Kind(int label) => (label - 1) >> 2;

    /// <summary>The part of a label that is not outside.</summary>
    public static int Part(int label) => (label - 1) & 3;

    /// <summary>True if no name goes on behind this label.</summary>
    public static bool Closes(int label) => label == Outside || Part(label) >= Last;

    /// <summary>True if the label begins a name or stands outside.</summary>
    public static bool Opens(int label) => label == Outside || Part(label) is Begin or Unit;

    /// <summary>True if the second label may follow the first.</summary>
    public static bool Follows(int first, int second) =>
        Closes(first) ? Opens(second) : !Opens(second) && Kind(first) == Kind(second);

    /// <summary>For each label those that it may follow, in their order.</summary>
    public static byte[][] Before { get; } =
        [.. Enumerable.Range(0, Count).Select(second => Enumerable.Range(0, Count).Where(first => Follows(first, second)).Select(first => (byte)first).ToArray())];
}
