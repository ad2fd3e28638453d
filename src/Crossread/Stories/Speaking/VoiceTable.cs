// Who speaks, who is only talked about, and what rests on sources without a name.
using System.Collections.Immutable;

namespace Crossread.Stories.Speaking;

/// <summary>Who speaks how often, who is only talked about, and what rests on sources without a name.</summary>
public sealed record VoiceTable
{
    /// <summary>Nobody.</summary>
    public static VoiceTable Empty { get; } = new();

    /// <summary>For each entity of the story the one under which its voice is counted: entities of one name are one voice, whatever kind each was taken for.</summary>
    public ImmutableArray<int> PartyOf { get; init; } = [];

    /// <summary>Who speaks: told by most origins first, then by the number of utterances, then by name.</summary>
    public ImmutableArray<Voice> Voices { get; init; } = [];

    /// <summary>Who is talked about and never quoted, named in most reports first. Places are not among them.</summary>
    public ImmutableArray<TalkedAbout> NeverQuoted { get; init; } = [];

    /// <summary>Indices in <see cref="Story.Claims"/> of claims that somebody asserts and that rest on sources without a name only.</summary>
    public ImmutableArray<int> UnnamedOnly { get; init; } = [];

    /// <summary>For each report what it adds, in the order of the reports.</summary>
    public ImmutableArray<ReportShare> Shares { get; init; } = [];
}
