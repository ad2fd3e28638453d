// Which mentions of people in one report are one person.
namespace Crossread.Names.Resolving;

/// <summary>
/// Gathers people: full names by spelling and sound first, then surnames and given names alone, each where it stands in the text.
/// </summary>
internal sealed class PersonClusters(ResolverInput input)
{
    private const int MostCandidates = 64;

    // So many spellings of one person are compared; a text with more is no report.
    private const int MostForms = 24;

    private const int ClearlyMore = 3;

    // So many sentences long a bare surname stays with the one it meant before.
    private const int OwnerSentences = 3;

    private readonly List<Cluster> _clusters = [];
    private readonly Dictionary<string, Cluster> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Cluster>> _bySound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Cluster>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cluster> _bare = new(StringComparer.Ordinal);
    private readonly Dictionary<Cluster, int> _times = [];
    private readonly Dictionary<string, Cluster> _owners = new(StringComparer.Ordinal);

    /// <summary>Gathers the mentions (indices in text order) and returns the people in the order they were met.</summary>
    public List<Cluster> Gather(IReadOnlyList<int> mentions)
    {
        foreach (int m in mentions)
        {
            if (input.Form(m).IsFull)
                AddFull(m);
        }
        foreach (int m in mentions)
        {
            Cluster cluster = input.Form(m).IsFull ? _byKey[KeyOf(input.Form(m))] : AddBare(m);
            _times[cluster] = _times.GetValueOrDefault(cluster) + 1;
            cluster.LastAt = input.Mentions[m].Span.Start;
        }
        return _clusters;
    }

    private static string KeyOf(NameForm form) => form.Suffix.Length == 0 ? form.Key : form.Key + " " + form.Suffix;

    private void AddFull(int m)
    {
        NameForm form = input.Form(m);
        if (!_byKey.TryGetValue(KeyOf(form), out Cluster? cluster))
        {
            (cluster, NameMatch? match) = Nearest(form);
            if (cluster == null)
                _clusters.Add(cluster = new Cluster(EntityKind.Person));
            else
                cluster.Add(match!.Because);
            cluster.Forms.Add(form);
            _byKey.Add(KeyOf(form), cluster);
            Index(form, cluster);
        }
        cluster.Mentions.Add(m);
    }

    private void Index(NameForm form, Cluster cluster)
    {
        foreach (string key in SoundKeys(form))
            Add(_bySound, key, cluster);
        foreach (NameWord word in form.Words)
            Add(_byWord, word.Folded, cluster);
    }

    private static IEnumerable<string> SoundKeys(NameForm form) =>
        SoundKey.Of(form.Joined).Concat(form.Words.Where(w => !w.Initial).SelectMany(w => w.Sounds)).Distinct(StringComparer.Ordinal);

    private static void Add(Dictionary<string, List<Cluster>> index, string key, Cluster cluster)
    {
        if (!index.TryGetValue(key, out List<Cluster>? list))
            index[key] = list = [];
        if (list.Count < MostCandidates && !list.Contains(cluster))
            list.Add(cluster);
    }

    private (Cluster?, NameMatch?) Nearest(NameForm form)
    {
        Cluster? best = null;
        NameMatch? why = null;
        bool shared = false;
        HashSet<Cluster> seen = [];
        foreach (string key in SoundKeys(form))
        {
            foreach (Cluster cluster in _bySound.GetValueOrDefault(key) ?? [])
            {
                if (seen.Count >= MostCandidates || !seen.Add(cluster))
                    continue;
                NameMatch? match = Match(form, cluster);
                // Two people with the same two surnames: they alone do not tell which.
                shared |= match is { Cost: PersonMatcher.SurnamesCost } && why is { Cost: PersonMatcher.SurnamesCost };
                if (match != null && (why == null || match.Cost < why.Cost))
                    (best, why) = (cluster, match);
            }
        }
        return shared && why is { Cost: PersonMatcher.SurnamesCost } ? (null, null) : (best, why);
    }

    // A name joins a cluster if it agrees with one of its names and contradicts none.
    private NameMatch? Match(NameForm form, Cluster cluster)
    {
        NameMatch? best = null;
        foreach (NameForm other in cluster.Forms.Take(MostForms))
        {
            if (input.Verdicts.Different(form.Text, other.Text))
                return null;
            NameMatch? match = PersonMatcher.Compare(form, other);
            if (match == null)
                return null;
            if (best == null || match.Cost < best.Cost)
                best = match;
        }
        return best;
    }

    private Cluster AddBare(int m)
    {
        NameForm form = input.Form(m);
        List<(Cluster Cluster, NameMatch Match)> candidates = Candidates(form);
        (Cluster? found, string because) = Choose(m, form, candidates);
        if (found == null)
        {
            // Of two people whom the surname may mean, "Ms" and "Mr" never mean the same one.
            string key = candidates.Count > 1 ? $"?{input.Gender(m)} {form.Key}" : form.Key;
            if (!_bare.TryGetValue(key, out found))
            {
                found = candidates.Count > 1 ? null : NearBare(form);
                if (found == null)
                {
                    _clusters.Add(found = new Cluster(EntityKind.Person));
                    foreach (string sound in SoundKey.Of(form.Joined))
                        Add(_bySound, "bare " + sound, found);
                }
                found.Forms.Add(form);
                _bare.Add(key, found);
            }
        }
        else
        {
            _owners[form.Key] = found;
        }
        found.Add(because);
        found.Mentions.Add(m);
        return found;
    }

