// Mentions of one report that are one entity, while they are being gathered.
namespace Crossread.Names.Resolving;

/// <summary>Mentions that are one. Lives only inside one run of the resolver.</summary>
internal sealed class Cluster(EntityKind kind)
{
    private const int MostReasons = 12;

    /// <summary>What it is.</summary>
    public EntityKind Kind { get; } = kind;

    /// <summary>True if its names are places' names that stand for a government.</summary>
    public bool Government { get; init; }

    /// <summary>Indices of its mentions.</summary>
    public List<int> Mentions { get; } = [];

    /// <summary>Its full names (people) or distinct names (others), in the order they were met.</summary>
    public List<NameForm> Forms { get; } = [];

    /// <summary>Why its mentions are one.</summary>
    public List<string> Because { get; } = [];

    /// <summary>Names that it bore before.</summary>
    public HashSet<string> Former { get; } = new(StringComparer.Ordinal);

    /// <summary>Text offset at which it was last mentioned, while the text is walked through; -1 before.</summary>
    public int LastAt { get; set; } = -1;

    /// <summary>The cluster that took this one up, or null.</summary>
    public Cluster? Into { get; private set; }

    /// <summary>Adds a reason, once.</summary>
    public void Add(string because)
    {
        if (because.Length > 0 && Because.Count < MostReasons && !Because.Contains(because))
            Because.Add(because);
    }

    /// <summary>Takes up another cluster with all its mentions.</summary>
    public void TakeUp(Cluster other, string because)
    {
        Mentions.AddRange(other.Mentions);
        foreach (NameForm form in other.Forms)
        {
            if (Forms.TrueForAll(f => f.Key != form.Key))
                Forms.Add(form);
        }
        foreach (string reason in other.Because)
            Add(reason);
        Add(because);
        other.Mentions.Clear();
        other.Into = this;
    }
}
