// Finds the dictionary form of a word by its tag: a decision list over the word's ending, learnt from the treebanks.
namespace Crossread.Language;

/// <summary>Finds lemmas. The rules are shared; the working space belongs to one thread.</summary>
internal sealed class Lemmatizer(LemmaRules rules)
{
    private const int LongestWord = 60;
    private const int PoolSize = 60_000;
    private const int RecentSize = 4096;
    private readonly (string? Form, byte Tag, string Lemma)[] _recent = new (string?, byte, string)[RecentSize];
    private readonly char[] _letters = new char[LongestWord + 32];
    private Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _pool = NewPool();

    /// <summary>The lemma of a form with this joint tag; a proper noun keeps its capitals.</summary>
    /// <remarks>Most words of a text were met shortly before: what was found then is found again by form and tag.</remarks>
    public string Lemma(ReadOnlySpan<char> form, byte tag, bool proper)
    {
        if (form.Length > LongestWord)
            return form.ToString();
        uint place = tag;
        foreach (char letter in form)
            place = unchecked((place ^ letter) * 16777619);
        ref (string? Form, byte Tag, string Lemma) recent = ref _recent[(place ^ (place >> 16)) % RecentSize];
        if (recent.Tag != tag || !form.Equals(recent.Form, StringComparison.Ordinal))
            recent = (form.ToString(), tag, Make(form, tag, proper));
        return recent.Lemma;
    }

    private string Make(ReadOnlySpan<char> form, byte tag, bool proper)
    {
        Span<char> letters = _letters;
        for (int i = 0; i < form.Length; i++)
            letters[i] = Spelling(form[i]);
        int length = form.Length;
        LemmaRule rule = rules.Find(tag, letters[..length]);
        if (rule.Whole)
            return rule.Ending;
        if (proper)
        {
            for (int i = 0; i < form.Length; i++)
                letters[i] = Glyphs.IsApostrophe(form[i]) ? '\'' : form[i];
        }
        length = Math.Max(0, length - rule.Cut);
        rule.Ending.CopyTo(letters[length..]);
        return Pooled(letters[..(length + rule.Ending.Length)]);
    }

    /// <summary>Small letter, straight apostrophe and quotation mark.</summary>
    public static char Spelling(char c) => c < 128 ? char.ToLowerInvariant(c) : Glyphs.IsApostrophe(c) ? '\'' : Glyphs.IsDoubleQuote(c) ? '"' : char.ToLowerInvariant(c);

    private string Pooled(ReadOnlySpan<char> letters)
    {
        if (_pool.TryGetValue(letters, out string? found))
            return found;
        if (_pool.Dictionary.Count >= PoolSize)
            _pool = NewPool();
        string lemma = letters.ToString();
        _pool.Dictionary[lemma] = lemma;
        return lemma;
    }

    private static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NewPool() =>
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
