// What the reader must know of each element's name.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>What the reader does at an element.</summary>
[Flags]
internal enum ElementRoles
{
    None = 0,
    Void = 1,
    Raw = 2,
    Skip = 4,
    Block = 8,
}

/// <summary>An element's name and role.</summary>
internal sealed record ElementRole(string Name, ElementRoles Roles)
{
    private static readonly FrozenDictionary<string, ElementRole> _known = Load();
    private static readonly FrozenDictionary<string, ElementRole>.AlternateLookup<ReadOnlySpan<char>> _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Is(ElementRoles role) => (Roles & role) != 0;

    /// <summary>The role of the element of this name, in any case. A name that is not known is inline.</summary>
    public static ElementRole Of(ReadOnlySpan<char> name) =>
        _bySpan.TryGetValue(name, out ElementRole? role) ? role : new ElementRole(name.Length > 40 ? "x" : name.ToString().ToLowerInvariant(), ElementRoles.None);

    private static FrozenDictionary<string, ElementRole> Load()
    {
        Dictionary<string, ElementRole> roles = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in ListFile.Rows("Documents/elements.tsv"))
            roles[row[0]] = new ElementRole(row[0], row[1].Split(' ').Aggregate(ElementRoles.None, (all, word) => all | Enum.Parse<ElementRoles>(word, true)));
        foreach (string name in (ReadOnlySpan<string>)["a", "span", "b", "i", "em", "strong", "time", "small", "font", "u", "sup", "sub", "abbr", "cite", "q", "code", "label", "picture", "ins", "del", "s", "mark", "bdi"])
            roles[name] = new ElementRole(name, ElementRoles.None);
        return roles.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
