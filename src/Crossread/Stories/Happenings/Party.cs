// Who takes part in a happening or a relation.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Stories.Happenings;

/// <summary>Who takes part: an entity of the story, or the words where the reports give no name.</summary>
/// <param name="Entity">Index in <see cref="Story.Entities"/>, or null.</param>
/// <param name="Words">The words that name the party, where it is told first.</param>
/// <param name="Name">The entity's name, or the words.</param>
/// <param name="Code">Country and sector (<c>LBYMIL</c>), or null; see <see cref="Events.Actors.ActorCodes"/>.</param>
public sealed record Party(int? Entity, Evidence Words, string Name, string? Code)
{
    /// <summary>What is equal for two namings of one party: a country, its capital where it acts and the seat of its government are one.</summary>
    public string Key { get; init; } = "";

    /// <summary>The lemma at the head of words without a name, or null.</summary>
    internal string? Head { get; init; }

    /// <summary>How many they are, or null.</summary>
    internal long? Number { get; init; }

    /// <summary>What else is said of them: lemmas without articles and numbers.</summary>
    internal FrozenSet<string> Rest { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Equal if they name the same with the same words.</summary>
    public bool Equals(Party? other) => other is not null && Entity == other.Entity && Words == other.Words && Name == other.Name && Code == other.Code && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Entity, Words, Name, Code, Key);
}
