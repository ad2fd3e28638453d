// Products of small dense matrices. Every sum is made in one order with fused multiplication, so that all machines get the same bits.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>Dense arithmetic over rows of numbers. Widths are multiples of <see cref="Block"/>.</summary>
internal static class DenseMath
{
    /// <summary>Columns come in blocks of so many: a block of the right matrix stays in the nearest cache while all rows of the left one pass.</summary>
    public const int Block = 64;

    [ThreadStatic]
    private static float[]? _packed;

    /// <summary>Rounds a width up to whole blocks.</summary>
    public static int Padded(int width) => (width + Block - 1) / Block * Block;

    /// <summary>Adds the product of a and b to c.</summary>
    /// <param name="a">The left matrix; its number in row i and column k stands at i * rowStep + k * columnStep.</param>
    /// <param name="rowStep">From one row of a to the next.</param>
    /// <param name="columnStep">From one column of a to the next.</param>
    /// <param name="b">The right matrix, row after row.</param>
    /// <param name="c">The sum, row after row.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="inner">Columns of a, rows of b.</param>
    /// <param name="width">Columns of b and c; whole blocks.</param>
    public static void AddProduct(ReadOnlySpan<float> a, int rowStep, int columnStep, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int width)
    {
        if (_packed is null || _packed.Length < inner * width)
            _packed = new float[inner * width];
        Pack(b, _packed, inner, width);
        AddPacked(a, rowStep, columnStep, _packed, c, rows, inner, width);
    }

    /// <summary>Lays a matrix out block after block, each block row after row.</summary>
    public static void Pack(ReadOnlySpan<float> b, Span<float> packed, int inner, int width)
    {
        for (int j = 0, to = 0; j < width; j += Block)
        {
            for (int k = 0; k < inner; k++, to += Block)
                b.Slice(k * width + j, Block).CopyTo(packed[to..]);
        }
    }

