// Products of small dense matrices. Every sum is made in one order with fused multiplication, so that all machines get the same bits.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>Dense arithmetic over rows of numbers. Widths are multiples of <see cref="Block"/>.</summary>
internal static class DenseMath
{
    /// <summary>Columns come in blocks of so many.</summary>
    public const int Block = 16;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProduct(ReadOnlySpan<float> a, int rowStep, int columnStep, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int width)
    {
        ref float left = ref MemoryMarshal.GetReference(a);
        ref float right = ref MemoryMarshal.GetReference(b);
        ref float sum = ref MemoryMarshal.GetReference(c);
        int i = 0;
        if (Vector512.IsHardwareAccelerated && width % (2 * Block) == 0)
        {
            for (; i + 4 <= rows; i += 4)
                FourRowsWide(ref Unsafe.Add(ref left, i * rowStep), rowStep, columnStep, ref right, ref Unsafe.Add(ref sum, i * width), inner, width);
        }
        for (; i + 4 <= rows; i += 4)
            FourRows(ref Unsafe.Add(ref left, i * rowStep), rowStep, columnStep, ref right, ref Unsafe.Add(ref sum, i * width), inner, width);
        for (; i < rows; i++)
            OneRow(ref Unsafe.Add(ref left, i * rowStep), columnStep, ref right, ref Unsafe.Add(ref sum, i * width), inner, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref float a, int rowStep, int columnStep, ref float b, ref float c, int inner, int width)
    {
        for (int j = 0; j < width; j += Block)
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
                row = ref Unsafe.Add(ref row, width);
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
    private static void FourRowsWide(ref float a, int rowStep, int columnStep, ref float b, ref float c, int inner, int width)
    {
        for (int j = 0; j < width; j += 2 * Block)
        {
            ref float c0 = ref Unsafe.Add(ref c, j);
            ref float c1 = ref Unsafe.Add(ref c0, width);
            ref float c2 = ref Unsafe.Add(ref c1, width);
            ref float c3 = ref Unsafe.Add(ref c2, width);
            Vector512<float> x0 = Vector512.LoadUnsafe(ref c0), y0 = Vector512.LoadUnsafe(ref c0, 16), x1 = Vector512.LoadUnsafe(ref c1), y1 = Vector512.LoadUnsafe(ref c1, 16);
            Vector512<float> x2 = Vector512.LoadUnsafe(ref c2), y2 = Vector512.LoadUnsafe(ref c2, 16), x3 = Vector512.LoadUnsafe(ref c3), y3 = Vector512.LoadUnsafe(ref c3, 16);
            ref float from = ref a;
            ref float row = ref Unsafe.Add(ref b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector512<float> p = Vector512.LoadUnsafe(ref row), q = Vector512.LoadUnsafe(ref row, 16);
                Vector512<float> f = Vector512.Create(from);
                x0 = Vector512.FusedMultiplyAdd(f, p, x0);
                y0 = Vector512.FusedMultiplyAdd(f, q, y0);
                f = Vector512.Create(Unsafe.Add(ref from, rowStep));
                x1 = Vector512.FusedMultiplyAdd(f, p, x1);
                y1 = Vector512.FusedMultiplyAdd(f, q, y1);
                f = Vector512.Create(Unsafe.Add(ref from, 2 * rowStep));
                x2 = Vector512.FusedMultiplyAdd(f, p, x2);
                y2 = Vector512.FusedMultiplyAdd(f, q, y2);
                f = Vector512.Create(Unsafe.Add(ref from, 3 * rowStep));
                x3 = Vector512.FusedMultiplyAdd(f, p, x3);
                y3 = Vector512.FusedMultiplyAdd(f, q, y3);
                from = ref Unsafe.Add(ref from, columnStep);
                row = ref Unsafe.Add(ref row, width);
            }
            x0.StoreUnsafe(ref c0);
            y0.StoreUnsafe(ref c0, 16);
            x1.StoreUnsafe(ref c1);
            y1.StoreUnsafe(ref c1, 16);
            x2.StoreUnsafe(ref c2);
            y2.StoreUnsafe(ref c2, 16);
            x3.StoreUnsafe(ref c3);
            y3.StoreUnsafe(ref c3, 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(ref float a, int columnStep, ref float b, ref float c, int inner, int width)
    {
        for (int j = 0; j < width; j += Block)
        {
            ref float to = ref Unsafe.Add(ref c, j);
            Vector256<float> x = Vector256.LoadUnsafe(ref to), y = Vector256.LoadUnsafe(ref to, 8);
            ref float from = ref a;
            ref float row = ref Unsafe.Add(ref b, j);
            for (int k = 0; k < inner; k++)
            {
                Vector256<float> f = Vector256.Create(from);
                x = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref row), x);
                y = Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref row, 8), y);
                from = ref Unsafe.Add(ref from, columnStep);
                row = ref Unsafe.Add(ref row, width);
            }
            x.StoreUnsafe(ref to);
            y.StoreUnsafe(ref to, 8);
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
