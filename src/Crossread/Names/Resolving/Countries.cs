// Countries, their adjectives and their capitals.
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>Leads from an adjective or a capital to its country.</summary>
internal sealed class Countries
{
    private static readonly Lazy<Countries> Loaded = new(() => new Countries());

    private readonly Dictionary<string, string> _ofAdjective = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofCapital = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofAnyWord = new(StringComparer.OrdinalIgnoreCase);

    private Countries()
    {
        if (typeof(Countries).Assembly.GetManifestResourceInfo("Names/Finding/countries.tsv") == null)
            return;
        foreach (string[] row in ListFile.Rows("Names/Finding/countries.tsv"))
        {
            string[] names = row[0].Split('|');
            if (names[0].Length == 0)
                continue;
            foreach (string name in names)
                _ofName.TryAdd(name, names[0]);
            foreach (string word in row.Take(3).SelectMany(c => c.Split('|')).Where(w => w.Length > 1))
                _ofAnyWord.TryAdd(word, names[0]);
            foreach (string adjective in row.Length > 1 ? row[1].Split('|') : [])
                _ofAdjective.TryAdd(adjective, names[0]);
            foreach (string capital in row.Length > 3 ? row[3].Split('|') : [])
                _ofCapital.TryAdd(capital, names[0]);
        }
    }

    /// <summary>The list.</summary>
    public static Countries Shared => Loaded.Value;

    /// <summary>The country that an adjective belongs to, as the list names it, or null.</summary>
    public string? OfAdjective(string word) => word.Length > 3 ? _ofAdjective.GetValueOrDefault(word) : null;

    /// <summary>The country whose seat of government this is, or null.</summary>
    public string? OfCapital(string word) => _ofCapital.GetValueOrDefault(word);

    /// <summary>The country that a name, an adjective or a word for its people belongs to, in whatever case it is written, or null.</summary>
    public string? OfAnyWord(string word) => _ofAnyWord.GetValueOrDefault(word);

    /// <summary>The country that has this name, as the list names it first, or null.</summary>
    public string? OfName(string word) => _ofName.GetValueOrDefault(word);
}