    /// <summary>As <see cref="AddProduct"/>, but b as <see cref="Pack"/> lays it out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddPacked(ReadOnlySpan<float> a, int rowStep, int columnStep, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int width)
    {
        ref float left = ref MemoryMarshal.GetReference(a);
        for (int j = 0; j < width; j += Block)
        {
            ref float right = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), j * inner);
            ref float sum = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), j);
            int i = 0;
            for (; i + 4 <= rows; i += 4)
            {
                if (Vector512.IsHardwareAccelerated)
                    FourRowsWide(ref Unsafe.Add(ref left, i * rowStep), rowStep, columnStep, ref right, ref Unsafe.Add(ref sum, i * width), inner, width);
                else
                    FourRows(ref Unsafe.Add(ref left, i * rowStep), rowStep, columnStep, ref right, ref Unsafe.Add(ref sum, i * width), inner, width);
            }
            for (; i < rows; i++)
                OneRow(ref Unsafe.Add(ref left, i * rowStep), columnStep, ref right, ref Unsafe.Add(ref sum, i * width), inner);
        }
    }

    // Sixteen sums at once: with fewer, each step would wait for the one before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRowsWide(ref float a, int rowStep, int columnStep, ref float b, ref float c, int inner, int width)
    {
        ref float c1 = ref Unsafe.Add(ref c, width);
        ref float c2 = ref Unsafe.Add(ref c1, width);
        ref float c3 = ref Unsafe.Add(ref c2, width);
        Vector512<float> s00 = Vector512.LoadUnsafe(ref c), s01 = Vector512.LoadUnsafe(ref c, 16), s02 = Vector512.LoadUnsafe(ref c, 32), s03 = Vector512.LoadUnsafe(ref c, 48);
        Vector512<float> s10 = Vector512.LoadUnsafe(ref c1), s11 = Vector512.LoadUnsafe(ref c1, 16), s12 = Vector512.LoadUnsafe(ref c1, 32), s13 = Vector512.LoadUnsafe(ref c1, 48);
        Vector512<float> s20 = Vector512.LoadUnsafe(ref c2), s21 = Vector512.LoadUnsafe(ref c2, 16), s22 = Vector512.LoadUnsafe(ref c2, 32), s23 = Vector512.LoadUnsafe(ref c2, 48);
        Vector512<float> s30 = Vector512.LoadUnsafe(ref c3), s31 = Vector512.LoadUnsafe(ref c3, 16), s32 = Vector512.LoadUnsafe(ref c3, 32), s33 = Vector512.LoadUnsafe(ref c3, 48);
        for (int k = 0; k < inner; k++)
        {
            Vector512<float> p = Vector512.LoadUnsafe(ref b), q = Vector512.LoadUnsafe(ref b, 16), r = Vector512.LoadUnsafe(ref b, 32), s = Vector512.LoadUnsafe(ref b, 48);
            Vector512<float> f = Vector512.Create(a);
            s00 = Vector512.FusedMultiplyAdd(f, p, s00);
            s01 = Vector512.FusedMultiplyAdd(f, q, s01);
            s02 = Vector512.FusedMultiplyAdd(f, r, s02);
            s03 = Vector512.FusedMultiplyAdd(f, s, s03);
            f = Vector512.Create(Unsafe.Add(ref a, rowStep));
            s10 = Vector512.FusedMultiplyAdd(f, p, s10);
            s11 = Vector512.FusedMultiplyAdd(f, q, s11);
            s12 = Vector512.FusedMultiplyAdd(f, r, s12);
            s13 = Vector512.FusedMultiplyAdd(f, s, s13);
            f = Vector512.Create(Unsafe.Add(ref a, 2 * rowStep));
            s20 = Vector512.FusedMultiplyAdd(f, p, s20);
            s21 = Vector512.FusedMultiplyAdd(f, q, s21);
            s22 = Vector512.FusedMultiplyAdd(f, r, s22);
            s23 = Vector512.FusedMultiplyAdd(f, s, s23);
            f = Vector512.Create(Unsafe.Add(ref a, 3 * rowStep));
            s30 = Vector512.FusedMultiplyAdd(f, p, s30);
            s31 = Vector512.FusedMultiplyAdd(f, q, s31);
            s32 = Vector512.FusedMultiplyAdd(f, r, s32);
            s33 = Vector512.FusedMultiplyAdd(f, s, s33);
            a = ref Unsafe.Add(ref a, columnStep);
            b = ref Unsafe.Add(ref b, Block);
        }
        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, 16);
        s02.StoreUnsafe(ref c, 32);
        s03.StoreUnsafe(ref c, 48);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, 16);
        s12.StoreUnsafe(ref c1, 32);
        s13.StoreUnsafe(ref c1, 48);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, 16);
        s22.StoreUnsafe(ref c2, 32);
        s23.StoreUnsafe(ref c2, 48);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, 16);
        s32.StoreUnsafe(ref c3, 32);
        s33.StoreUnsafe(ref c3, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref float a, int rowStep, int columnStep, ref float b, ref float c, int inner, int width)
    {
        for (int j = 0; j < Block; j += 16)
        {
            ref float c0 = ref Unsafe.Add(ref c, j);
            ref float c1 = ref Unsafe.Add(ref c0, width);
            ref float c2 = ref Unsafe.Add(ref c1, width);
            ref float c3 = ref Unsafe.Add(ref c2, width);
            Vector256<float> x0 = Vector256.LoadUnsafe(ref c0), y0 = Vector256.LoadUnsafe(ref c0, 8), x1 = Vector256.LoadUnsafe(ref c1), y1 = Vector256.LoadUnsafe(ref c1, 8);
            Vector256<float> x2 = Vector256.LoadUnsafe(ref c2), y2 = Vector256.LoadUnsafe(ref c2, 8), x3 = Vector256.LoadUnsafe(ref c3), y3 = Vector256.LoadUnsafe(ref c3, 8);
            ref float from = ref a;
            ref float row = ref Unsafe.Add(ref b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector256<float> p = Vector256.LoadUnsafe(ref row), q = Vector256.LoadUnsafe(ref row, 8);
                Vector256<float> f = Vector256.Create(from);
                x0 = Vector256.FusedMultiplyAdd(f, p, x0);
                y0 = Vector256.FusedMultiplyAdd(f, q, y0);
                f = Vector256.Create(Unsafe.Add(ref from, rowStep));
                x1 = Vector256.FusedMultiplyAdd(f, p, x1);
                y1 = Vector256.FusedMultiplyAdd(f, q, y1);
                f = Vector256.Create(Unsafe.Add(ref from, 2 * rowStep));
                x2 = Vector256.FusedMultiplyAdd(f, p, x2);
                y2 = Vector256.FusedMultiplyAdd(f, q, y2);
                f = Vector256.Create(Unsafe.Add(ref from, 3 * rowStep));
                x3 = Vector256.FusedMultiplyAdd(f, p, x3);
                y3 = Vector256.FusedMultiplyAdd(f, q, y3);
                from = ref Unsafe.Add(ref from, columnStep);
                row = ref Unsafe.Add(ref row, Block);
            }
            x0.StoreUnsafe(ref c0);
            y0.StoreUnsafe(ref c0, 8);
            x1.StoreUnsafe(ref c1);
            y1.StoreUnsafe(ref c1, 8);
            x2.StoreUnsafe(ref c2);
            y2.StoreUnsafe(ref c2, 8);
            x3.StoreUnsafe(ref c3);
            y3.StoreUnsafe(ref c3, 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(ref float a, int columnStep, ref float b, ref float c, int inner)
    {
        for (int j = 0; j < Block; j += 32)
        {
            ref float to = ref Unsafe.Add(ref c, j);
            Vector256<float> x = Vector256.LoadUnsafe(ref to), y = Vector256.LoadUnsafe(ref to, 8), z = Vector256.LoadUnsafe(ref to, 16), w = Vector256.LoadUnsafe(ref to, 24);
            ref float from = ref a;
            ref float row = ref Unsafe.Add(ref b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector256<float> f = Vector256.Create(from);
                x = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref row), x);
                y = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref row, 8), y);
                z = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref row, 16), z);
                w = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref row, 24), w);
                from = ref Unsafe.Add(ref from, columnStep);
                row = ref Unsafe.Add(ref row, Block);
            }
            x.StoreUnsafe(ref to);
            y.StoreUnsafe(ref to, 8);
            z.StoreUnsafe(ref to, 16);
            w.StoreUnsafe(ref to, 24);
        }
    }

    /// <summary>Copies the bias into each row.</summary>
    public static void FillRows(ReadOnlySpan<float> bias, Span<float> c, int rows)
    {
        for (int i = 0; i < rows; i++)
            bias.CopyTo(c[(i * bias.Length)..]);
    }

    /// <summary>x / (1 + |x|): between -1 and 1, and the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Squash(Vector256<float> x) => x / (Vector256<float>.One + Vector256.Abs(x));

    /// <summary>Between 0 and 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gate(Vector256<float> x) => Vector256.FusedMultiplyAdd(Squash(x), Vector256.Create(0.5f), Vector256.Create(0.5f));
}
