// Items of a feed or a message that hold no words, told in one problem.
using System.Globalization;

namespace Crossread.Documents;

/// <summary>Counts the items without words, so that a million of them make one line.</summary>
internal sealed class EmptyItems(string file)
{
    private int _first;
    private int _count;

    /// <summary>One more, by its number from 1.</summary>
    public void Add(int item)
    {
        _first = _count == 0 ? item : _first;
        _count++;
    }

    /// <summary>What to say of them, or null if there are none.</summary>
    public Problem? Problem => _count == 0 ? null : new Problem(file, string.Create(CultureInfo.InvariantCulture, $"item {_first}"),
        _count == 1 ? "the item has no words" : string.Create(CultureInfo.InvariantCulture, $"this and {_count - 1:N0} more items have no words"), "none needed; the other items were read");
}