    private List<(Cluster, NameMatch)> Candidates(NameForm form)
    {
        List<(Cluster Cluster, NameMatch Match)> found = [];
        if (form.Words.IsEmpty)
            return found;
        IEnumerable<Cluster> near = _byWord.GetValueOrDefault(form.Last.Folded)
            ?? form.Last.Sounds.SelectMany(k => _bySound.GetValueOrDefault(k) ?? []).Distinct();
        foreach (Cluster cluster in near)
        {
            NameMatch? best = null;
            foreach (NameForm full in cluster.Forms.Take(MostForms))
            {
                if (full.IsFull && !input.Verdicts.Different(form.Text, full.Text) && PersonMatcher.Compare(form, full) is NameMatch match && (best == null || match.Cost < best.Cost))
                    best = match;
            }
            if (best != null)
                found.Add((cluster, best));
        }
        // A surname spelt alike goes before a part, a part before a given name, that before a name that only sounds alike.
        double nearest = found.Count == 0 ? 0 : found.Min(f => Math.Min(f.Match.Cost, 0.1));
        found.RemoveAll(f => Math.Min(f.Match.Cost, 0.1) > nearest + 0.001);
        return found;
    }

    private (Cluster?, string) Choose(int m, NameForm form, List<(Cluster Cluster, NameMatch Match)> candidates)
    {
        List<(Cluster Cluster, NameMatch Match)> fitting = Fitting(m, candidates);
        if (fitting.Count == 0)
            return (null, "");
        if (fitting.Count == 1)
            return (fitting[0].Cluster, candidates.Count == 1 ? fitting[0].Match.Because : $"{fitting[0].Match.Because}, by the words that stand with it");
        if (_owners.TryGetValue(form.Key, out Cluster? owner) && fitting.Find(c => c.Cluster == owner) is { Cluster: not null } kept
            && input.SentenceAt(input.Mentions[m].Span.Start) - input.SentenceAt(owner.LastAt) <= OwnerSentences)
        {
            return (owner, $"“{form.Text}” is still {owner.Forms[0].Text}");
        }
        if (ByRole(m, fitting) is { } role)
            return (role.Cluster, $"{role.Match.Because}, by the role that stands with it");
        List<(Cluster Cluster, NameMatch Match)> most = [.. fitting.OrderByDescending(c => _times.GetValueOrDefault(c.Cluster))];
        if (_times.GetValueOrDefault(most[0].Cluster) >= ClearlyMore * Math.Max(1, _times.GetValueOrDefault(most[1].Cluster)))
            return (most[0].Cluster, $"“{form.Text}” is the one named most: {most[0].Cluster.Forms[0].Text}");
        List<(Cluster Cluster, NameMatch Match)> before = [.. fitting.Where(c => c.Cluster.LastAt >= 0).OrderByDescending(c => c.Cluster.LastAt)];
        if (before.Count == 1 || before.Count > 1 && input.SentenceAt(before[0].Cluster.LastAt) != input.SentenceAt(before[1].Cluster.LastAt))
            return (before[0].Cluster, $"“{form.Text}” is the one named last: {before[0].Cluster.Forms[0].Text}");
        // Above the first full name, in headline and lead, stands the one who is named first below.
        if (before.Count == 0)
            return fitting.MinBy(c => c.Cluster.Mentions[0]) is var first ? (first.Cluster, $"“{form.Text}” is the one named first in full: {first.Cluster.Forms[0].Text}") : default;
        return (null, $"“{form.Text}” stays apart: it may be {string.Join(" or ", candidates.Take(3).Select(c => c.Cluster.Forms[0].Text))}");
    }

    // Without those whom a title or given name makes of the other sex; relatives of the one who bears the bare surname come last.
    private List<(Cluster Cluster, NameMatch Match)> Fitting(int m, List<(Cluster Cluster, NameMatch Match)> candidates)
    {
        List<(Cluster Cluster, NameMatch Match)> fitting = candidates;
        if (input.Gender(m) is var gender && gender != Gender.Unknown)
        {
            fitting = candidates.FindAll(c => ClusterGender(c.Cluster) is var g && (g == gender || g == Gender.Unknown));
            List<(Cluster Cluster, NameMatch Match)> sure = fitting.FindAll(c => ClusterGender(c.Cluster) == gender);
            return sure.Count == 1 ? sure : fitting;
        }
        return fitting.FindAll(c => !c.Cluster.Mentions.Take(20).Any(input.IsRelative) && !(c.Cluster.LastAt < 0 && c.Cluster.Forms[0].Suffix.Length > 0));
    }

    private (Cluster Cluster, NameMatch Match)? ByRole(int m, List<(Cluster Cluster, NameMatch Match)> candidates)
    {
        HashSet<string> words = [.. input.RoleWords(m)];
        if (words.Count == 0)
            return null;
        List<(Cluster Cluster, NameMatch Match)> same = candidates.FindAll(c => c.Cluster.Mentions.Take(20).Any(o => input.RoleWords(o).Any(words.Contains)));
        return same.Count == 1 ? same[0] : null;
    }

    private Gender ClusterGender(Cluster cluster)
    {
        foreach (int m in cluster.Mentions.Take(20))
        {
            if (input.Gender(m) is var gender && gender != Gender.Unknown)
                return gender;
        }
        return Gender.Unknown;
    }

    private Cluster? NearBare(NameForm form)
    {
        foreach (string sound in SoundKey.Of(form.Joined))
        {
            foreach (Cluster cluster in _bySound.GetValueOrDefault("bare " + sound) ?? [])
            {
                if (!form.Words.IsEmpty && Match(form, cluster) is NameMatch match)
                {
                    cluster.Add($"“{form.Text}” and “{cluster.Forms[0].Text}” are one name: {match.Because}");
                    return cluster;
                }
            }
        }
        return null;
    }
}
