// Finds which units may be one: those that meet under a key of the index.
using Crossread.Names;
using Crossread.Names.Resolving;

namespace Crossread.Stories;

/// <summary>Pairs of units that the matchers make one, with the cost and the reason. Nothing compares all with all.</summary>
internal static class EntityMeetings
{
    // A key that more units share says little; further ones meet under their other keys.
    private const int MostInBucket = 64;

    /// <summary>All pairs among units of one kind, the surest first; the order is total.</summary>
    public static List<(NameMatch Match, int One, int Other)> Find(List<EntityUnit> units, IEnumerable<int> chosen, Verdicts verdicts)
    {
        Dictionary<string, List<(int Unit, NameForm Form)>> index = new(StringComparer.Ordinal);
        Dictionary<(int, int), NameMatch> best = [];
        Dictionary<string, OrganisationForm> bodies = new(StringComparer.Ordinal);
        foreach (int u in chosen)
        {
            HashSet<(int, string)> seen = [];
            foreach (NameForm form in units[u].Forms)
            {
                foreach (string key in Keys(units[u], form))
                {
                    if (!index.TryGetValue(key, out List<(int Unit, NameForm Form)>? bucket))
                        index[key] = bucket = [];
                    foreach ((int other, NameForm otherForm) in bucket)
                    {
                        if (other == u || !seen.Add((other, otherForm.Text)) || verdicts.Different(form.Text, otherForm.Text))
                            continue;
                        NameMatch? match = Compare(units[u], form, units[other], otherForm, bodies);
                        if (match != null && (!best.TryGetValue((other, u), out NameMatch? before) || match.Cost < before.Cost))
                            best[(other, u)] = match;
                    }
                    if (bucket.Count < MostInBucket)
                        bucket.Add((u, form));
                }
                seen.Clear();
            }
        }
        return [.. best.Select(b => (b.Value, b.Key.Item1, b.Key.Item2)).OrderBy(p => p.Value.Cost).ThenBy(p => p.Item2).ThenBy(p => p.Item3)];
    }

    private static IEnumerable<string> Keys(EntityUnit unit, NameForm form)
    {
        if (unit.Kind != EntityKind.Person)
            return MeetingKeys.Of(form.Text, unit.Government ? EntityKind.Place : unit.Kind);
        if (!form.IsFull)
            return form.Words.IsEmpty ? [] : form.Last.Sounds.Select(s => "1 " + s);
        return SoundKey.Of(form.Joined).Concat(form.Words.Where(w => !w.Initial).SelectMany(w => w.Sounds)).Distinct(StringComparer.Ordinal);
    }

    private static NameMatch? Compare(EntityUnit one, NameForm a, EntityUnit other, NameForm b, Dictionary<string, OrganisationForm> bodies) => one.Kind switch
    {
        // Here only full names with full ones and bare ones with bare ones; a surname finds its person later.
        EntityKind.Person => a.IsFull == b.IsFull && one.IsBarePerson == other.IsBarePerson ? PersonMatcher.Compare(a, b) : null,
        EntityKind.Place => PlaceMatcher.Compare(a, b),
        EntityKind.Organisation => one.Government ? PlaceMatcher.Compare(a, b) : OrganisationMatcher.Compare(Body(a.Text, bodies), Body(b.Text, bodies)),
        _ => a.Plain == b.Plain ? new NameMatch(0, "") : null,
    };

    private static OrganisationForm Body(string text, Dictionary<string, OrganisationForm> bodies)
    {
        if (!bodies.TryGetValue(text, out OrganisationForm? body))
            bodies[text] = body = OrganisationForm.Of(text);
        return body;
    }
}
