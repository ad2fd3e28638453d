// What the models see of the words of one sentence: hashes of forms and affixes, shapes, spaces, tags, heads.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>The words of one sentence as the models see them. Reused from sentence to sentence; belongs to one thread.</summary>
internal sealed class WordSheet(Lexicon lexicon)
{
    private const int FirstCapacity = 64;

    /// <summary>Number of words.</summary>
    public int Count;

    /// <summary>Hash of the form with small letters, one glyph for each kind of mark and 0 for each figure.</summary>
    public uint[] Word = new uint[FirstCapacity];

    /// <summary>Hashes of the first one to four letters and the last one to five; 0 where the word is too short.</summary>
    public uint[] Prefix1 = new uint[FirstCapacity], Prefix2 = new uint[FirstCapacity], Prefix3 = new uint[FirstCapacity], Prefix4 = new uint[FirstCapacity];

    /// <summary>Hashes of the last one to five letters.</summary>
    public uint[] Suffix1 = new uint[FirstCapacity], Suffix2 = new uint[FirstCapacity], Suffix3 = new uint[FirstCapacity], Suffix4 = new uint[FirstCapacity], Suffix5 = new uint[FirstCapacity];

    /// <summary>Bits of capitals, figures, marks and length.</summary>
    public byte[] Shape = new byte[FirstCapacity];

    /// <summary>1: space before; 2: space behind.</summary>
    public byte[] Spacing = new byte[FirstCapacity];

    /// <summary>Class of the word in the lexicon, 0 if it is not there.</summary>
    public ushort[] Class = new ushort[FirstCapacity];

    /// <summary>Fields of the word's first senses as a noun and as a verb, 0 if it has none.</summary>
    public byte[] Noun = new byte[FirstCapacity], Verb = new byte[FirstCapacity];

    /// <summary>Number of the joint tag.</summary>
    public byte[] Tag = new byte[FirstCapacity];

    /// <summary>True if the first tag led the others by far.</summary>
    public bool[] Sure = new bool[FirstCapacity];

    /// <summary>For each tag 1 if it is a noun's, 2 if a verb's, else 0.</summary>
    public byte[] Kinds = [];

    /// <summary>Head within the sentence, or -1.</summary>
    public int[] Head = new int[FirstCapacity];

    /// <summary>Relation to the head.</summary>
    public byte[] Relation = new byte[FirstCapacity];

    /// <summary>1 if most words of the sentence have a capital (a headline), 2 if all letters are capitals, else 0.</summary>
    public byte Case;

