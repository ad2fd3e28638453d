// Who takes part in a happening or a relation.
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
}
