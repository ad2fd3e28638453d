// What was found in a held report, and by which version.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Stories;

namespace Crossread.Storage;

/// <summary>What was found in a held report.</summary>
/// <param name="Reading">The report and everything found in it.</param>
/// <param name="Problems">What went wrong when it was read.</param>
/// <param name="Maker">What made it.</param>
public sealed record HeldReading(Reading Reading, ImmutableArray<Problem> Problems, Maker Maker);
