// The lemmatiser's decision list.
namespace Crossread.Language;

/// <summary>What to do with a form: cut so many letters and add an ending, or take the ending as the whole lemma.</summary>
/// <param name="Cut">Letters to cut off.</param>
/// <param name="Ending">Letters to add, or the lemma itself.</param>
/// <param name="Whole">True if the ending is the lemma.</param>
internal readonly record struct LemmaRule(byte Cut, string Ending, bool Whole);

/// <summary>Rules by tag and ending; the longest ending that has one decides. Immutable after loading.</summary>
internal sealed class LemmaRules
{
    /// <summary>Longest ending with a rule; a whole word counts its mark of the beginning.</summary>
    public const int LongestEnding = 20;

    /// <summary>Stands before the first letter of a whole word.</summary>
    public const char Beginning = '^';

    private static readonly LemmaRule Same = new(0, "", false);
    private readonly Dictionary<ulong, LemmaRule> _rules;

    private LemmaRules(Dictionary<ulong, LemmaRule> rules) => _rules = rules;

    /// <summary>Key of a tag and an ending, of which the letters come last first.</summary>
    public static ulong Extend(ulong key, char letter) => unchecked((key ^ letter) * 0x9E3779B97F4A7C15UL + 0x7f4a7c15);

    /// <summary>Key of a tag and the empty ending.</summary>
    public static ulong Start(byte tag) => unchecked((tag + 1UL) * 0xD6E8FEB86659FD93UL);

    /// <summary>The rule for a form in small letters.</summary>
    public LemmaRule Find(byte tag, ReadOnlySpan<char> letters)
    {
        ulong key = Start(tag);
        LemmaRule best = _rules.TryGetValue(key, out LemmaRule rule) ? rule : Same;
        int most = Math.Min(letters.Length, LongestEnding);
        for (int k = 1; k <= most; k++)
        {
            key = Extend(key, letters[^k]);
            if (_rules.TryGetValue(key, out rule))
                best = rule;
        }
        if (most == letters.Length && _rules.TryGetValue(Extend(key, Beginning), out rule))
            best = rule;
        return best;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LemmaRules Read(BinaryReader reader)
    {
        LemmaRule[] kinds = new LemmaRule[reader.ReadInt32()];
        for (int i = 0; i < kinds.Length; i++)
            kinds[i] = new LemmaRule(reader.ReadByte(), reader.ReadString(), reader.ReadBoolean());
        int count = reader.ReadInt32();
        Dictionary<ulong, LemmaRule> rules = new(count);
        for (int i = 0; i < count; i++)
        {
            ulong key = reader.ReadUInt64();
            rules[key] = kinds[reader.ReadUInt16()];
        }
        return new LemmaRules(rules);
    }

    /// <summary>Writes rules in the order of their keys.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyDictionary<ulong, LemmaRule> rules)
    {
        LemmaRule[] kinds = [.. rules.Values.Distinct().OrderBy(r => r.Whole).ThenBy(r => r.Cut).ThenBy(r => r.Ending, StringComparer.Ordinal)];
        Dictionary<LemmaRule, int> numbers = kinds.Select((kind, i) => (kind, i)).ToDictionary(pair => pair.kind, pair => pair.i);
        writer.Write(kinds.Length);
        foreach (LemmaRule kind in kinds)
        {
            writer.Write(kind.Cut);
            writer.Write(kind.Ending);
            writer.Write(kind.Whole);
        }
        writer.Write(rules.Count);
        foreach ((ulong key, LemmaRule rule) in rules.OrderBy(pair => pair.Key))
        {
            writer.Write(key);
            writer.Write((ushort)numbers[rule]);
        }
    }
}
