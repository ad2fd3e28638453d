// Relations as the treebanks write them: nsubj:pass for NsubjPass.
using System.Collections.Frozen;
using System.Text;

namespace Crossread.Language;

/// <summary>The names of relations in CoNLL-U.</summary>
public static class RelationNames
{
    private static readonly string[] Names = [.. Enum.GetNames<Relation>().Select(Spell)];

    private static readonly FrozenDictionary<string, Relation> ByName =
        Names.Select((name, i) => (name, i)).ToFrozenDictionary(pair => pair.name, pair => (Relation)pair.i, StringComparer.Ordinal);

    /// <summary>The name as CoNLL-U writes it, for example <c>nsubj:pass</c>.</summary>
    public static string NameOf(Relation relation) => Names[(int)relation];

    /// <summary>The relation of this name; of an unknown subtype its universal relation; of anything else <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ByName.TryGetValue(name, out Relation relation))
            return relation;
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ByName.TryGetValue(name[..colon], out relation) ? relation : Relation.Dep;
    }

    private static string Spell(string name)
    {
        StringBuilder spelling = new();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && spelling.Length > 0)
                spelling.Append(':');
            spelling.Append(char.ToLowerInvariant(c));
        }
        return spelling.ToString();
    }
}
