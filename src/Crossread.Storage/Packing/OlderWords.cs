// Words of a text as earlier versions wrote them.
using System.Collections.Immutable;
using System.Text;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Storage.Packing;

/// <summary>
/// Reads words and sentences in forms 1 and 2: column by column as numbers of seven bits a byte. In form 2 what the text itself tells, most often rightly,
/// is not written: where a word begins and ends.
/// </summary>
internal static class OlderWords
{
    // A lemma is most often the word itself, in small letters or as it stands; else a change of the word in small letters, as many others need it.
    private const int _lowered = 0, _same = 1, _listed = 2;

    /// <summary>The words and sentences of a text.</summary>
    /// <param name="from">As written.</param>
    /// <param name="text">The text.</param>
    /// <param name="form">The form in which they were written, 1 or 2.</param>
    /// <exception cref="InvalidDataException">A number is out of bounds.</exception>
    public static AnnotatedText Read(ReadOnlySpan<byte> from, string text, int form)
    {
        bool told = form > 1;
        string[] strings = new string[Bounded(PackedNumbers.Read(ref from), from.Length)];
        for (int i = 0; i < strings.Length; i++)
        {
            int length = Bounded(PackedNumbers.Read(ref from), from.Length);
            strings[i] = Encoding.UTF8.GetString(from[..length]);
            from = from[length..];
        }
        int count = Bounded(PackedNumbers.Read(ref from), from.Length);
        int[] gaps = Signed(ref from, count), lengths = told ? Signed(ref from, count) : Numbers(ref from, count), upos = Numbers(ref from, count);
        int[] xpos = Numbers(ref from, count), relations = Numbers(ref from, count), heads = Signed(ref from, count), lemmas = Numbers(ref from, count);
        Dictionary<int, int> usual = [];
        Token[] tokens = new Token[count];
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            int start = at + gaps[i] + (told ? WordShapes.Blanks(text, at) : 0);
            if (start < 0 || start > text.Length)
                throw new InvalidDataException("a word lies outside of the text");
            at = start + lengths[i] + (told ? WordShapes.Run(text, start) : 0);
            if (at < start || at > text.Length)
                throw new InvalidDataException("a word lies outside of the text");
            string word = text[start..at];
            string lemma = lemmas[i] switch
            {
                _lowered => word.ToLowerInvariant(),
                _same => word,
                int listed => told ? LemmaChange.Apply(word.ToLowerInvariant(), strings[listed - _listed]) : strings[listed - _listed],
            };
            int head = heads[i] == 0 ? -1 : i + heads[i];
            if (head < -1 || head >= count)
                throw new InvalidDataException("a head lies outside of the text");
            int tag = !told ? upos[i] : usual[xpos[i]] = upos[i] > 0 ? upos[i] - 1 : usual.TryGetValue(xpos[i], out int last) ? last : throw new InvalidDataException("a tag is out of bounds");
            tokens[i] = new Token(new TextSpan(start, at), (Upos)tag, string.Intern(strings[xpos[i]]), lemma, head, (Relation)relations[i]);
        }
        Sentence[] sentences = new Sentence[Bounded(PackedNumbers.Read(ref from), from.Length)];
        int next = 0, end = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            int first = next + PackedNumbers.ReadSigned(ref from), size = PackedNumbers.Read(ref from);
            int start = end + PackedNumbers.ReadSigned(ref from), length = PackedNumbers.Read(ref from);
            sentences[i] = new Sentence(new TextSpan(start, start + length), first, size);
            next = first + size;
            end = start + length;
            if (first < 0 || next > count || end > text.Length)
                throw new InvalidDataException("a sentence lies outside of the text");
        }
        return new AnnotatedText(text, ImmutableArray.Create(tokens), ImmutableArray.Create(sentences));
    }

    private static int[] Numbers(ref ReadOnlySpan<byte> from, int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
            numbers[i] = PackedNumbers.Read(ref from);
        return numbers;
    }

    private static int[] Signed(ref ReadOnlySpan<byte> from, int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
            numbers[i] = PackedNumbers.ReadSigned(ref from);
        return numbers;
    }

    private static int Bounded(int count, int bytes) => count <= bytes ? count : throw new InvalidDataException("a count is out of bounds");
}
