// A part of a long list.
namespace Crossread.Storage;

/// <summary>A part of a long list.</summary>
/// <param name="Offset">How many are passed over, 0 or more.</param>
/// <param name="Limit">How many at most, 1 or more.</param>
public readonly record struct Page(int Offset, int Limit)
{
    /// <summary>All there is.</summary>
    public static Page All { get; } = new(0, int.MaxValue);
}
