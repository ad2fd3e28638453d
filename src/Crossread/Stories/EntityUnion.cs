// Which units were brought together.
using Crossread.Names;
using Crossread.Names.Resolving;

namespace Crossread.Stories;

/// <summary>Disjoint sets of units (Tarjan's union-find) with what forbids two sets to become one.</summary>
internal sealed class EntityUnion
{
    private readonly List<EntityUnit> _units;
    private readonly Verdicts _verdicts;
    private readonly int[] _parent;
    private readonly List<int>[] _of;
    private readonly HashSet<int>[] _reports;
    private readonly List<string>[] _because;

    /// <summary>Starts with every unit by itself.</summary>
    public EntityUnion(List<EntityUnit> units, Verdicts verdicts)
    {
        _units = units;
        _verdicts = verdicts;
        _parent = [.. Enumerable.Range(0, units.Count)];
        _of = [.. _parent.Select(i => new List<int> { i })];
        _reports = [.. units.Select(u => u.Members.Select(m => m.Report).ToHashSet())];
        _because = [.. units.Select(_ => new List<string>())];
    }

    /// <summary>The set that a unit is in, as the number of one of its units.</summary>
    public int Root(int unit)
    {
        while (_parent[unit] != unit)
            unit = _parent[unit] = _parent[_parent[unit]];
        return unit;
    }

    /// <summary>The units of a set.</summary>
    public IReadOnlyList<int> Of(int root) => _of[root];

    /// <summary>Why the units of a set are one.</summary>
    public IReadOnlyList<string> Because(int root) => _because[root];

    /// <summary>Mentions of a set.</summary>
    public int Mentions(int root) => _of[root].Sum(u => _units[u].Mentions);

    /// <summary>True if a reader or the names themselves keep the sets of two units apart.</summary>
    /// <param name="one">A unit.</param>
    /// <param name="other">Another.</param>
    /// <param name="sameReport">True if both may have a member in one report.</param>
    public bool Apart(int one, int other, bool sameReport)
    {
        int a = Root(one), b = Root(other);
        if (!sameReport && (_reports[a].Count <= _reports[b].Count ? _reports[a].Overlaps(_reports[b]) : _reports[b].Overlaps(_reports[a])))
            return true;
        foreach (int x in _of[a].Take(EntityUnit.MostForms))
        {
            foreach (int y in _of[b].Take(EntityUnit.MostForms))
            {
                if (UnitsApart(_units[x], _units[y]))
                    return true;
            }
        }
        return false;
    }

    private bool UnitsApart(EntityUnit one, EntityUnit other)
    {
        foreach (NameForm a in one.Forms)
        {
            foreach (NameForm b in other.Forms)
            {
                if (_verdicts.Different(a.Text, b.Text) || one.Kind == EntityKind.Person && other.Kind == EntityKind.Person && PersonMatcher.Conflict(a, b))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Makes the sets of two units one.</summary>
    public void Join(int one, int other, string because)
    {
        int a = Root(one), b = Root(other);
        if (a == b)
            return;
        if (_of[a].Count < _of[b].Count || _of[a].Count == _of[b].Count && a > b)
            (a, b) = (b, a);
        _parent[b] = a;
        _of[a].AddRange(_of[b]);
        _reports[a].UnionWith(_reports[b]);
        _because[a].AddRange(_because[b]);
        if (because.Length > 0)
            _because[a].Add(because);
    }
}
