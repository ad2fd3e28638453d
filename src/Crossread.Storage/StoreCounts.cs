// How much a store holds.
namespace Crossread.Storage;

/// <summary>How much a store holds.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Stories">Stories, without those that became parts of others.</param>
/// <param name="Originals">Originals; the items of one feed share one.</param>
/// <param name="Letters">Length of all clean texts together, in UTF-16 code units.</param>
public sealed record StoreCounts(long Reports, long Stories, long Originals, long Letters);
