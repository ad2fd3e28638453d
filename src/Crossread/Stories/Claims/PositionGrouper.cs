// Which positions are on one proposition: an index by what two of them must share, and what holds together.
using System.Collections.Immutable;

using Crossread.Stories.Predications;

namespace Crossread.Stories.Claims;

/// <summary>Groups positions into propositions. Nothing compares all with all.</summary>
/// <param name="positions">The positions.</param>
/// <param name="table">The predications of the story.</param>
internal sealed class PositionGrouper(Position[] positions, PredicationTable table)
{
    private readonly Dictionary<(string Deed, int Event, string Shared), List<int>> _rows = [];
    private readonly int[] _group = [.. Enumerable.Repeat(-1, positions.Length)];
    private readonly int[] _comparedWith = [.. Enumerable.Repeat(-1, positions.Length)];

    /// <summary>The groups, each in the order of the positions.</summary>
    /// <param name="opens">True if the position opens a claim: two positions of which neither does are not held together.</param>
    /// <param name="utterances">The utterances of the story.</param>
    public IEnumerable<Position[]> Group(Func<Position, bool> opens, ImmutableArray<Utterance> utterances)
    {
        bool[] opening = [.. positions.Select(opens)];
        for (int i = 0; i < positions.Length; i++)
        {
            foreach (var shared in Rows(positions[i].Predication, stands: true))
            {
                if (!_rows.TryGetValue(shared, out List<int>? row))
                    _rows.Add(shared, row = []);
                row.Add(i);
            }
        }
        for (int i = 0; i < positions.Length; i++)
        {
            if (_group[i] < 0)
                Grow(i, opening);
        }
        JoinWordings(utterances);
        return Enumerable.Range(0, positions.Length).GroupBy(Top).SelectMany(g => Parted([.. g.Select(i => positions[i])]));
    }

    // "Peru, Chile and Bolivia back him" holds together "Peru does not" and "backed by Chile and Bolivia", which says nothing of Peru.
    private static IEnumerable<Position[]> Parted(Position[] group)
    {
        HashSet<string> denied = [.. group.Where(p => p.Side == Side.Denies).SelectMany(p => SameProposition.Named(p.Predication))];
        ILookup<bool, Position> beside = group.ToLookup(p => p.Side == Side.Asserts && denied.Count > 0 && !Fits(SameProposition.Named(p.Predication), denied));
        return new[] { beside[false].ToArray(), beside[true].ToArray() }.Where(g => g.Length > 0);
    }

    // A position that has found its group leaves the rows: so the cost is that of the positions that do not hold together.
    private void Grow(int first, bool[] opening)
    {
        Queue<int> waiting = new([first]);
        _group[first] = first;
        HashSet<string> doers = [.. SameProposition.Named(positions[first].Predication)], places = [.. SameProposition.Places(positions[first].Predication)];
        while (waiting.TryDequeue(out int i))
        {
            foreach (var shared in Rows(positions[i].Predication, stands: false))
            {
                if (!_rows.TryGetValue(shared, out List<int>? row))
                    continue;
                int kept = 0;
                foreach (int j in row.ToArray())
                {
                    if (_group[j] >= 0)
                        continue;
                    Predication other = positions[j].Predication;
                    if (_comparedWith[j] != i && (opening[i] || opening[j]) && SameProposition.Holds(positions[i].Predication, other) && Fits(SameProposition.Named(other), doers) && Fits(SameProposition.Places(other), places))
                    {
                        _group[j] = first;
                        doers.UnionWith(SameProposition.Named(other));
                        places.UnionWith(SameProposition.Places(other));
                        waiting.Enqueue(j);
                        continue;
                    }
                    _comparedWith[j] = i;
                    row[kept++] = j;
                }
                row.RemoveRange(kept, row.Count - kept);
            }
        }
    }

    // A clause that names no doer ("the returns were released") does not make what two others did one thing.
    private static bool Fits(IEnumerable<string> named, HashSet<string> known) => known.Count == 0 || !named.Any() || named.Any(known.Contains);

    // What two clauses of one deed must share to tell the same: a thing that it is done to, somebody it is done for, or, where one does
    // not say to what it is done, the doer. What is too common to tell by itself counts only beside something else that they share.
    // A clause that names a place need not look among those that name another one.
    private IEnumerable<(string Deed, int Event, string Shared)> Rows(Predication told, bool stands)
    {
        string[] places = [.. SameProposition.Places(told).Distinct(StringComparer.Ordinal)];
        IEnumerable<string> sorts = stands ? places.Length == 0 ? ["", "nowhere"] : [.. places, ""] : places.Length == 0 ? [""] : [.. places, "nowhere"];
        HashSet<string> rows = new(StringComparer.Ordinal);
        bool alone = SameProposition.IsTellingAlone(told);
        IEnumerable<string> doers = told.Objects.IsEmpty || alone ? told.Subjects.SelectMany(a => a.Keys) : [];
        string[] telling = [.. told.Subjects.Concat(told.Objects).Concat(told.Obliques).SelectMany(a => a.Keys).Where(k => alone || !DeedList.IsGeneric(k))];
        foreach (string key in told.Objects.SelectMany(a => a.Keys).Concat(SameProposition.Beneficiaries(told)).Concat(doers))
        {
            if (alone || !DeedList.IsGeneric(key))
                rows.Add(key);
            else
                rows.UnionWith(telling.Select(k => $"{key} {k}"));
        }
        return rows.SelectMany(r => sorts.Select(s => (told.Deed, table.Events[told.Report], $"{r} at {s}")));
    }

    // The same words of one speaker, told by several reports, take one side of one claim, whatever the trees make of them.
    private void JoinWordings(ImmutableArray<Utterance> utterances)
    {
        Dictionary<(int, int), int> utteranceOf = [];
        for (int u = 0; u < utterances.Length; u++)
        {
            foreach (StatementRef wording in utterances[u].Statements)
                utteranceOf[(wording.Report, wording.Statement)] = u;
        }
        Dictionary<(int Utterance, string Deed, bool Negated), int> first = [];
        for (int i = 0; i < positions.Length; i++)
        {
            Predication one = positions[i].Predication;
            if (positions[i].Statement is not int s || !one.HeadsStatement || !utteranceOf.TryGetValue((one.Report, s), out int u))
                continue;
            if (!first.TryGetValue((u, one.Deed, one.Negated), out int before))
                first.Add((u, one.Deed, one.Negated), i);
            else if ((positions[before].Predication.Report, positions[before].Statement) != (one.Report, s) && SameProposition.Compare(positions[before].Predication.Objects, one.Objects, ofObjects: true) != Agreement.Differs)
                _group[Math.Max(Top(i), Top(before))] = Math.Min(Top(i), Top(before));
        }
    }

    private int Top(int i)
    {
        while (_group[i] != i)
            i = _group[i] = _group[_group[i]];
        return i;
    }
}
