// Local entities of several reports that bear the same name.
using Crossread.Names;
using Crossread.Names.Resolving;

namespace Crossread.Stories;

/// <summary>Local entities with the same name and kind, from one or more reports. Lives only inside one run of the linker.</summary>
internal sealed class EntityUnit(string name, EntityKind kind, bool government)
{
    /// <summary>Most forms that are compared with others; further ones are only counted.</summary>
    public const int MostForms = 8;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The name of the first local entity.</summary>
    public string Name => name;

    /// <summary>What it is.</summary>
    public EntityKind Kind => kind;

    /// <summary>True if its names are places' names that stand for a government.</summary>
    public bool Government => government;

    /// <summary>True if it is a group without a name (<c>residents of the port</c>).</summary>
    public bool Unnamed { get; init; }

    /// <summary>True if its report cannot tell which of several people a bare surname means.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Report and local entity, in order.</summary>
    public List<(int Report, int Entity)> Members { get; } = [];

    /// <summary>Distinct forms by their letters, taken apart; at most <see cref="MostForms"/>.</summary>
    public List<NameForm> Forms { get; } = [];

    /// <summary>Why its members' mentions are one.</summary>
    public List<string> Because { get; } = [];

    /// <summary>Every form with the number of its mentions.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Mentions in all.</summary>
    public int Mentions { get; private set; }

    /// <summary>True for a person of whom only one word is known.</summary>
    public bool IsBarePerson => kind == EntityKind.Person && Forms.TrueForAll(f => !f.IsFull);

    /// <summary>Counts a mention.</summary>
    public void Count(NameForm form)
    {
        Mentions++;
        bool known = _counts.TryGetValue(form.Text, out int count);
        _counts[form.Text] = count + 1;
        if (!known && Forms.Count < MostForms && Forms.TrueForAll(f => f.Plain != form.Plain))
            Forms.Add(form);
    }
}
