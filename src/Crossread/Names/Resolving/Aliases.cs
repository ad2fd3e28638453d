// Names that are one by general knowledge.
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>Acronyms and second names of well-known bodies, countries and cities.</summary>
internal sealed class Aliases
{
    private static readonly Lazy<Aliases> Loaded = new(() => new Aliases());

    private readonly Dictionary<string, string> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    private Aliases()
    {
        foreach (string[] row in ListFile.Rows("Names/Resolving/aliases.tsv"))
        {
            string[] forms = row[1].Split('|');
            foreach (string form in forms)
                (row[0] == "place" ? _places : _organisations).TryAdd(KeyOf(form), forms[0]);
        }
    }

    /// <summary>The lists.</summary>
    public static Aliases Shared => Loaded.Value;

    /// <summary>The fullest form of an organisation's name, or null if it is in no list.</summary>
    public string? Organisation(string form) => _organisations.GetValueOrDefault(KeyOf(form));

    /// <summary>The fullest form of a place's name, or null if it is in no list.</summary>
    public string? Place(string form) => _places.GetValueOrDefault(KeyOf(form));

    // Capitals count in an acronym: “US” is a country, “us” and “Us” are not.
    private static string KeyOf(string form)
    {
        string folded = LetterFolding.Fold(form);
        return folded.Length <= 5 && form.All(c => !char.IsLetter(c) || char.IsUpper(c)) ? folded.ToUpperInvariant() : folded;
    }
}
