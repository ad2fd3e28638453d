// Settles what a name names where its mentions disagree.
using Crossread.Names.Finding;

namespace Crossread.Names.Resolving;

/// <summary>
/// Mentions with the same letters vote on what they name. A place that stands for its government keeps out of the vote,
/// and so does a place behind a preposition of place.
/// </summary>
internal static class KindVotes
{
    /// <summary>For each mention its settled kind.</summary>
    public static EntityKind[] Settle(ResolverInput input)
    {
        EntityKind[] kinds = [.. Enumerable.Range(0, input.Mentions.Length).Select(m => Known(input, m))];
        Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        Dictionary<string, int> surnames = new(StringComparer.Ordinal);
        for (int m = 0; m < kinds.Length; m++)
        {
            NameForm form = input.Form(m);
            if (input.Mentions[m].ActsAsGovernment)
                continue;
            if (kinds[m] == EntityKind.Person && form.IsFull)
                surnames[form.Last.Folded] = surnames.GetValueOrDefault(form.Last.Folded) + 1;
            if (!byName.TryGetValue(form.Plain, out List<int>? list))
                byName[form.Plain] = list = [];
            list.Add(m);
        }
        foreach (List<int> mentions in byName.Values)
            Vote(input, kinds, mentions, surnames);
        return kinds;
    }

    // What the finder could not tell, the lists of well-known names may.
    private static EntityKind Known(ResolverInput input, int m) => input.Mentions[m].Kind != EntityKind.Other ? input.Mentions[m].Kind
        : Aliases.Shared.Organisation(input.Form(m).Text) != null ? EntityKind.Organisation
        : Aliases.Shared.Place(input.Form(m).Text) != null || Countries.Shared.OfName(input.Form(m).Text) != null || IsListedPlace(input.Form(m).Text) || IsPlacedBehind(input, m) ? EntityKind.Place
        : EntityKind.Other;

    // “Sarnia, in the eastern part of …”: what lies somewhere is a place.
    private static bool IsPlacedBehind(ResolverInput input, int m)
    {
        int after = input.Text.TokenAt(input.Mentions[m].Span.End);
        return after + 3 < input.Text.Tokens.Length && input.Text.Form(after) is "," && input.Text.Form(after + 1) is "in" && input.Text.Form(after + 2) is "the"
            && input.Text.Form(after + 3) is var where && (where.EndsWith("ern", StringComparison.Ordinal) || (NameLexicon.Shared.Of(where) & WordClass.PlaceNoun) != 0);
    }

    private static bool IsListedPlace(string name) =>
        NameLexicon.Shared.Of(name) is var known && (known & WordClass.AnyPlace) != 0 && (known & (WordClass.Organisation | WordClass.Person | WordClass.Work | WordClass.Common | WordClass.Calendar | WordClass.Adjective)) == 0;

    private static void Vote(ResolverInput input, EntityKind[] kinds, List<int> mentions, Dictionary<string, int> surnames)
    {
        NameForm form = input.Form(mentions[0]);
        int people = form.Words.Length == 1 ? surnames.GetValueOrDefault(form.Last.Folded) : 0;
        if (people == 0 && mentions.TrueForAll(m => kinds[m] == kinds[mentions[0]]))
            return;
        bool country = Countries.Shared.OfName(form.Text) != null || Aliases.Shared.Place(form.Text) != null;
        Span<double> votes = stackalloc double[5];
        foreach (int m in mentions)
            votes[(int)kinds[m]]++;
        // What nobody could tell counts little, a full name with this surname much.
        votes[(int)EntityKind.Other] *= 0.25;
        votes[(int)EntityKind.Person] += country || people == 0 ? 0 : 1 + people;
        int best = 0;
        double sum = 0;
        for (int kind = 0; kind < votes.Length; kind++)
        {
            sum += votes[kind];
            if (votes[kind] > votes[best])
                best = kind;
        }
        if (votes[best] < 0.6 * sum)
            return;
        foreach (int m in mentions)
        {
            if (kinds[m] != (EntityKind)best && !(kinds[m] == EntityKind.Place && (best == (int)EntityKind.Person || best == (int)EntityKind.Organisation) && IsLocative(input, m)))
                kinds[m] = (EntityKind)best;
        }
    }

    private static bool IsLocative(ResolverInput input, int mention)
    {
        int before = input.Text.TokenAt(input.Mentions[mention].Span.Start) - 1;
        return before >= 0 && before < input.Text.Tokens.Length
            && SmallWords.Is(input.Text.Tokens[before].Span.Cut(input.Text.Text).ToLowerInvariant(), "locative");
    }
}
