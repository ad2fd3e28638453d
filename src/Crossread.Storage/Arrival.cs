// A held report, as far as grouping needs it.
namespace Crossread.Storage;

/// <summary>A held report, as far as grouping needs it.</summary>
/// <param name="Number">Its number in the order in which reports came, from 1.</param>
/// <param name="Story">Id of its story.</param>
/// <param name="Title">Headline, or null.</param>
/// <param name="Text">Clean text.</param>
/// <param name="Published">Publication date as stated (EDTF), or null.</param>
public sealed record Arrival(long Number, string Story, string? Title, string Text, string? Published);
