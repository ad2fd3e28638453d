// A name as a stretch of tokens.
namespace Crossread.Names.Finding;

/// <summary>A name: its first and last token and its kind.</summary>
internal readonly record struct NameSpan(int First, int Last, EntityKind Kind)
{
    public int Count => Last - First + 1;
}
