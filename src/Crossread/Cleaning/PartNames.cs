// What the names of a page's parts say of what they hold.
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Holds the class, id, role and itemprop of an element against blocks.tsv.</summary>
internal static class PartNames
{
    private static readonly Lazy<Lists> _lists = new(Load);

    private sealed record Lists(List<(string Part, double Score)> DateParts, List<(string Word, double Score)> DateWords, Dictionary<string, string> Names, Dictionary<string, string> Words, List<(string Part, string Kind)> Parts, List<string> Story, List<string> Headlines, List<string> Leads);

    /// <summary>True if the names say that the element holds the story.</summary>
    public static bool HoldsStory(string names)
    {
        if (names.Length == 0)
            return false;
        foreach (string part in _lists.Value.Story)
        {
            if (names.Contains(part, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>True if the names say that the element holds the headline.</summary>
    public static bool HoldsHeadline(string names) => names.Length > 0 && _lists.Value.Headlines.Exists(part => names.Contains(part, StringComparison.Ordinal));

    /// <summary>True if the names say that the element sums the story up under its headline.</summary>
    public static bool HoldsLead(string names) => names.Length > 0 && _lists.Value.Leads.Exists(part => names.Contains(part, StringComparison.Ordinal));

    /// <summary>Kind of furniture (a key of reasons.tsv) that the names speak of, or null.</summary>
    public static string? Furniture(string names)
    {
        if (names.Length == 0)
            return null;
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> words = _lists.Value.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> text = names;
        for (int i = 0; i < text.Length;)
        {
            while (i < text.Length && !char.IsAsciiLetter(text[i]))
                i++;
            int start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
                i++;
            if (i > start && words.TryGetValue(text[start..i], out string? kind))
                return kind;
        }
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> whole = _lists.Value.Names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range name in text.Split(' '))
        {
            if (whole.TryGetValue(text[name], out string? named))
                return named;
        }
        foreach ((string part, string kind) in _lists.Value.Parts)
        {
            if (names.Contains(part, StringComparison.Ordinal))
                return kind;
        }
        return null;
    }

    /// <summary>Above 0 if the names speak of a publication date, below if of another date.</summary>
    public static double DateScore(string names)
    {
        double best = 0;
        foreach ((string part, double score) in _lists.Value.DateParts)
        {
            if (names.Contains(part, StringComparison.Ordinal))
                best = score < 0 ? score : Math.Max(best, score);
        }
        return best;
    }

    /// <summary>Above 0 if a line's words speak of publication, below if of another date.</summary>
    public static double DateWords(string line)
    {
        foreach ((string word, double score) in _lists.Value.DateWords)
        {
            if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
                return score;
        }
        return 0;
    }

    private static Lists Load()
    {
        Lists lists = new([], [], new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), [], [], [], []);
        foreach (string[] row in ListFile.Rows("Cleaning/blocks.tsv"))
        {
            if (row[0] == "d")
                (row[1] == "part" ? lists.DateParts : lists.DateWords).Add((row[2], row[3] == "published" ? 2 : row[3] == "perhaps" ? 1 : -2.5));
            else if (row[0] == "+")
                (row[3] switch { "headline" => lists.Headlines, "lead" => lists.Leads, _ => lists.Story }).Add(row[2]);
            else if (row[1] == "name")
                lists.Names[row[2]] = row[3];
            else if (row[1] == "word")
                lists.Words[row[2]] = row[3];
            else
                lists.Parts.Add((row[2], row[3]));
        }
        return lists;
    }
}
