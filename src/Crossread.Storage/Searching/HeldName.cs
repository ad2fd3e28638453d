// A name over all reports of the store.
using Crossread.Names;

namespace Crossread.Storage.Searching;

/// <summary>A name over all reports of the store, as they spell it in full.</summary>
/// <param name="Form">The name.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Reports">Reports that use it.</param>
/// <param name="Statements">Statements of which it is the source.</param>
public sealed record HeldName(string Form, EntityKind Kind, int Reports, int Statements);
