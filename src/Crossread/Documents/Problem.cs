// An expected failure, as a value.
namespace Crossread.Documents;

/// <summary>What could not be read, said so that the reader of the message can mend it.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Place">Where in it (a line, a byte, an item), or null for the whole.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(string File, string? Place, string What, string Remedy);
