// Remembers which number followed what.
namespace Crossread.Storage.Packing;

/// <summary>
/// Remembers which number came last with a key. A table of fixed size that forgets: a key that falls into the place of another takes it. Writer and reader
/// ask and teach it alike, so what it says is the same for both, right or wrong.
/// </summary>
/// <param name="bits">Its size, as a power of two.</param>
/// <param name="before">Asked where this one knows nothing, or null. It is not taught.</param>
internal sealed class GuessTable(int bits, GuessTable? before)
{
    private const int _most = ushort.MaxValue - 1;

    // Sixteen bits of the key above the number and one: nothing is 0.
    private readonly uint[] _places = new uint[1 << bits];

    /// <summary>Makes one key of several numbers.</summary>
    public static ulong Key(int kind, ulong a, ulong b = 0, ulong c = 0, ulong d = 0)
    {
        unchecked
        {
            ulong key = Mix((ulong)kind + 1, a);
            key = Mix(key, b);
            key = Mix(key, c);
            return Mix(key, d);
        }
    }

    /// <summary>The number that came last with a key, or null.</summary>
    public int? this[ulong key]
    {
        get
        {
            uint place = _places[Place(key)];
            return place != 0 && place >> 16 == (key & 0xFFFF) ? (int)(place & 0xFFFF) - 1 : before?[key];
        }
    }

    /// <summary>Remembers the number that came with a key.</summary>
    public void Teach(ulong key, int number)
    {
        if (number <= _most)
            _places[Place(key)] = ((uint)(key & 0xFFFF) << 16) | (uint)(number + 1);
    }

    private int Place(ulong key) => (int)(key >> (64 - bits));

    private static ulong Mix(ulong key, ulong number)
    {
        unchecked
        {
            key = (key ^ number) * 0x9E3779B97F4A7C15;
            return key ^ (key >> 29);
        }
    }
}
