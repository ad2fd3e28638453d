// Who is who inside one report.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names.Resolving;

namespace Crossread.Names;

/// <summary>Brings the mentions of one report together into entities and resolves pronouns and descriptions.</summary>
public static class NameResolver
{
    /// <summary>Resolves the mentions of one report.</summary>
    /// <param name="text">The report's words.</param>
    /// <param name="mentions">The names found, in the order of the text.</param>
    /// <param name="decisions">A reader's decisions, obeyed before every rule; null is none.</param>
    public static ReportNames Resolve(
        AnnotatedText text, ImmutableArray<Mention> mentions, NameDecisions? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        mentions = MentionFilter.Apply(text, mentions);
        ResolverInput input = new(text, mentions, new Verdicts(decisions));
        EntityKind[] kinds = KindVotes.Settle(input);
        List<Cluster> clusters = Gather(input, kinds);
        mentions = [.. mentions.Select((mention, m) => kinds[m] == mention.Kind ? mention : mention with { Kind = kinds[m] })];
        clusters.Sort((a, b) => a.Mentions[0].CompareTo(b.Mentions[0]));
        int[] entityOf = new int[mentions.Length];
        for (int e = 0; e < clusters.Count; e++)
        {
            foreach (int m in clusters[e].Mentions)
                entityOf[m] = e;
        }
        ImmutableArray<LocalEntity>.Builder entities = ImmutableArray.CreateBuilder<LocalEntity>(clusters.Count);
        entities.AddRange(clusters.Select(c => Entity(input, c)));
        ImmutableArray<Reference> references = ReferenceFinder.Find(input, [.. entityOf], entities);
        return new ReportNames(mentions, [.. entityOf], entities.ToImmutable(), references);
    }

    private static List<Cluster> Gather(ResolverInput input, EntityKind[] kinds)
    {
        List<int> acting = [];
        List<int>[] plain = [.. Enum.GetValues<EntityKind>().Select(_ => new List<int>())];
        for (int m = 0; m < kinds.Length; m++)
            (input.Mentions[m].ActsAsGovernment && kinds[m] != EntityKind.Person ? acting : plain[(int)kinds[m]]).Add(m);
        List<Cluster> clusters = new PersonClusters(input).Gather(plain[(int)EntityKind.Person]);
        for (EntityKind kind = EntityKind.Organisation; kind <= EntityKind.Other; kind++)
            clusters.AddRange(new BodyClusters(input, kind, government: false).Gather(plain[(int)kind]));
        clusters.AddRange(new BodyClusters(input, EntityKind.Organisation, government: true).Gather(acting));
        clusters.RemoveAll(c => c.Mentions.Count == 0);
        FormerNames.Join(input, clusters);
        foreach (Cluster cluster in clusters)
            cluster.Mentions.Sort();
        return Decided(input, clusters);
    }

    // A reader's “same” brings clusters together whatever their kinds.
    private static List<Cluster> Decided(ResolverInput input, List<Cluster> clusters)
    {
        if (input.Verdicts.IsEmpty)
            return clusters;
        for (int i = 0; i < clusters.Count; i++)
        {
            for (int j = clusters.Count - 1; j > i; j--)
            {
                NamePair? pair = clusters[i].Forms.SelectMany(_ => clusters[j].Forms, (a, b) => new NamePair(a.Text, b.Text))
                    .Where(p => input.Verdicts.Same(p.One, p.Other)).Select(p => (NamePair?)p).FirstOrDefault();
                if (pair is not { } found)
                    continue;
                clusters[i].TakeUp(clusters[j], $"a reader decided that “{found.One}” and “{found.Other}” are one");
                clusters[i].Mentions.Sort();
                clusters.RemoveAt(j);
            }
        }
        return clusters;
    }

    // The fullest form that it still bears: most words, then most letters, then the first.
    private static LocalEntity Entity(ResolverInput input, Cluster cluster)
    {
        NameForm best = cluster.Mentions.Select(input.Form)
            .MaxBy(f => (!cluster.Former.Contains(f.Text), f.Words.Count(w => !w.Initial), f.All.Length, f.Text.Length))!;
        ImmutableArray<string> because = cluster.Government
            ? [$"“{best.Text}” stands for its government here", .. cluster.Because]
            : [.. cluster.Because];
        return new LocalEntity(best.Text, cluster.Kind, because);
    }
}
