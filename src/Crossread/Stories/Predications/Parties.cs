// Which names stand for the same party: a country, its capital that acts, its seat of power, its adjective.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Names.Resolving;
using Crossread.Text;

namespace Crossread.Stories.Predications;

/// <summary>
/// Keys by which the arguments of two clauses are compared. A country, its government's seat and its capital where it acts
/// are one party here; who is who in the story stays as the names tell it.
/// </summary>
internal sealed class Parties
{
    private static readonly Lazy<FrozenDictionary<string, string>> _seats = new(Seats);
    private static readonly string[] _adjectiveEndings = ["n", "an", "ian", "ean", "ese", "i", "ish", "er", "ic"];

    private readonly ImmutableArray<string> _keys;
    private readonly FrozenDictionary<string, string> _places;

    public Parties(ImmutableArray<Entity> entities)
    {
        // "Rovia" told as a place here and as a state there is one party.
        Dictionary<string, int> first = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < entities.Length; i++)
        {
            if (!first.TryGetValue(Called(entities[i]), out int known) || entities[i].Kind == EntityKind.Place && entities[known].Kind != EntityKind.Place)
                first[Called(entities[i])] = i;
        }
        _keys = [.. entities.Select(e => Key(entities[first[Called(e)]], first[Called(e)]))];
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
        if (CountryOf(word) is { } known)
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

    // The form used most; "on Sunday Rovia's minister" may have made the longest one.
    private static string Called(Entity entity) => entity.Forms.IsDefaultOrEmpty ? entity.Name : WithoutArticle(entity.Forms[0].Form);

    private static string Key(Entity entity, int index)
    {
        foreach (EntityForm form in entity.Forms)
        {
            string name = WithoutArticle(form.Form);
            if (CountryOf(name) is { } country)
                return country;
            // A capital that acts is its government.
            if (entity.Kind == EntityKind.Organisation && Countries.Shared.OfCapital(name) is { } governed)
                return "c:" + governed;
        }
        // A place is met in nearly every clause of a story; its letter lets comparisons ask more of it than of a person.
        return FormattableString.Invariant($"{(entity.Kind == EntityKind.Place ? 'p' : 'e')}{index}");
    }

    private static string WithoutArticle(string form) => form.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? form[4..] : form;

    // A country, by its name, its adjective, its people or its seat of power.
    private static string? CountryOf(string word) =>
        Countries.Shared.OfAnyWord(word) is { } country ? "c:" + country : _seats.Value.GetValueOrDefault(word);

    private static FrozenDictionary<string, string> Seats() =>
        ListFile.Rows("Stories/Predications/seats.tsv").DistinctBy(r => r[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(r => r[0], r => "c:" + (Countries.Shared.OfAnyWord(r[1]) ?? r[1]), StringComparer.OrdinalIgnoreCase);
}
