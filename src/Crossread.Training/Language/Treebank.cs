// Reads the treebanks that the models learn from.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>One sentence of a treebank.</summary>
internal sealed class GoldSentence
{
    public required string[] Forms { get; init; }

    public required bool[] SpaceAfter { get; init; }

    public required string[] Lemmas { get; init; }

    public required string[] Tags { get; init; }

    /// <summary>Head within the sentence, -1 for the root.</summary>
    public required int[] Heads { get; init; }

    public required Relation[] Relations { get; init; }

    public required string Document { get; init; }

    /// <summary>True if a paragraph begins here.</summary>
    public required bool StartsParagraph { get; init; }

    public int Count => Forms.Length;
}

/// <summary>Reads CoNLL-U treebanks.</summary>
internal static class Treebank
{
    public static List<GoldSentence> Read(string path)
    {
        List<GoldSentence> sentences = [];
        List<string[]> rows = [];
        string document = "";
        bool paragraph = true;
        int rangeEnd = 0;
        bool rangeSpace = true;
        Dictionary<int, bool> spaces = [];
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                document = line;
                paragraph = true;
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                paragraph = true;
            }
            else if (line.Length == 0)
            {
                if (rows.Count > 0)
                {
                    sentences.Add(Build(rows, spaces, document, paragraph));
                    paragraph = false;
                }
                rows = [];
                spaces = [];
                rangeEnd = 0;
            }
            else if (line[0] != '#')
            {
                string[] columns = line.Split('\t');
                bool space = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                int dash = columns[0].IndexOf('-', StringComparison.Ordinal);
                if (dash > 0)
                {
                    rangeEnd = int.Parse(columns[0].AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture);
                    rangeSpace = space;
                }
                else if (!columns[0].Contains('.', StringComparison.Ordinal))
                {
                    rows.Add(columns);
                    spaces[rows.Count - 1] = rows.Count < rangeEnd ? false : rows.Count == rangeEnd ? rangeSpace : space;
                }
            }
        }
        return sentences;
    }

    private static GoldSentence Build(List<string[]> rows, Dictionary<int, bool> spaces, string document, bool paragraph) => new()
    {
        Forms = [.. rows.Select(r => r[1])],
        SpaceAfter = [.. rows.Select((_, i) => spaces[i])],
        Lemmas = [.. rows.Select(r => r[2])],
        Tags = [.. rows.Select(r => r[3] + " " + r[4])],
        Heads = [.. rows.Select(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture) - 1)],
        Relations = [.. rows.Select(r => RelationNames.Parse(r[7]))],
        Document = document,
        StartsParagraph = paragraph,
    };
}
