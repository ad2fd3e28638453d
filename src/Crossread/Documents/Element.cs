// An element of a marked-up document, as far as cleaning needs it.
namespace Crossread.Documents;

/// <summary>An element of a marked-up document: what holds blocks.</summary>
/// <param name="Parent">Number of the element around it, or -1.</param>
/// <param name="Tag">Its name in lower case.</param>
/// <param name="Names">Its class, id, role and itemprop in lower case, parted by spaces.</param>
/// <param name="Hidden">True if its own markup hides it.</param>
/// <param name="FirstBlock">First block inside.</param>
/// <param name="EndBlock">One past the last block inside.</param>
public readonly record struct Element(int Parent, string Tag, string Names, bool Hidden, int FirstBlock, int EndBlock);
