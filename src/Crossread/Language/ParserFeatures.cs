// What the parser looks at: the templates of Zhang and Nivre (2011), with classes of words and the second word of the stack.
using System.Runtime.CompilerServices;
using static Crossread.Language.FeatureKey;

namespace Crossread.Language;

/// <summary>The parser's features of a state.</summary>
internal static class ParserFeatures
{
    /// <summary>At most so many features a state.</summary>
    public const int Most = 128;

    private const ulong NoTag = 250, RootTag = 251;
    private const ulong NoWord = 7, RootWord = 9;

    /// <summary>Writes the keys of a state; returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Extract(WordSheet s, ParserState state, Span<uint> keys)
    {
        unchecked
        {
            int n = 0;
            int s0 = state.Top, b0 = state.Next, s1 = state.Depth > 1 ? state.Stack[state.Depth - 2] : -1;
            int count = s.Count;
            int b1 = b0 + 1 <= count ? b0 + 1 : -1, b2 = b0 + 2 <= count ? b0 + 2 : -1;
            ulong s0w = W(s, s0), s0p = P(s, s0), b0w = W(s, b0), b0p = P(s, b0);
            ulong b1w = W(s, b1), b1p = P(s, b1), b2w = W(s, b2), b2p = P(s, b2), s1w = W(s, s1), s1p = P(s, s1);
            ulong distance = (ulong)Distance(s0, b0);
            bool has = s0 >= 0;
            int h = has ? state.Head[s0] : -1, h2 = h >= 0 ? state.Head[h] : -1;
            int l = has ? state.Left1[s0] : -1, l2 = has ? state.Left2[s0] : -1, r = has ? state.Right1[s0] : -1, r2 = has ? state.Right2[s0] : -1;
            int bl = state.Left1[b0], bl2 = state.Left2[b0];
            ulong headed = h >= 0 ? 1u : 0u;
            ulong vl = has ? state.LeftCount[s0] : 0u, vr = has ? state.RightCount[s0] : 0u, bvl = state.LeftCount[b0];
            ulong s0l = has ? state.Relation[s0] : 255u;
            ulong hp = P(s, h), lp = P(s, l), rp = P(s, r), blp = P(s, bl), h2p = P(s, h2), l2p = P(s, l2), r2p = P(s, r2), bl2p = P(s, bl2);
            ulong s0wp = Join(s0w, s0p), b0wp = Join(b0w, b0p), pp = (s0p << 9) | (b0p << 1) | headed;

            keys[n++] = Of(1, s0wp);
            keys[n++] = Of(2, Join(s0w, headed));
            keys[n++] = Of(3, (s0p << 1) | headed);
            keys[n++] = Of(4, b0wp);
            keys[n++] = Of(5, b0w);
            keys[n++] = Of(6, (b0p << 1) | headed);
            keys[n++] = Of(7, Join(b1w, b1p));
            keys[n++] = Of(8, b1w);
            keys[n++] = Of(9, (b1p << 1) | headed);
            keys[n++] = Of(10, Join(b2w, b2p));
            keys[n++] = Of(11, b2w);
            keys[n++] = Of(12, b2p);
            keys[n++] = Of(13, Join(s0wp, b0wp));
            keys[n++] = Of(14, Join(s0wp, (b0w << 1) | headed));
            keys[n++] = Of(15, Join(s0w, b0wp));
            keys[n++] = Of(16, Join(s0wp, (b0p << 1) | headed));
            keys[n++] = Of(17, Join(b0wp, (s0p << 1) | headed));
            keys[n++] = Of(18, Join(s0w, b0w));
            keys[n++] = Of(19, pp);
            keys[n++] = Of(20, (b0p << 8) | b1p);
            keys[n++] = Of(21, (b0p << 16) | (b1p << 8) | b2p);
            keys[n++] = Of(22, (pp << 8) | b1p);
            keys[n++] = Of(23, (pp << 8) | hp);
            keys[n++] = Of(24, (pp << 8) | lp);
            keys[n++] = Of(25, (pp << 8) | rp);
            keys[n++] = Of(26, (pp << 8) | blp);
            keys[n++] = Of(27, Join(s0w, distance));
            keys[n++] = Of(28, (s0p << 9) | (distance << 1) | headed);
            keys[n++] = Of(29, Join(b0w, distance));
            keys[n++] = Of(30, (b0p << 9) | (distance << 1) | headed);
            keys[n++] = Of(31, Join(Join(s0w, b0w), distance));
            keys[n++] = Of(32, (pp << 8) | distance);
            keys[n++] = Of(33, Join(s0w, (vr << 1) | headed));
            keys[n++] = Of(34, (s0p << 9) | (vr << 1) | headed);
            keys[n++] = Of(35, Join(s0w, (vl << 1) | headed));
            keys[n++] = Of(36, (s0p << 9) | (vl << 1) | headed);
            keys[n++] = Of(37, Join(b0w, bvl));
            keys[n++] = Of(38, (b0p << 9) | (bvl << 1) | headed);
            keys[n++] = Of(39, W(s, h));
            keys[n++] = Of(40, hp);
            keys[n++] = Of(41, (s0l << 1) | headed);
            keys[n++] = Of(42, W(s, l));
            keys[n++] = Of(43, lp);
            keys[n++] = Of(44, L(state, l));
            keys[n++] = Of(45, W(s, r));
            keys[n++] = Of(46, (rp << 1) | headed);
            keys[n++] = Of(47, (L(state, r) << 1) | headed);
            keys[n++] = Of(48, W(s, bl));
            keys[n++] = Of(49, blp);
            keys[n++] = Of(50, L(state, bl));
            keys[n++] = Of(51, W(s, h2));
            keys[n++] = Of(52, h2p);
            keys[n++] = Of(53, L(state, h));
            keys[n++] = Of(54, W(s, l2));
            keys[n++] = Of(55, l2p);
            keys[n++] = Of(56, L(state, l2));
            keys[n++] = Of(57, W(s, r2));
            keys[n++] = Of(58, r2p);
            keys[n++] = Of(59, L(state, r2));
            keys[n++] = Of(60, W(s, bl2));
            keys[n++] = Of(61, bl2p);
            keys[n++] = Of(62, L(state, bl2));
            keys[n++] = Of(63, (s0p << 16) | (lp << 8) | l2p);
            keys[n++] = Of(64, (s0p << 16) | (rp << 8) | r2p);
            keys[n++] = Of(65, (s0p << 16) | (hp << 8) | h2p);
            keys[n++] = Of(66, (b0p << 16) | (blp << 8) | bl2p);
            ulong rs = has ? state.RightSet[s0] : 0, ls = has ? state.LeftSet[s0] : 0, bs = state.LeftSet[b0];
            keys[n++] = Of(67, Join(s0w, rs));
            keys[n++] = Of(68, Join(s0p, rs));
            keys[n++] = Of(69, Join(s0w, ls));
            keys[n++] = Of(70, Join(s0p, ls));
            keys[n++] = Of(71, Join(b0w, bs));
            keys[n++] = Of(72, Join(b0p, bs));
            keys[n++] = Of(73, (s1p << 1) | headed);
            keys[n++] = Of(74, Join(s1w, headed));
            keys[n++] = Of(75, (pp << 8) | s1p);
            keys[n++] = Of(76, Join(s1w, pp));
            keys[n++] = Of(77, Join(b1w, pp));
            keys[n++] = Of(78, Join(s0w, (b0p << 8) | b1p));
            keys[n++] = Of(79, Join(b0w, (s0p << 8) | b1p));
            keys[n++] = Of(80, (pp << 16) | (b1p << 8) | b2p);
            keys[n++] = Of(81, Join((pp << 8) | (s0l << 24), rs));
            keys[n++] = Of(82, (pp << 16) | (s0l << 8) | s1p);
            keys[n++] = Of(83, (pp << 16) | (vr << 8) | bvl);
            // The words between decide commas and coordination: what stands right before the next word, and right behind the top.
            ulong before = P(s, b0 - 1), behind = P(s, has ? s0 + 1 : -1);
            keys[n++] = Of(84, (pp << 8) | before);
            keys[n++] = Of(85, (pp << 16) | (behind << 8) | before);
            keys[n++] = Of(86, Join(W(s, b0 - 1), pp));
            keys[n++] = Of(87, Join(W(s, r), (pp << 8) | (L(state, r) << 24)));
            keys[n++] = Of(88, Join(W(s, bl), (b0p << 8) | s0p));
            keys[n++] = Of(89, Join(W(s, h), s0wp));
            keys[n++] = Of(90, Join(W(s, h), b0wp));
            ulong s0c = C(s, s0), b0c = C(s, b0), b1c = C(s, b1);
            keys[n++] = Of(91, (s0c << 17) | (b0c << 1) | headed);
            keys[n++] = Of(92, (s0c << 17) | (b0p << 9) | (s0p << 1) | headed);
            keys[n++] = Of(93, (b0c << 17) | (b0p << 9) | (s0p << 1) | headed);
            keys[n++] = Of(94, Join(s0w, (b0c << 1) | headed));
            keys[n++] = Of(95, Join(b0w, (s0c << 1) | headed));
            keys[n++] = Of(96, (b1c << 17) | pp);
            keys[n++] = Of(97, Join(C(s, h), (s0p << 8) | b0p | (b0c << 32)));
            keys[n++] = Of(98, Join(Suffix(s, s0), (b0p << 1) | headed));
            keys[n++] = Of(99, Join(Suffix(s, b0), (s0p << 1) | headed));
            keys[n++] = Of(100, Join(pp, (ulong)Math.Min(state.Depth, 5)));
            // What hangs on the two words, with both: prepositions choose relation and head.
            ulong blw = W(s, bl), lw = W(s, l), s0b0 = Join(s0w, b0w);
            keys[n++] = Of(101, Join(blw, s0wp));
            keys[n++] = Of(102, Join(blw, s0b0));
            keys[n++] = Of(103, Join(lw, (s0p << 8) | b0p));
            keys[n++] = Of(104, Join(lw, s0b0));
            keys[n++] = Of(105, Join(bs, pp));
            keys[n++] = Of(106, Join(ls, pp));
            keys[n++] = Of(107, Join(lw, Join(blw, pp)));
            keys[n++] = Of(108, Join(blw, b0wp));
            keys[n++] = Of(109, Join(lw, s0wp));
            keys[n++] = Of(110, Join(Join(b1w, s0w), b0p));
            keys[n++] = Of(112, Join(blw, (s0c << 17) | (b0c << 1) | headed));
            keys[n++] = Of(113, Join(Join(blw, s0w), (b0c << 1) | headed));
            keys[n++] = Of(114, Join(Join(blw, b0w), (s0c << 1) | headed));
            ulong shapes = ((has ? s.Shape[s0] & 7u : 8u) << 8) | (b0 < count ? s.Shape[b0] & 7u : 8u);
            keys[n++] = Of(111, Join(shapes, pp));
            return n;
        }
    }

    private static ulong W(WordSheet s, int i) => i < 0 ? NoWord : i >= s.Count ? RootWord : s.Word[i];

    private static ulong P(WordSheet s, int i) => i < 0 ? NoTag : i >= s.Count ? RootTag : s.Tag[i];

    private static ulong C(WordSheet s, int i) => i < 0 ? 250u : i >= s.Count ? 251u : s.Kinds[s.Tag[i]] switch { 1 => s.Noun[i], 2 => s.Verb[i] + 64u, _ => 128u };

    private static ulong Suffix(WordSheet s, int i) => i < 0 ? NoWord : i >= s.Count ? RootWord : s.Suffix3[i];

    private static ulong L(ParserState state, int i) => i < 0 ? 255u : state.Relation[i];

    private static int Distance(int top, int next)
    {
        if (top < 0)
            return 0;
        int d = next - top;
        return d <= 5 ? d : d <= 10 ? 6 : 7;
    }
}
