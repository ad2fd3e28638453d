// What the parser looks at: the templates of Zhang and Nivre (2011), with classes of words and the second word of the stack.
using System.Runtime.CompilerServices;
using static Crossread.Language.FeatureKey;

namespace Crossread.Language;

/// <summary>
/// The parser's features of a state, in groups by what they depend on: states of one sentence share most of what a group tells, and
/// <see cref="ParserScorer"/> adds it up once.
/// </summary>
internal static class ParserFeatures
{
    /// <summary>At most so many features a state, and in one group.</summary>
    public const int Most = 128, MostInGroup = 40;

    /// <summary>Writes the keys of a state; returns their number.</summary>
    public static int Extract(WordSheet sheet, ParserState state, Span<uint> keys)
    {
        ParserView view = new(sheet, state);
        int n = Next(view, keys);
        n += Pair(view, keys[n..]);
        n += LeftOfTop(view, keys[n..]);
        n += RightOfTop(view, keys[n..]);
        n += LeftOfNext(view, keys[n..]);
        n += AboveTop(view, keys[n..]);
        n += PairWithLeftOfNext(view, keys[n..]);
        n += PairWithLeftOfTop(view, keys[n..]);
        n += Rest(view, keys[n..]);
        return n;
    }

    /// <summary>What the next words alone tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Next(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong b1w = v.B1w, b1p = v.B1p, b2w = v.B2w, b2p = v.B2p, b0p = v.B0p;
            keys[0] = Of(4, v.B0wp);
            keys[1] = Of(5, v.B0w);
            keys[2] = Of(7, Join(b1w, b1p));
            keys[3] = Of(8, b1w);
            keys[4] = Of(10, Join(b2w, b2p));
            keys[5] = Of(11, b2w);
            keys[6] = Of(12, b2p);
            keys[7] = Of(20, (b0p << 8) | b1p);
            keys[8] = Of(21, (b0p << 16) | (b1p << 8) | b2p);
            return 9;
        }
    }

    /// <summary>The top of the stack and the next word, with what stands around them in the sentence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Pair(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong s0wp = v.S0wp, s0w = v.S0w, headed = v.Headed, s0p = v.S0p, b0p = v.B0p, b1p = v.B1p, b0wp = v.B0wp, b0w = v.B0w, pp = v.Pp, distance = v.Distance, b1w = v.B1w, before = v.Before, s0c = v.S0c, b0c = v.B0c;
            keys[0] = Of(1, s0wp);
            keys[1] = Of(2, Join(s0w, headed));
            keys[2] = Of(3, (s0p << 1) | headed);
            keys[3] = Of(6, (b0p << 1) | headed);
            keys[4] = Of(9, (b1p << 1) | headed);
            keys[5] = Of(13, Join(s0wp, b0wp));
            keys[6] = Of(14, Join(s0wp, (b0w << 1) | headed));
            keys[7] = Of(15, Join(s0w, b0wp));
            keys[8] = Of(16, Join(s0wp, (b0p << 1) | headed));
            keys[9] = Of(17, Join(b0wp, (s0p << 1) | headed));
            keys[10] = Of(18, Join(s0w, b0w));
            keys[11] = Of(19, pp);
            keys[12] = Of(22, (pp << 8) | b1p);
            keys[13] = Of(27, Join(s0w, distance));
            keys[14] = Of(28, (s0p << 9) | (distance << 1) | headed);
            keys[15] = Of(29, Join(b0w, distance));
            keys[16] = Of(30, (b0p << 9) | (distance << 1) | headed);
            keys[17] = Of(31, Join(Join(s0w, b0w), distance));
            keys[18] = Of(32, (pp << 8) | distance);
            keys[19] = Of(77, Join(b1w, pp));
            keys[20] = Of(78, Join(s0w, (b0p << 8) | b1p));
            keys[21] = Of(79, Join(b0w, (s0p << 8) | b1p));
            keys[22] = Of(80, (pp << 16) | (b1p << 8) | v.B2p);
            keys[23] = Of(84, (pp << 8) | before);
            keys[24] = Of(85, (pp << 16) | (v.Behind << 8) | before);
            keys[25] = Of(86, Join(v.Beforew, pp));
            keys[26] = Of(91, (s0c << 17) | (b0c << 1) | headed);
            keys[27] = Of(92, (s0c << 17) | (b0p << 9) | (s0p << 1) | headed);
            keys[28] = Of(93, (b0c << 17) | (b0p << 9) | (s0p << 1) | headed);
            keys[29] = Of(94, Join(s0w, (b0c << 1) | headed));
            keys[30] = Of(95, Join(b0w, (s0c << 1) | headed));
            keys[31] = Of(96, (v.B1c << 17) | pp);
            keys[32] = Of(98, Join(v.S0s, (b0p << 1) | headed));
            keys[33] = Of(99, Join(v.B0s, (s0p << 1) | headed));
            keys[34] = Of(110, Join(Join(b1w, s0w), b0p));
            keys[35] = Of(111, Join(v.Shapes, pp));
            return 36;
        }
    }

    /// <summary>The children of the top before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int LeftOfTop(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong s0w = v.S0w, vl = v.Vl, headed = v.Headed, s0p = v.S0p, lw = v.Lw, lp = v.Lp, l2p = v.L2p, ls = v.Ls;
            keys[0] = Of(35, Join(s0w, (vl << 1) | headed));
            keys[1] = Of(36, (s0p << 9) | (vl << 1) | headed);
            keys[2] = Of(42, lw);
            keys[3] = Of(43, lp);
            keys[4] = Of(44, v.Ll);
            keys[5] = Of(54, v.L2w);
            keys[6] = Of(55, l2p);
            keys[7] = Of(56, v.L2l);
            keys[8] = Of(63, (s0p << 16) | (lp << 8) | l2p);
            keys[9] = Of(69, Join(s0w, ls));
            keys[10] = Of(70, Join(s0p, ls));
            keys[11] = Of(109, Join(lw, v.S0wp));
            return 12;
        }
    }

    /// <summary>The children of the top behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int RightOfTop(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong s0w = v.S0w, vr = v.Vr, headed = v.Headed, s0p = v.S0p, rp = v.Rp, r2p = v.R2p, rs = v.Rs;
            keys[0] = Of(33, Join(s0w, (vr << 1) | headed));
            keys[1] = Of(34, (s0p << 9) | (vr << 1) | headed);
            keys[2] = Of(45, v.Rw);
            keys[3] = Of(46, (rp << 1) | headed);
            keys[4] = Of(47, (v.Rl << 1) | headed);
            keys[5] = Of(57, v.R2w);
            keys[6] = Of(58, r2p);
            keys[7] = Of(59, v.R2l);
            keys[8] = Of(64, (s0p << 16) | (rp << 8) | r2p);
            keys[9] = Of(67, Join(s0w, rs));
            keys[10] = Of(68, Join(s0p, rs));
            return 11;
        }
    }

    /// <summary>The children of the next word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int LeftOfNext(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong b0w = v.B0w, bvl = v.Bvl, b0p = v.B0p, blw = v.Blw, blp = v.Blp, bl2p = v.Bl2p, bs = v.Bs;
            keys[0] = Of(37, Join(b0w, bvl));
            keys[1] = Of(38, (b0p << 9) | (bvl << 1) | v.Headed);
            keys[2] = Of(48, blw);
            keys[3] = Of(49, blp);
            keys[4] = Of(50, v.Bll);
            keys[5] = Of(60, v.Bl2w);
            keys[6] = Of(61, bl2p);
            keys[7] = Of(62, v.Bl2l);
            keys[8] = Of(66, (b0p << 16) | (blp << 8) | bl2p);
            keys[9] = Of(71, Join(b0w, bs));
            keys[10] = Of(72, Join(b0p, bs));
            keys[11] = Of(108, Join(blw, v.B0wp));
            return 12;
        }
    }

    /// <summary>The head of the top and its head.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int AboveTop(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong hw = v.Hw, hp = v.Hp, h2p = v.H2p;
            keys[0] = Of(39, hw);
            keys[1] = Of(40, hp);
            keys[2] = Of(41, (v.S0l << 1) | v.Headed);
            keys[3] = Of(51, v.H2w);
            keys[4] = Of(52, h2p);
            keys[5] = Of(53, v.Hl);
            keys[6] = Of(65, (v.S0p << 16) | (hp << 8) | h2p);
            keys[7] = Of(89, Join(hw, v.S0wp));
            return 8;
        }
    }

    /// <summary>Both words with the children of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PairWithLeftOfNext(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong pp = v.Pp, blw = v.Blw, s0c = v.S0c, b0c = v.B0c, headed = v.Headed;
            keys[0] = Of(26, (pp << 8) | v.Blp);
            keys[1] = Of(88, Join(blw, (v.B0p << 8) | v.S0p));
            keys[2] = Of(101, Join(blw, v.S0wp));
            keys[3] = Of(102, Join(blw, v.S0b0));
            keys[4] = Of(105, Join(v.Bs, pp));
            keys[5] = Of(112, Join(blw, (s0c << 17) | (b0c << 1) | headed));
            keys[6] = Of(113, Join(Join(blw, v.S0w), (b0c << 1) | headed));
            keys[7] = Of(114, Join(Join(blw, v.B0w), (s0c << 1) | headed));
            return 8;
        }
    }

    /// <summary>Both words with the children of the top before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PairWithLeftOfTop(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong pp = v.Pp, lw = v.Lw;
            keys[0] = Of(24, (pp << 8) | v.Lp);
            keys[1] = Of(103, Join(lw, (v.S0p << 8) | v.B0p));
            keys[2] = Of(104, Join(lw, v.S0b0));
            keys[3] = Of(106, Join(v.Ls, pp));
            return 4;
        }
    }

    /// <summary>What only the whole state tells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Rest(in ParserView v, Span<uint> keys)
    {
        unchecked
        {
            ulong pp = v.Pp, s1p = v.S1p, headed = v.Headed, s1w = v.S1w, s0l = v.S0l;
            keys[0] = Of(23, (pp << 8) | v.Hp);
            keys[1] = Of(25, (pp << 8) | v.Rp);
            keys[2] = Of(73, (s1p << 1) | headed);
            keys[3] = Of(74, Join(s1w, headed));
            keys[4] = Of(75, (pp << 8) | s1p);
            keys[5] = Of(76, Join(s1w, pp));
            keys[6] = Of(81, Join((pp << 8) | (s0l << 24), v.Rs));
            keys[7] = Of(82, (pp << 16) | (s0l << 8) | s1p);
            keys[8] = Of(83, (pp << 16) | (v.Vr << 8) | v.Bvl);
            keys[9] = Of(87, Join(v.Rw, (pp << 8) | (v.Rl << 24)));
            keys[10] = Of(90, Join(v.Hw, v.B0wp));
            keys[11] = Of(97, Join(v.Hc, (v.S0p << 8) | v.B0p | (v.B0c << 32)));
            keys[12] = Of(100, Join(pp, v.Depth));
            keys[13] = Of(107, Join(v.Lw, Join(v.Blw, pp)));
            return 14;
        }
    }
}