    /// <summary>Takes over the words of a sentence.</summary>
    public void Fill(string text, ReadOnlySpan<TextSpan> words)
    {
        Reserve(words.Length);
        Count = words.Length;
        int capitals = 0, upper = 0, lower = 0;
        bool openSingle = false, openDouble = false;
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<char> form = words[i].Of(text);
            bool before = i == 0 || words[i - 1].End < words[i].Start;
            bool behind = i + 1 == words.Length || words[i].End < words[i + 1].Start;
            Spacing[i] = (byte)((before ? 1 : 0) | (behind ? 2 : 0));
            FillForm(i, form);
            if (form.Length <= 2 && !char.IsLetterOrDigit(form[0]))
                FillQuote(i, form, text, words, ref openSingle, ref openDouble);
            int shape = Shape[i] & 7;
            if (form.Length > 3 || (form.Length > 1 && shape == 3))
            {
                capitals += shape is 2 or 3 or 4 ? 1 : 0;
                upper += shape == 3 ? 1 : 0;
                lower += shape == 1 ? 1 : 0;
            }
        }
        Case = (byte)(upper > 1 && lower == 0 && upper == capitals ? 2 : capitals > 2 && lower * 3 < capitals ? 1 : 0);
    }

    private void FillForm(int i, ReadOnlySpan<char> form)
    {
        unchecked
        {
            uint hash = 2166136261;
            int upper = 0, lower = 0, digits = 0, marks = 0;
            bool firstUpper = false;
            Prefix1[i] = Prefix2[i] = Prefix3[i] = Prefix4[i] = 0;
            for (int k = 0; k < form.Length; k++)
            {
                char c = form[k];
                char normal = Normal(c);
                if (normal != c && char.IsUpper(c))
                {
                    upper++;
                    firstUpper |= k == 0;
                }
                else if (normal == '0')
                {
                    digits++;
                }
                else if (char.IsLetter(c))
                {
                    lower++;
                }
                else
                {
                    marks++;
                }
                hash = (hash ^ normal) * 16777619;
                if (k == 0)
                    Prefix1[i] = hash;
                else if (k == 1)
                    Prefix2[i] = hash;
                else if (k == 2)
                    Prefix3[i] = hash;
                else if (k == 3)
                    Prefix4[i] = hash;
            }
            Word[i] = hash;
            uint tail = 0x9747b28c;
            Suffix1[i] = Suffix2[i] = Suffix3[i] = Suffix4[i] = Suffix5[i] = 0;
            for (int k = 1; k <= 5 && k <= form.Length; k++)
            {
                tail = (tail ^ Normal(form[^k])) * 16777619;
                if (k == 1)
                    Suffix1[i] = tail;
                else if (k == 2)
                    Suffix2[i] = tail;
                else if (k == 3)
                    Suffix3[i] = tail;
                else if (k == 4)
                    Suffix4[i] = tail;
                else
                    Suffix5[i] = tail;
            }
            int kind = upper == 0 && lower == 0 ? 0
                : upper == 0 ? 1
                : firstUpper && (upper == 1 && lower > 0) ? 2
                : lower == 0 ? (upper == 1 ? 5 : 3)
                : firstUpper ? 4 : 6;
            int length = form.Length <= 2 ? 0 : form.Length <= 5 ? 1 : 2;
            Shape[i] = (byte)(kind | (digits > 0 ? (lower + upper + marks == 0 ? 16 : 8) : 0) | (marks > 0 ? 32 : 0) | (length << 6));
            LexicalEntry entry = lexicon.Find(hash);
            (Class[i], Noun[i], Verb[i]) = (entry.Class == 0 && marks > 0 && form.Length > 4 ? AddressClass(form) : entry.Class, entry.Noun, entry.Verb);
        }
    }

    /// <summary>Addresses have a class of their own, beyond the lexicon's.</summary>
    private static ushort AddressClass(ReadOnlySpan<char> form)
    {
        ReadOnlySpan<char> front = form[..Math.Min(form.Length, 100)];
        return front.Contains("://", StringComparison.Ordinal) || front.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? (ushort)0xf001
            : front.IndexOf('@') > 0 ? (ushort)0xf002
            : front.EndsWith(".com", StringComparison.OrdinalIgnoreCase) || front.EndsWith(".org", StringComparison.OrdinalIgnoreCase) || front.EndsWith(".net", StringComparison.OrdinalIgnoreCase) ? (ushort)0xf003
            : (ushort)0;
    }

    /// <summary>Quotation marks of every glyph become the opening or the closing mark; a lone apostrophe behind s stays one.</summary>
    private void FillQuote(int i, ReadOnlySpan<char> form, string text, ReadOnlySpan<TextSpan> words, ref bool openSingle, ref bool openDouble)
    {
        char c = form[0];
        bool single = Glyphs.IsApostrophe(c);
        if (!(single || Glyphs.IsDoubleQuote(c)) || (form.Length == 2 && !Glyphs.IsApostrophe(form[1])))
            return;
        bool two = form.Length == 2;
        bool before = (Spacing[i] & 1) != 0, behind = (Spacing[i] & 2) != 0;
        bool opens;
        if (c is '“' or '‘' or '„' or '«' or '`' or '‚')
            opens = true;
        else if (c is '”' or '»')
            opens = false;
        else if (before != behind)
            opens = before;
        else
            opens = !(single && !two ? openSingle : openDouble);
        if (single && !two)
        {
            if (!opens && !openSingle && i > 0 && char.IsLetterOrDigit(text[words[i - 1].End - 1]) && (text[words[i - 1].End - 1] | 0x20) is 's' or 'z' or 'x')
                return;
            openSingle = opens;
        }
        else
        {
            openDouble = opens;
        }
        Word[i] = Suffix1[i] = Prefix1[i] = opens ? 0x51a7e001u : 0x51a7e002u;
        Prefix2[i] = Suffix2[i] = 0;
    }

    /// <summary>Small letter, 0 for a figure, one glyph for each kind of mark.</summary>
    public static char Normal(char c)
    {
        if (c < 128)
            return char.IsAsciiDigit(c) ? '0' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c == '`' ? '\'' : c;
        if (Glyphs.IsApostrophe(c))
            return '\'';
        if (Glyphs.IsDoubleQuote(c))
            return '"';
        if (Glyphs.IsHyphen(c))
            return '-';
        if (Glyphs.IsDash(c))
            return '—';
        return char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
    }

    private void Reserve(int count)
    {
        if (Word.Length >= count)
            return;
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        Word = new uint[size];
        Prefix1 = new uint[size];
        Prefix2 = new uint[size];
        Prefix3 = new uint[size];
        Prefix4 = new uint[size];
        Suffix1 = new uint[size];
        Suffix2 = new uint[size];
        Suffix3 = new uint[size];
        Suffix4 = new uint[size];
        Suffix5 = new uint[size];
        Shape = new byte[size];
        Spacing = new byte[size];
        Class = new ushort[size];
        Noun = new byte[size];
        Verb = new byte[size];
        Tag = new byte[size];
        Sure = new bool[size];
        Head = new int[size];
        Relation = new byte[size];
    }
}
