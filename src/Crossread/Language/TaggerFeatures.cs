// What the tagger looks at.
using static Crossread.Language.FeatureKey;

namespace Crossread.Language;

/// <summary>The tagger's features of one word, given the tags of the words before it.</summary>
internal static class TaggerFeatures
{
    /// <summary>At most so many features a word.</summary>
    public const int Most = 48;

    /// <summary>Writes the keys of word i's features; returns their number.</summary>
    public static int Extract(WordSheet s, int i, Span<uint> keys)
    {
        unchecked
        {
            int n = 0;
            int last = s.Count - 1;
            uint w = s.Word[i];
            uint w1 = i > 0 ? s.Word[i - 1] : 1, w2 = i > 1 ? s.Word[i - 2] : 2;
            uint r1 = i < last ? s.Word[i + 1] : 3, r2 = i + 1 < last ? s.Word[i + 2] : 4;
            uint t1 = i > 0 ? s.Tag[i - 1] : 254u, t2 = i > 1 ? s.Tag[i - 2] : 255u;
            uint shape = s.Shape[i], kind = shape & 63;
            uint first = i == 0 ? 1u : 0u;
            uint rs = i < last ? s.Shape[i + 1] & 63u : 64u;
            uint c = s.Class[i], rc = i < last ? s.Class[i + 1] : 0xfffeu, lc = i > 0 ? s.Class[i - 1] : 0xfffeu;
            uint context = ((uint)s.Case << 1) | first;
            keys[n++] = Of(1, 1);
            keys[n++] = Of(2, w);
            keys[n++] = Of(3, Join(w, kind));
            keys[n++] = Of(4, s.Suffix1[i]);
            keys[n++] = Of(5, s.Suffix2[i]);
            keys[n++] = Of(6, s.Suffix3[i]);
            if (s.Suffix4[i] != 0)
                keys[n++] = Of(7, s.Suffix4[i]);
            if (s.Suffix5[i] != 0)
                keys[n++] = Of(8, s.Suffix5[i]);
            keys[n++] = Of(9, s.Prefix1[i]);
            keys[n++] = Of(10, s.Prefix2[i]);
            keys[n++] = Of(11, s.Prefix3[i]);
            if (s.Prefix4[i] != 0)
                keys[n++] = Of(12, s.Prefix4[i]);
            keys[n++] = Of(13, (shape << 8) | context);
            keys[n++] = Of(14, Join(s.Suffix3[i], (kind << 8) | context));
            keys[n++] = Of(15, t1);
            keys[n++] = Of(16, (t1 << 8) | t2);
            keys[n++] = Of(17, w1);
            keys[n++] = Of(18, w2);
            keys[n++] = Of(19, r1);
            keys[n++] = Of(20, r2);
            keys[n++] = Of(21, Join(w, t1));
            keys[n++] = Of(22, Join(w, (t1 << 8) | t2));
            keys[n++] = Of(23, Join(w, w1));
            keys[n++] = Of(24, Join(w, r1));
            keys[n++] = Of(25, Join(w1, r1));
            keys[n++] = Of(26, Join(r1, r2));
            keys[n++] = Of(27, Join(t1, r1));
            keys[n++] = Of(28, Join(s.Suffix3[i], t1));
            keys[n++] = Of(29, Join(s.Suffix3[i], i < last ? s.Suffix3[i + 1] : 5));
            keys[n++] = Of(30, Join(s.Suffix2[i], (t1 << 8) | t2));
            keys[n++] = Of(31, Join(kind, (t1 << 16) | (rs << 8) | context));
            keys[n++] = Of(32, i < last ? s.Suffix3[i + 1] : 5);
            keys[n++] = Of(33, Join(w, (uint)((s.Spacing[i] << 2) | (i == last ? 2 : 0) | (int)first)));
            keys[n++] = Of(34, Join(kind, i > 0 ? s.Shape[i - 1] & 63u : 65u));
            keys[n++] = Of(35, c);
            keys[n++] = Of(36, (c << 8) | t1);
            keys[n++] = Of(37, (c << 16) | rc);
            keys[n++] = Of(38, Join(c, ((ulong)lc << 16) | rc));
            keys[n++] = Of(39, Join((rc << 8) | t1, w));
            keys[n++] = Of(40, Join((c << 8) | kind, s.Suffix2[i]));
            keys[n++] = Of(41, Join((rc << 16) | (t1 << 8) | t2, c));
            keys[n++] = Of(42, Join(i + 1 < last ? s.Class[i + 2] : 0xfffeu, (rc << 16) | c));
            return n;
        }
    }
}
