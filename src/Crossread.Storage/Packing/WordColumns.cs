// The words of a text as columns of small numbers.
using System.Buffers;
using System.Collections.Immutable;
using System.Text;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Storage.Packing;

/// <summary>Writes words and sentences column by column as numbers of seven bits a byte; alike numbers stand together, so they pack well.</summary>
internal static class WordColumns
{
    // A lemma is most often the word itself, in small letters or as it stands.
    private const int _lowered = 0, _same = 1, _listed = 2;

    /// <summary>Writes the words and sentences.</summary>
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
            string form = tokens[i].Span.Cut(words.Text), lemma = tokens[i].Lemma;
            lemmas[i] = string.Equals(lemma, form.ToLowerInvariant(), StringComparison.Ordinal) ? _lowered : lemma == form ? _same : Number(lemma) + _listed;
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
            WriteSigned(to, token.Span.Start - at);
            at = token.Span.End;
        }
        foreach (Token token in tokens)
            WriteNumber(to, token.Span.Length);
        foreach (Token token in tokens)
            WriteNumber(to, (int)token.Upos);
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
    /// <exception cref="InvalidDataException">A number is out of bounds.</exception>
    public static AnnotatedText Read(ReadOnlySpan<byte> from, string text)
    {
        string[] strings = new string[Bounded(ReadNumber(ref from), from.Length)];
        for (int i = 0; i < strings.Length; i++)
        {
            int length = Bounded(ReadNumber(ref from), from.Length);
            strings[i] = Encoding.UTF8.GetString(from[..length]);
            from = from[length..];
        }
        int count = Bounded(ReadNumber(ref from), from.Length);
        int[] gaps = Signed(ref from, count), lengths = Numbers(ref from, count), upos = Numbers(ref from, count);
        int[] xpos = Numbers(ref from, count), relations = Numbers(ref from, count), heads = Signed(ref from, count), lemmas = Numbers(ref from, count);
        Token[] tokens = new Token[count];
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            int start = at + gaps[i];
            at = start + lengths[i];
            if (start < 0 || at > text.Length)
                throw new InvalidDataException("a word lies outside of the text");
            string form = text[start..at];
            string lemma = lemmas[i] switch
            {
                _lowered => form.ToLowerInvariant(),
                _same => form,
                int listed => strings[listed - _listed],
            };
            int head = heads[i] == 0 ? -1 : i + heads[i];
            if (head < -1 || head >= count)
                throw new InvalidDataException("a head lies outside of the text");
            tokens[i] = new Token(new TextSpan(start, at), (Upos)upos[i], string.Intern(strings[xpos[i]]), lemma, head, (Relation)relations[i]);
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

    private static void WriteSigned(IBufferWriter<byte> to, int number) => WriteNumber(to, unchecked((number << 1) ^ (number >> 31)));

    private static int ReadSigned(ref ReadOnlySpan<byte> from)
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
