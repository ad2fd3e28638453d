// A person, organisation, place or group over all reports.
using System.Collections.Immutable;

using Crossread.Names;

namespace Crossread.Stories;

/// <summary>A person, organisation, place or group, under every spelling that the reports use.</summary>
/// <param name="Id">Id, derived from name and kind.</param>
/// <param name="Name">The fullest of the forms used most.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Forms">Every spelling with the number of its mentions, most used first, then ordinal.</param>
/// <param name="Because">Why the forms are one, in words.</param>
public sealed record Entity(string Id, string Name, EntityKind Kind, ImmutableArray<EntityForm> Forms, ImmutableArray<string> Because);

/// <summary>One spelling.</summary>
/// <param name="Form">The spelling.</param>
/// <param name="Count">Mentions in all reports, 1 or more.</param>
public sealed record EntityForm(string Form, int Count);
