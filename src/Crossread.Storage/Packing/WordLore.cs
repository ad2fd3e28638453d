// What is known of words before a text is packed.
using System.Buffers;
using System.Reflection;
using System.Text;

using Crossread.Language;

namespace Crossread.Storage.Packing;

/// <summary>
/// What is known of words before a text is packed: the strings that tags and lemmas need, and which number came with which word, tag or ending.
/// <see cref="Known"/> was taught by the words of the samples, as they were when <c>words.br</c> was made; the file is never changed, since what was packed
/// by it is unpacked by it.
/// </summary>
internal sealed class WordLore
{
    // 0.5 MiB once, and 64 KiB for each text.
    private const int _knownBits = 17, _textBits = 14;

    private static readonly Lazy<WordLore> _known = new(ReadKnown);

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];
    private readonly GuessTable _guesses = new(_knownBits, null);
    private bool _taught;

    /// <summary>What every store knows.</summary>
    public static WordLore Known => _known.Value;

    /// <summary>The strings, in the order of their numbers.</summary>
    public IReadOnlyList<string> Strings => _strings;

    /// <summary>A string's number, or null.</summary>
    public int? Number(string text) => _numbers.TryGetValue(text, out int number) ? number : null;

    /// <summary>The guesses for one text, which they may be taught by.</summary>
    public GuessTable Guesses() => _taught ? new GuessTable(_textBits, _guesses) : _guesses;

    /// <summary>Takes a text's own strings in, as long as the lore is taught.</summary>
    public void Learn(IReadOnlyList<string> strings)
    {
        if (_taught)
            return;
        foreach (string text in strings)
        {
            _numbers.Add(text, _strings.Count);
            _strings.Add(text);
        }
    }

    /// <summary>The content of <c>words.br</c>, out of some texts.</summary>
    public static byte[] Make(IReadOnlyList<AnnotatedText> texts)
    {
        WordLore lore = new();
        ArrayBufferWriter<byte> body = new();
        PackedNumbers.Write(body, texts.Count);
        foreach (AnnotatedText words in texts)
        {
            byte[] text = Encoding.UTF8.GetBytes(words.Text);
            PackedNumbers.Write(body, text.Length);
            body.Write(text);
            WordColumns.Write(body, words, lore);
        }
        return PackedBytes.WithLength(body.WrittenSpan);
    }

    private static WordLore ReadKnown()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Packing/words.br")!;
        byte[] packed = new byte[resource.Length];
        resource.ReadExactly(packed);
        NumberColumn.Reader from = new(PackedBytes.Unpack(packed));
        WordLore lore = new();
        for (int texts = from.Pass(0); texts > 0; texts--)
        {
            string text = Encoding.UTF8.GetString(from.Bytes(from.Pass(0)));
            WordColumns.Read(from, text, lore);
        }
        lore._taught = true;
        return lore;
    }
}
