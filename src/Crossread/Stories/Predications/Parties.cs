// Which names stand for the same party: a country, its capital that acts, its seat of power, its adjective.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Text;

namespace Crossread.Stories.Predications;

/// <summary>
/// Keys by which the arguments of two clauses are compared. A country, its government's seat and its capital where it acts
/// are one party here; who is who in the story stays as the names tell it.
/// </summary>
internal sealed class Parties
{
    private static readonly Lazy<FrozenDictionary<string, string>> _countries = new(Countries);
    private static readonly Lazy<FrozenDictionary<string, string>> _capitals = new(Capitals);
    private static readonly string[] _adjectiveEndings = ["n", "an", "ian", "ean", "ese", "i", "ish", "er", "ic"];

    private readonly ImmutableArray<string> _keys;
    private readonly FrozenDictionary<string, string> _places;

    public Parties(ImmutableArray<Entity> entities)
    {
        _keys = [.. entities.Select(Key)];
        Dictionary<string, string> places = [];
        for (int i = 0; i < entities.Length; i++)
        {
            if (entities[i].Kind == EntityKind.Place && !entities[i].Name.Contains(' ', StringComparison.Ordinal) && entities[i].Name.Length >= 4)
                places.TryAdd(entities[i].Name.ToLowerInvariant(), _keys[i]);
        }
        _places = places.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The party of an entity.</summary>
    public string Of(int entity) => _keys[entity];

    /// <summary>The party that an adjective names (<c>Russian</c>; <c>Vesharan</c> where the story has a Veshara), or null.</summary>
    public string? OfAdjective(string word)
    {
        if (word.Length < 4 || !char.IsUpper(word[0]))
            return null;
        string lower = word.ToLowerInvariant();
        if (_countries.Value.TryGetValue(lower, out string? known))
            return known;
        foreach (string ending in _adjectiveEndings)
        {
            if (!lower.EndsWith(ending, StringComparison.Ordinal))
                continue;
            string stem = lower[..^ending.Length];
            if (stem.Length < 3)
                continue;
            if (_places.TryGetValue(stem, out string? place) || _places.TryGetValue(stem + "a", out place) || _places.TryGetValue(stem + "e", out place) || _places.TryGetValue(stem + "ia", out place) || _places.TryGetValue(stem + "y", out place))
                return place;
        }
        return null;
    }

    private static string Key(Entity entity, int index)
    {
        foreach (EntityForm form in entity.Forms)
        {
            string lower = WithoutArticle(form.Form).ToLowerInvariant();
            if (_countries.Value.TryGetValue(lower, out string? country))
                return country;
            if (entity.Kind == EntityKind.Organisation && _capitals.Value.TryGetValue(lower, out country))
                return country;
        }
        // A place is met in nearly every clause of a story; its letter lets comparisons ask more of it than of a person.
        return FormattableString.Invariant($"{(entity.Kind == EntityKind.Place ? 'p' : 'e')}{index}");
    }

    private static string WithoutArticle(string form) => form.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? form[4..] : form;

    private static FrozenDictionary<string, string> Countries()
    {
        Dictionary<string, string> of = [];
        foreach (string[] row in ListFile.Rows("Names/Finding/countries.tsv"))
        {
            string key = "c:" + row[0].Split('|')[0];
            foreach (string word in row.Take(3).SelectMany(c => c.Split('|')).Where(w => w.Length > 1))
                of.TryAdd(word.ToLowerInvariant(), key);
        }
        foreach (string[] row in ListFile.Rows("Stories/Predications/seats.tsv"))
            of.TryAdd(row[0].ToLowerInvariant(), of.GetValueOrDefault(row[1].ToLowerInvariant(), "c:" + row[1]));
        return of.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> Capitals()
    {
        Dictionary<string, string> of = [];
        foreach (string[] row in ListFile.Rows("Names/Finding/countries.tsv").Where(r => r.Length > 3))
        {
            foreach (string capital in row[3].Split('|').Where(w => w.Length > 1))
                of.TryAdd(capital.ToLowerInvariant(), "c:" + row[0].Split('|')[0]);
        }
        return of.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
