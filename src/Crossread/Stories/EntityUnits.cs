// From the local entities of all reports to units with one name.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Names.Resolving;

namespace Crossread.Stories;

/// <summary>Puts local entities with the same name and kind together, before anything is compared.</summary>
internal static class EntityUnits
{
    /// <summary>The units, in the order of reports and local entities.</summary>
    public static List<EntityUnit> Of(ImmutableArray<Reading> readings)
    {
        List<EntityUnit> units = [];
        Dictionary<(EntityKind, string), EntityUnit> byKey = [];
        Dictionary<string, NameForm> forms = new(StringComparer.Ordinal);
        Dictionary<string, string> bodyKeys = new(StringComparer.Ordinal);
        for (int r = 0; r < readings.Length; r++)
        {
            ReportNames names = readings[r].Names;
            string text = readings[r].Words.Text;
            List<int>[] mentions = [.. names.Entities.Select(_ => new List<int>())];
            for (int m = 0; m < names.EntityOf.Length; m++)
                mentions[names.EntityOf[m]].Add(m);
            HashSet<string> surnames = Surnames(names, forms);
            for (int e = 0; e < names.Entities.Length; e++)
            {
                LocalEntity local = names.Entities[e];
                NameForm name = Form(local.Name, forms);
                bool unnamed = mentions[e].Count == 0;
                bool government = !unnamed && local.Kind == EntityKind.Organisation && mentions[e].TrueForAll(m => names.Mentions[m].ActsAsGovernment);
                bool bare = local.Kind == EntityKind.Person && !name.IsFull;
                bool doubtful = bare && !name.Words.IsEmpty && surnames.Contains(name.Last.Folded);
                string key = unnamed || doubtful ? FormattableString.Invariant($"\t{r}\t{e}")
                    : government ? "g " + (Aliases.Shared.Place(local.Name) ?? name.Key)
                    : local.Kind == EntityKind.Organisation ? "o " + BodyKey(local.Name, bodyKeys)
                    : local.Kind == EntityKind.Place ? "p " + (Aliases.Shared.Place(local.Name) ?? name.Key)
                    : "n " + (name.Key.Length > 0 ? name.Key + " " + name.Suffix : local.Name);
                if (!byKey.TryGetValue((local.Kind, key), out EntityUnit? unit))
                {
                    units.Add(unit = new EntityUnit(local.Name, local.Kind, government) { Unnamed = unnamed, Doubtful = doubtful });
                    byKey.Add((local.Kind, key), unit);
                }
                unit.Members.Add((r, e));
                foreach (int m in mentions[e])
                    unit.Count(Form(names.Mentions[m].Span.Cut(text), forms));
                if (unnamed)
                    unit.Count(name);
                foreach (string because in local.Because)
                {
                    if (unit.Because.Count < EntityUnit.MostForms && !unit.Because.Contains(because))
                        unit.Because.Add(because);
                }
            }
        }
        return units;
    }

    // The words of full names of people: a bare surname beside them that was not joined is doubtful.
    private static HashSet<string> Surnames(ReportNames names, Dictionary<string, NameForm> forms)
    {
        HashSet<string> surnames = new(StringComparer.Ordinal);
        foreach (LocalEntity local in names.Entities)
        {
            if (local.Kind == EntityKind.Person && Form(local.Name, forms) is { IsFull: true } full)
                surnames.Add(full.Last.Folded);
        }
        return surnames;
    }

    private static NameForm Form(string text, Dictionary<string, NameForm> forms)
    {
        if (!forms.TryGetValue(text, out NameForm? form))
            forms[text] = form = NameForm.Of(text);
        return form;
    }

    private static string BodyKey(string text, Dictionary<string, string> keys)
    {
        if (!keys.TryGetValue(text, out string? key))
            keys[text] = key = Aliases.Shared.Organisation(text) ?? OrganisationForm.Of(text).Key;
        return key;
    }
}
