// Who was spoken of last, and how.
namespace Crossread.Names.Resolving;

/// <summary>Where an entity stood and as what.</summary>
/// <param name="Token">The token of the mention or reference.</param>
/// <param name="Sentence">Its sentence, or -1 for nowhere.</param>
/// <param name="Subject">True if it was the subject there.</param>
/// <param name="Spoke">True if it said something there.</param>
/// <param name="Owner">True if it only owned something there.</param>
internal readonly record struct Standing(int Token, int Sentence, bool Subject, bool Spoke, bool Owner);

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

    /// <summary>Where the report's own words had it last: what others say in quotation marks moves the story on for nobody.</summary>
    public Standing Told { get; set; } = new(-1, -1, false, false, false);

    /// <summary>The last sentence that named it inside quotation marks, or -1.</summary>
    public int NamedInQuotes { get; set; } = -1;

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
