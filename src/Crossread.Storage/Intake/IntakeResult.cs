// What an intake did.
using System.Collections.Immutable;

using Crossread.Documents;

namespace Crossread.Storage.Intake;

/// <summary>What an intake did.</summary>
/// <param name="Added">Reports that were added.</param>
/// <param name="Held">Reports whose bytes were held before, or came twice.</param>
/// <param name="Stories">Ids of the stories that reports were added to, ordinal.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record IntakeResult(int Added, int Held, ImmutableArray<string> Stories, ImmutableArray<Problem> Problems);
