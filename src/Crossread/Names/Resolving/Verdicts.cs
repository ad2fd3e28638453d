// A reader's decisions, ready for look-up.
namespace Crossread.Names.Resolving;

/// <summary>Answers for two names whether a reader decided that they are one or two.</summary>
internal sealed class Verdicts
{
    private readonly HashSet<(string, string)> _same = [];
    private readonly HashSet<(string, string)> _different = [];

    /// <summary>Takes up the decisions; null is none.</summary>
    public Verdicts(NameDecisions? decisions)
    {
        foreach (NamePair pair in decisions?.Same ?? [])
            _same.Add(Pair(pair.One, pair.Other));
        foreach (NamePair pair in decisions?.Different ?? [])
            _different.Add(Pair(pair.One, pair.Other));
    }

    /// <summary>True if no decision was made at all.</summary>
    public bool IsEmpty => _same.Count == 0 && _different.Count == 0;

    /// <summary>True if the reader decided that the two are one.</summary>
    public bool Same(string one, string other) => _same.Count > 0 && _same.Contains(Pair(one, other));

    /// <summary>True if the reader decided that the two are not one.</summary>
    public bool Different(string one, string other) => _different.Count > 0 && _different.Contains(Pair(one, other));

    private static (string, string) Pair(string one, string other)
    {
        string a = NameForm.Of(one).Plain, b = NameForm.Of(other).Plain;
        return string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
    }
}
