// The words of a text as columns of small numbers.
using System.Buffers;
using System.Collections.Immutable;
using System.Text;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Storage.Packing;

/// <summary>
/// Writes words and sentences column by column as numbers of seven bits a byte; alike numbers stand together, so they pack well. What the text itself
/// tells, most often rightly, is not written: where a word begins and ends.
/// </summary>
internal static class WordColumns
{
    // A lemma is most often the word itself, in small letters or as it stands; else a change of the word in small letters, as many others need it.
    private const int _lowered = 0, _same = 1, _listed = 2;

    /// <summary>Writes the words and sentences, in the newest form.</summary>
    public static void Write(IBufferWriter<byte> to, AnnotatedText words)
    {
        ImmutableArray<Token> tokens = words.Tokens;
        List<string> strings = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int Number(string text)
        {
            if (!numbers.TryGetValue(text, out int number))
            {
                numbers.Add(text, number = strings.Count);
                strings.Add(text);
            }
            return number;
        }
        int[] xpos = [.. tokens.Select(t => Number(t.Xpos))];
        int[] lemmas = new int[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            string form = tokens[i].Span.Cut(words.Text), small = form.ToLowerInvariant(), lemma = tokens[i].Lemma;
            lemmas[i] = lemma == small ? _lowered : lemma == form ? _same : Number(LemmaChange.Of(small, lemma)) + _listed;
        }
        WriteNumber(to, strings.Count);
        foreach (string text in strings)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            WriteNumber(to, utf8.Length);
            to.Write(utf8);
        }
        WriteNumber(to, tokens.Length);
        int at = 0;
        foreach (Token token in tokens)
        {
            WriteSigned(to, token.Span.Start - at - WordShapes.Blanks(words.Text, at));
            at = token.Span.End;
        }
        foreach (Token token in tokens)
            WriteSigned(to, token.Span.Length - WordShapes.Run(words.Text, token.Span.Start));
        Dictionary<int, int> usual = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            // 0: as the last word with the same fine tag.
            int upos = (int)tokens[i].Upos;
            WriteNumber(to, usual.TryGetValue(xpos[i], out int last) && last == upos ? 0 : upos + 1);
            usual[xpos[i]] = upos;
        }
        foreach (int tag in xpos)
            WriteNumber(to, tag);
        foreach (Token token in tokens)
            WriteNumber(to, (int)token.Relation);
        for (int i = 0; i < tokens.Length; i++)
            WriteSigned(to, tokens[i].Head < 0 ? 0 : tokens[i].Head - i);
        foreach (int lemma in lemmas)
            WriteNumber(to, lemma);
        WriteNumber(to, words.Sentences.Length);
        int next = 0, end = 0;
        foreach (Sentence sentence in words.Sentences)
        {
            WriteSigned(to, sentence.FirstToken - next);
            WriteNumber(to, sentence.TokenCount);
            WriteSigned(to, sentence.Span.Start - end);
            WriteNumber(to, sentence.Span.Length);
            next = sentence.EndToken;
            end = sentence.Span.End;
        }
    }

    /// <summary>The words and sentences of a text.</summary>
    /// <param name="from">As written.</param>
    /// <param name="text">The text.</param>
    /// <param name="form">The form in which they were written, 1 or 2.</param>
    /// <exception cref="InvalidDataException">A number is out of bounds.</exception>
    public static AnnotatedText Read(ReadOnlySpan<byte> from, string text, int form)
    {
        bool told = form > 1;
        string[] strings = new string[Bounded(ReadNumber(ref from), from.Length)];
        for (int i = 0; i < strings.Length; i++)
        {
            int length = Bounded(ReadNumber(ref from), from.Length);
            strings[i] = Encoding.UTF8.GetString(from[..length]);
            from = from[length..];
        }
        int count = Bounded(ReadNumber(ref from), from.Length);
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
        Sentence[] sentences = new Sentence[Bounded(ReadNumber(ref from), from.Length)];
        int next = 0, end = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            int first = next + ReadSigned(ref from), size = ReadNumber(ref from);
            int start = end + ReadSigned(ref from), length = ReadNumber(ref from);
            sentences[i] = new Sentence(new TextSpan(start, start + length), first, size);
            next = first + size;
            end = start + length;
            if (first < 0 || next > count || end > text.Length)
                throw new InvalidDataException("a sentence lies outside of the text");
        }
        return new AnnotatedText(text, ImmutableArray.Create(tokens), ImmutableArray.Create(sentences));
    }

    /// <summary>Writes a number of 0 or more.</summary>
    public static void WriteNumber(IBufferWriter<byte> to, int number)
    {
        Span<byte> room = to.GetSpan(5);
        int n = 0;
        uint rest = (uint)number;
        while (rest >= 0x80)
        {
            room[n++] = unchecked((byte)(rest | 0x80));
            rest >>= 7;
        }
        room[n++] = (byte)rest;
        to.Advance(n);
    }

    /// <summary>Reads a number of 0 or more.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static int ReadNumber(ref ReadOnlySpan<byte> from)
    {
        uint number = 0;
        for (int i = 0; i < Math.Min(5, from.Length); i++)
        {
            number |= unchecked((uint)(from[i] & 0x7F) << (7 * i));
            if (from[i] < 0x80)
            {
                from = from[(i + 1)..];
                return number <= int.MaxValue ? (int)number : throw new InvalidDataException("a number is out of bounds");
            }
        }
        throw new InvalidDataException("a number is cut off");
    }

    /// <summary>Writes a number of either sign.</summary>
    public static void WriteSigned(IBufferWriter<byte> to, int number) => WriteNumber(to, unchecked((number << 1) ^ (number >> 31)));

    /// <summary>Reads a number of either sign.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static int ReadSigned(ref ReadOnlySpan<byte> from)
    {
        int number = ReadNumber(ref from);
        return (number >> 1) ^ -(number & 1);
    }

    private static int[] Numbers(ref ReadOnlySpan<byte> from, int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
            numbers[i] = ReadNumber(ref from);
        return numbers;
    }

    private static int[] Signed(ref ReadOnlySpan<byte> from, int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
            numbers[i] = ReadSigned(ref from);
        return numbers;
    }

    private static int Bounded(int count, int bytes) => count <= bytes ? count : throw new InvalidDataException("a count is out of bounds");
}
