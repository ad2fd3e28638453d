// Which mentions of organisations, places and other things in one report are one.
namespace Crossread.Names.Resolving;

/// <summary>
/// Gathers everything that is no person: same words, acronym and long form, the end of a longer name, letters that sound alike.
/// Where a short name could be two long ones, it stays apart.
/// </summary>
internal sealed class BodyClusters(ResolverInput input, EntityKind kind, bool government)
{
    private const int MostCandidates = 64;

    private readonly List<Cluster> _clusters = [];
    private readonly Dictionary<string, Cluster> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Cluster Cluster, string Text)>> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganisationForm> _bodies = new(StringComparer.Ordinal);

    private bool IsPlace => kind == EntityKind.Place || government;

    /// <summary>Gathers the mentions (indices in text order) and returns what they name.</summary>
    public List<Cluster> Gather(IReadOnlyList<int> mentions)
    {
        // Long names first: acronyms and short forms lean on them. Equal lengths keep the order of the text.
        foreach (string text in mentions.Select(m => input.Form(m).Text).Distinct(StringComparer.Ordinal).OrderByDescending(Weight))
        {
            if (kind != EntityKind.Organisation || government || !Body(text).IsGeneral)
                Place(text);
        }
        Dictionary<string, Cluster> lastBy = new(StringComparer.Ordinal);
        foreach (int m in mentions)
        {
            string text = input.Form(m).Text;
            if (!_byText.TryGetValue(text, out Cluster? cluster))
                cluster = General(text, lastBy);
            if (kind == EntityKind.Organisation && !government && Body(text) is { IsGeneral: false, Words: [.., var last] })
                lastBy[last] = cluster;
            cluster.Mentions.Add(m);
        }
        return [.. _clusters.Where(c => c.Mentions.Count > 0)];
    }

    private int Weight(string text) => IsPlace || kind != EntityKind.Organisation ? CountWords(text) : Body(text) is { Acronym.Length: > 0 } ? 0 : Body(text).Words.Length;

    private static int CountWords(string text) => NameForm.Of(text).Words.Length;

    private OrganisationForm Body(string text)
    {
        if (!_bodies.TryGetValue(text, out OrganisationForm? body))
            _bodies[text] = body = OrganisationForm.Of(text);
        return body;
    }

    private void Place(string text)
    {
        Cluster? best = null;
        NameMatch? why = null;
        bool doubtful = false;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string key in Keys(text))
        {
            foreach ((Cluster cluster, string other) in _index.GetValueOrDefault(key) ?? [])
            {
                if (!seen.Add(other) || input.Verdicts.Different(text, other) || Compare(text, other) is not NameMatch match)
                    continue;
                if (why != null && best != cluster && Math.Abs(match.Cost - why.Cost) < 0.011 && match.Cost > 0.05)
                    doubtful = true;
                else if (why == null || match.Cost < why.Cost - 1e-9)
                    (best, why, doubtful) = (cluster, match, false);
            }
        }
        if (best == null || doubtful)
            _clusters.Add(best = new Cluster(kind) { Government = government });
        else
            best.Add(why!.Because);
        best.Forms.Add(NameForm.Of(text));
        _byText[text] = best;
        foreach (string key in Keys(text))
        {
            if (!_index.TryGetValue(key, out List<(Cluster, string)>? list))
                _index[key] = list = [];
            if (list.Count < MostCandidates)
                list.Add((best, text));
        }
    }

    private NameMatch? Compare(string one, string other) => kind switch
    {
        _ when IsPlace => PlaceMatcher.Compare(NameForm.Of(one), NameForm.Of(other)),
        EntityKind.Organisation => OrganisationMatcher.Compare(Body(one), Body(other)),
        _ => NameForm.Of(one).Plain == NameForm.Of(other).Plain ? new NameMatch(0, "") : null,
    };

    // Where a name can meet the names it may be one with.
    private List<string> Keys(string text) => MeetingKeys.Of(text, IsPlace ? EntityKind.Place : kind);

    // “The Council” takes up the last body named that ends so.
    private Cluster General(string text, Dictionary<string, Cluster> lastBy)
    {
        if (lastBy.TryGetValue(Body(text).Words[0], out Cluster? last) && last.Forms.TrueForAll(f => !input.Verdicts.Different(text, f.Text)))
        {
            last.Add($"“{text}” takes up “{last.Forms[0].Text}”, the last one named that ends so");
            return last;
        }
        Place(text);
        return _byText[text];
    }
}
