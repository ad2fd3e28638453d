// The weights of the name tagger and their reader.
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Names.Finding;

/// <summary>
/// The weights of the two passes: for each feature sixteen small numbers, one a label, against the label outside, which has none.
/// A number is sixteen times its weight in the conditional random field that was trained.
/// </summary>
internal sealed class NameModel
{
    /// <summary>Labels with weights: all but outside.</summary>
    public const int Width = NameLabel.Count - 1;

    /// <summary>Stored numbers are weights times this.</summary>
    public const int Scale = 16;

    /// <summary>First bytes of a model file.</summary>
    public const uint Magic = 0x314d4e43; // "CNM1"

    private static readonly Lazy<NameModel> Loaded = new(LoadShipped, LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly Pass[] _passes;

    /// <summary>Reads a model: magic, then for each of the two passes 17 × 17 transition weights (16 bits), the number of features, their hashes, their weights.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model.</exception>
    public NameModel(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException("Not a name model: its first bytes are not CNM1.");
        bytes = bytes[4..];
        _passes = [new Pass(ref bytes), new Pass(ref bytes)];
    }

    /// <summary>The model that ships with the library.</summary>
    public static NameModel Shared => Loaded.Value;

    /// <summary>The weights of a pass: 0 the first, 1 the second, which knows what the first said of the whole stretch.</summary>
    public Pass this[int pass] => _passes[pass];

    private static NameModel LoadShipped()
    {
        using Stream stream = typeof(NameModel).Assembly.GetManifestResourceStream("Names/Finding/names.bin")
            ?? throw new InvalidOperationException("The model Names/Finding/names.bin is not in the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new NameModel(bytes);
    }

    /// <summary>The weights of one pass.</summary>
    internal sealed class Pass
    {
        private readonly uint[] _hashes;
        private readonly sbyte[] _weights;

        internal Pass(ref ReadOnlySpan<byte> bytes)
        {
            Transitions = new short[NameLabel.Count * NameLabel.Count];
            for (int i = 0; i < Transitions.Length; i++)
                Transitions[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
            bytes = bytes[(2 * Transitions.Length)..];
            int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            ReadOnlySpan<byte> hashes = bytes.Slice(4, 4 * count), weights = bytes.Slice(4 + 4 * count, Width * count);
            bytes = bytes[(4 + (4 + Width) * count)..];
            int size = 1024;
            while (size < count + count / 2)
                size *= 2;
            _hashes = new uint[size];
            _weights = new sbyte[size * Width];
            for (int i = 0; i < count; i++)
            {
                uint hash = BinaryPrimitives.ReadUInt32LittleEndian(hashes[(4 * i)..]);
                int slot = (int)(hash & (uint)(size - 1));
                while (_hashes[slot] != 0)
                    slot = (slot + 1) & (size - 1);
                _hashes[slot] = hash;
                MemoryMarshal.Cast<byte, sbyte>(weights.Slice(Width * i, Width)).CopyTo(_weights.AsSpan(slot * Width, Width));
            }
        }

        /// <summary>Weights of one label behind another, 17 × 17.</summary>
        public short[] Transitions { get; }

        /// <summary>Adds up the weights of features: sixteen sums, one a label.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Score(ReadOnlySpan<uint> features, Span<short> sums)
        {
            Vector256<short> total = Vector256<short>.Zero;
            int mask = _hashes.Length - 1;
            foreach (uint hash in features)
            {
                for (int slot = (int)(hash & (uint)mask); _hashes[slot] != 0; slot = (slot + 1) & mask)
                {
                    if (_hashes[slot] != hash)
                        continue;
                    Vector128<sbyte> weights = Vector128.LoadUnsafe(ref _weights[slot * Width]);
                    (Vector128<short> low, Vector128<short> high) = Vector128.Widen(weights);
                    total += Vector256.Create(low, high);
                    break;
                }
            }
            total.CopyTo(sums);
        }
    }
}
