// A word whose borders are given.
namespace Crossread.Language;

/// <summary>A word whose borders are given.</summary>
/// <param name="Form">Its letters; not empty.</param>
/// <param name="SpaceAfter">True if a space stands behind it.</param>
public readonly record struct GivenWord(string Form, bool SpaceAfter = true);
