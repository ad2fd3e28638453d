// What the second tagging looks at: the first tags on both sides, and the tree.
using static Crossread.Language.FeatureKey;

namespace Crossread.Language;

/// <summary>The features by which a word's tag is decided anew once the sentence has been parsed.</summary>
internal static class RetaggerFeatures
{
    /// <summary>At most so many features a word.</summary>
    public const int Most = 64;

    /// <summary>Writes the keys of word i's features; returns their number. <paramref name="sets"/> holds each word's children's relations, those before it and those behind it.</summary>
    public static int Extract(WordSheet s, int i, ReadOnlySpan<(ulong Left, ulong Right)> sets, Span<uint> keys)
    {
        unchecked
        {
            int n = 0, last = s.Count - 1;
            ulong w = s.Word[i], t = s.Tag[i], c = s.Class[i], kind = s.Shape[i] & 63u, suffix = s.Suffix3[i];
            ulong l1 = i > 0 ? s.Tag[i - 1] : 254u, l2 = i > 1 ? s.Tag[i - 2] : 255u;
            ulong r1 = i < last ? s.Tag[i + 1] : 254u, r2 = i + 1 < last ? s.Tag[i + 2] : 255u;
            ulong lw = i > 0 ? s.Word[i - 1] : 1u, rw = i < last ? s.Word[i + 1] : 3u;
            int h = s.Head[i];
            ulong relation = s.Relation[i], side = h < 0 ? 0u : h < i ? 1u : 2u;
            ulong r = relation << 2 | side;
            ulong hw = h < 0 ? 5u : s.Word[h], hp = h < 0 ? 253u : s.Tag[h], hr = h < 0 ? 253u : s.Relation[h];
            (ulong left, ulong right) = sets[i];
            ulong context = ((ulong)s.Case << 1) | (i == 0 ? 1u : 0u);
            ulong tw = Join(t, w);
            keys[n++] = Of(301, t);
            keys[n++] = Of(302, tw);
            keys[n++] = Of(303, Join(t, suffix));
            keys[n++] = Of(304, Join(t, (kind << 8) | context));
            keys[n++] = Of(305, (t << 8) | l1);
            keys[n++] = Of(306, (t << 8) | r1);
            keys[n++] = Of(307, (t << 16) | (l1 << 8) | r1);
            keys[n++] = Of(308, (t << 16) | (l1 << 8) | l2);
            keys[n++] = Of(309, (t << 16) | (r1 << 8) | r2);
            keys[n++] = Of(310, Join(w, l1));
            keys[n++] = Of(311, Join(w, r1));
            keys[n++] = Of(312, Join(w, (l1 << 8) | r1));
            keys[n++] = Of(313, Join(tw, lw));
            keys[n++] = Of(314, Join(tw, rw));
            keys[n++] = Of(315, Join(t, lw));
            keys[n++] = Of(316, Join(t, rw));
            keys[n++] = Of(317, Join(suffix, (l1 << 8) | r1));
            keys[n++] = Of(318, (c << 16) | t);
            keys[n++] = Of(319, Join(c, (t << 16) | (l1 << 8) | r1));
            keys[n++] = Of(320, w);
            keys[n++] = Of(321, Join(w, kind));
            keys[n++] = Of(322, s.Suffix2[i]);
            keys[n++] = Of(323, suffix);
            keys[n++] = Of(324, s.Suffix4[i]);
            keys[n++] = Of(325, Join(suffix, kind));
            keys[n++] = Of(326, s.Prefix3[i]);
            keys[n++] = Of(330, (t << 8) | r);
            keys[n++] = Of(331, Join(w, r));
            keys[n++] = Of(332, Join(tw, r));
            keys[n++] = Of(333, (t << 16) | (r << 8) | hp);
            keys[n++] = Of(334, Join(w, (r << 8) | hp));
            keys[n++] = Of(335, Join(t, hw));
            keys[n++] = Of(336, Join(Join(w, hw), r));
            keys[n++] = Of(337, (t << 24) | (r << 16) | (hp << 8) | hr);
            keys[n++] = Of(338, Join(t, left));
            keys[n++] = Of(339, Join(t, right));
            keys[n++] = Of(340, Join(Join(t, left), right));
            keys[n++] = Of(341, Join(w, Join(left, right)));
            keys[n++] = Of(342, Join(w, left));
            keys[n++] = Of(343, Join(w, right));
            keys[n++] = Of(344, Join((t << 16) | (r << 8) | hp, left));
            keys[n++] = Of(345, Join((t << 16) | r, right));
            keys[n++] = Of(346, Join((c << 16) | (t << 8) | r, hp));
            keys[n++] = Of(347, Join((c << 16) | (t << 8) | r, left));
            keys[n++] = Of(348, Join(suffix, Join(r, left)));
            keys[n++] = Of(349, Join((kind << 16) | (t << 8) | r, context));
            keys[n++] = Of(350, (t << 16) | ((ulong)i + 1 < (ulong)s.Count ? s.Relation[i + 1] : 255u) << 8 | (i > 0 ? s.Relation[i - 1] : 255u));
            return n;
        }
    }

    /// <summary>The relations of each word's children on both sides.</summary>
    public static void FindSets(WordSheet s, Span<(ulong Left, ulong Right)> sets)
    {
        sets[..s.Count].Clear();
        for (int i = 0; i < s.Count; i++)
        {
            int h = s.Head[i];
            if (h > i)
                sets[h].Left |= 1UL << s.Relation[i];
            else if (h >= 0)
                sets[h].Right |= 1UL << s.Relation[i];
        }
    }
}
