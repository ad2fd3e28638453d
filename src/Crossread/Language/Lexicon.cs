// What a dictionary knows of words: which parts of speech and forms a spelling may be, and what field it belongs to.
namespace Crossread.Language;

/// <summary>Facts of one spelling.</summary>
/// <param name="Class">Bits of parts of speech and forms, with the most frequent part of speech.</param>
/// <param name="Noun">Field of the first sense as a noun (person, time, …), 0 if it is none.</param>
/// <param name="Verb">Field of the first sense as a verb (communication, motion, …), 0 if it is none.</param>
internal readonly record struct LexicalEntry(ushort Class, byte Noun, byte Verb);

/// <summary>Spellings by the hash that <see cref="WordSheet"/> makes of them. Immutable after loading.</summary>
internal sealed class Lexicon
{
    private readonly ulong[] _slots;
    private readonly int _shift;

    private Lexicon(ulong[] slots)
    {
        _slots = slots;
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>A lexicon without words.</summary>
    public static Lexicon Empty { get; } = new(new ulong[2]);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
    public static Lexicon Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, count + count / 2));
        ulong[] slots = new ulong[size];
        Lexicon lexicon = new(slots);
        byte[] gaps = reader.ReadBytes(count * 3);
        byte[] facts = reader.ReadBytes(count * 4);
        unchecked
        {
            uint key = 0;
            for (int i = 0; i < count; i++)
            {
                key += gaps[i] | ((uint)gaps[count + i] << 8) | ((uint)gaps[2 * count + i] << 16);
                uint slot = lexicon.Slot(key);
                while (slots[slot] != 0)
                    slot = (slot + 1) & (uint)(size - 1);
                slots[slot] = ((ulong)key << 32) | facts[i] | ((uint)facts[count + i] << 8) | ((uint)facts[2 * count + i] << 16) | ((uint)facts[3 * count + i] << 24);
            }
        }
        return lexicon;
    }

    /// <summary>Writes entries by key; a key of 0 is not allowed, nor a gap of more than 24 bits.</summary>
    public static void Write(BinaryWriter writer, SortedDictionary<uint, LexicalEntry> entries)
    {
        int count = entries.Count;
        byte[] gaps = new byte[count * 3], facts = new byte[count * 4];
        uint last = 0;
        int i = 0;
        foreach ((uint key, LexicalEntry entry) in entries)
        {
            uint gap = key - last;
            if (gap is 0 or > 0xffffff)
                throw new InvalidOperationException("The lexicon's keys lie too far apart.");
            (gaps[i], gaps[count + i], gaps[2 * count + i]) = ((byte)(gap & 255), (byte)(gap >> 8 & 255), (byte)(gap >> 16));
            (facts[i], facts[count + i], facts[2 * count + i], facts[3 * count + i]) = ((byte)(entry.Class & 255), (byte)(entry.Class >> 8), entry.Noun, entry.Verb);
            last = key;
            i++;
        }
        writer.Write(count);
        writer.Write(gaps);
        writer.Write(facts);
    }

    /// <summary>What is known of the spelling with this hash; all 0 if nothing.</summary>
    public LexicalEntry Find(uint word)
    {
        unchecked
        {
            uint mask = (uint)_slots.Length - 1;
            for (uint slot = Slot(word); ; slot++)
            {
                ulong entry = _slots[slot & mask];
                if (entry == 0)
                    return default;
                if ((uint)(entry >> 32) == word)
                    return new LexicalEntry((ushort)entry, (byte)(entry >> 16), (byte)(entry >> 24));
            }
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private uint Slot(uint key) => (uint)(unchecked(key * 0x9E3779B97F4A7C15UL) >> _shift);
}
