// Who was spoken of last, and how.
namespace Crossread.Names.Resolving;

/// <summary>An entity as a reader has it in mind while reading on.</summary>
internal sealed class Known(int entity, EntityKind kind, string name)
{
    /// <summary>Index of the entity.</summary>
    public int Entity => entity;

    /// <summary>What it is.</summary>
    public EntityKind Kind => kind;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What its titles, its given name or pronouns told.</summary>
    public Gender Gender { get; set; }

    /// <summary>True for a group or body without a name.</summary>
    public bool Unnamed { get; init; }

    /// <summary>True if it takes <c>they</c>.</summary>
    public bool Plural { get; init; }

    /// <summary>Roles that the text gave it: the noun in its dictionary form, and all words of the role in small letters.</summary>
    public List<(string Noun, HashSet<string> Words)> Roles { get; } = [];

    /// <summary>The token of the last mention or reference.</summary>
    public int LastToken { get; set; } = -1;

    /// <summary>The sentence of it.</summary>
    public int LastSentence { get; set; } = -1;

    /// <summary>True if it was the subject there.</summary>
    public bool LastSubject { get; set; }

    /// <summary>True if it said something there.</summary>
    public bool LastSpoke { get; set; }

    /// <summary>True if it stood inside quotation marks.</summary>
    public bool LastQuoted { get; set; }

    /// <summary>True if it only owned something there (<c>Dorn's troops</c>).</summary>
    public bool LastOwner { get; set; }

    /// <summary>Mentions so far.</summary>
    public int Times { get; set; }
}

/// <summary>The entities of a report, the last one spoken of first.</summary>
internal sealed class Discourse
{
    private const int Span = 16;

    private readonly Dictionary<int, Known> _known = [];
    private readonly LinkedList<Known> _recent = new();

    /// <summary>The entities spoken of last, at most 16.</summary>
    public IEnumerable<Known> Recent => _recent;

    /// <summary>Everything known so far.</summary>
    public IReadOnlyDictionary<int, Known> All => _known;

    /// <summary>Takes up an entity if it is new.</summary>
    public Known Meet(int entity, Func<Known> make)
    {
        if (!_known.TryGetValue(entity, out Known? known))
            _known.Add(entity, known = make());
        return known;
    }

    /// <summary>Puts an entity before all others.</summary>
    public void Touch(Known known)
    {
        _recent.Remove(known);
        _recent.AddFirst(known);
        if (_recent.Count > Span)
            _recent.RemoveLast();
    }
}
