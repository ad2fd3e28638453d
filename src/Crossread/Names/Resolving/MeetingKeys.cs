// The index keys under which names of bodies and places meet.
namespace Crossread.Names.Resolving;

/// <summary>Keys of an index of names: two names that the matchers can make one share a key, and few others do.</summary>
internal static class MeetingKeys
{
    /// <summary>The keys of a name; at least one.</summary>
    public static List<string> Of(string text, EntityKind kind)
    {
        List<string> keys = [];
        if (kind == EntityKind.Organisation)
            Body(text, keys);
        else
            keys.AddRange(SoundKey.Of(NameForm.Of(text).Words.Select(w => w.Folded)).Select(k => "s " + k));
        if ((kind == EntityKind.Place ? Aliases.Shared.Place(text) : kind == EntityKind.Organisation ? Aliases.Shared.Organisation(text) : null) is string alias)
            keys.Add("a " + alias);
        return keys;
    }

    private static void Body(string text, List<string> keys)
    {
        OrganisationForm form = OrganisationForm.Of(text);
        keys.Add("k " + form.Key);
        if (form.Words.IsEmpty)
            return;
        if (form.Acronym.Length > 0)
            keys.Add("i " + form.Acronym);
        else if (form.Words.Length == 1)
            keys.AddRange(SoundKey.Of(form.Words[0]).Select(k => "s " + k));
        if (form.Words.Length > 1)
        {
            foreach (string initials in Acronyms(form))
                keys.Add("i " + initials);
            keys.Add("e " + form.Words[^2] + " " + form.Words[^1]);
            // One word may be misspelt: the sounds of the whole but one word.
            keys.AddRange(SoundKey.Of(form.Words).Select(k => "s " + k));
        }
        keys.Add("b " + form.Words[0]);
    }

    private static IEnumerable<string> Acronyms(OrganisationForm form) =>
        new[] { form.Initials, form.AllInitials }.Concat(form.AllInitials.Length > form.Initials.Length ? [form.AllInitials[..1] + form.Initials[1..]] : []).Distinct(StringComparer.Ordinal);
}
