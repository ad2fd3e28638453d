// Whether two names of places can be one place's.
namespace Crossread.Names.Resolving;

/// <summary>Compares names of places: known second names, letters that sound alike, the same words with or without an article.</summary>
internal static class PlaceMatcher
{
    private const double Limit = 0.11;

    /// <summary>Compares two names; the order does not matter. Null if they are not known to be one.</summary>
    public static NameMatch? Compare(NameForm one, NameForm other)
    {
        if (one.Words.IsEmpty || other.Words.IsEmpty)
            return null;
        string? a = Aliases.Shared.Place(one.Text), b = Aliases.Shared.Place(other.Text);
        if (a != null && a == b)
            return one.Text == other.Text ? new NameMatch(0, "") : new NameMatch(0.01, $"“{one.Text}” and “{other.Text}” are both {a}");
        if (one.Key == other.Key && a == b)
            return new NameMatch(0, one.Text == other.Text ? "" : $"“{one.Text}” and “{other.Text}” differ only in marks, hyphens or articles");
        if (a != null && b != null || IsCountry(one) || IsCountry(other) || one.Words.Length != other.Words.Length)
            return null;
        double cost = 0;
        List<string> why = [];
        for (int i = 0; i < one.Words.Length; i++)
        {
            NameWord x = one.Words[i], y = other.Words[i];
            if (x.Folded == y.Folded || Short(x.Folded) == Short(y.Folded))
                continue;
            if (Math.Min(x.Folded.Length, y.Folded.Length) < 5 || PersonMatcher.Words(x, y, Limit) is not { Hard: 0 } match)
                return null;
            cost += match.Cost;
            why.Add(match.Why);
        }
        return cost > Limit ? null : new NameMatch(0.02 + cost, $"“{one.Text}” and “{other.Text}” are one name: {string.Join("; ", why)}");
    }

    private static bool IsCountry(NameForm form) => Countries.Shared.OfName(form.Text) != null;

    private static string Short(string word) => word switch
    {
        "saint" or "sankt" => "st",
        "mount" => "mt",
        "fort" => "ft",
        _ => word,
    };
}
