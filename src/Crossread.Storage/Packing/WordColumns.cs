// The words of a text as what could not be guessed of them.
using System.Buffers;
using System.Collections.Immutable;
using System.Text;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Storage.Packing;

/// <summary>
/// Writes and reads words and sentences column by column: 0 where a number is the one that came last with the same word, ending or tags, else the number
/// and one. Most are 0, and runs of it pack into next to nothing. A guess starts from what the words of the samples taught (see <see cref="WordLore"/>).
/// </summary>
internal static class WordColumns
{
    // A lemma is most often the word itself, in small letters or as it stands; else a change of the word in small letters, as many others need it.
    private const int _lowered = 0, _same = 1, _listed = 2;

    // Kinds of keys, a run for each column.
    private const int _lengths = 0, _fineTags = 10, _tags = 20, _lemmas = 30, _heads = 40, _relations = 50;

    /// <summary>Writes the words and sentences.</summary>
    public static void Write(IBufferWriter<byte> to, AnnotatedText words, WordLore lore)
    {
        Walked walked = new(words.Text, words.Tokens.Length, words.Sentences.Length);
        List<string> own = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int Number(string text)
        {
            if (lore.Number(text) is { } known)
                return known;
            if (!numbers.TryGetValue(text, out int number))
            {
                numbers.Add(text, number = lore.Strings.Count + own.Count);
                own.Add(text);
            }
            return number;
        }
        for (int i = 0; i < words.Tokens.Length; i++)
        {
            Token token = words.Tokens[i];
            string form = token.Span.Cut(words.Text), small = form.ToLowerInvariant(), lemma = token.Lemma;
            int change = lemma == small ? _lowered : lemma == form ? _same : Number(LemmaChange.Of(small, lemma)) + _listed;
            walked.Words[i] = new Word(token.Span.Start, token.Span.End, Number(token.Xpos), (int)token.Upos, change, token.Head, (int)token.Relation);
        }
        for (int i = 0; i < words.Sentences.Length; i++)
            walked.Sentences[i] = words.Sentences[i];
        PackedNumbers.Write(to, own.Count);
        foreach (string text in own)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            PackedNumbers.Write(to, utf8.Length);
            to.Write(utf8);
        }
        PackedNumbers.Write(to, words.Tokens.Length);
        PackedNumbers.Write(to, words.Sentences.Length);
        Walk(new NumberColumn.Writer(to), walked, lore.Guesses());
        lore.Learn(own);
    }

    /// <summary>The words and sentences of a text.</summary>
    /// <param name="from">As written.</param>
    /// <param name="text">The text.</param>
    /// <param name="lore">As when they were written.</param>
    /// <exception cref="InvalidDataException">A number is out of bounds.</exception>
    public static AnnotatedText Read(NumberColumn.Reader from, string text, WordLore lore)
    {
        List<string> own = [];
        for (int more = from.Pass(0); more > 0; more--)
            own.Add(Encoding.UTF8.GetString(from.Bytes(from.Pass(0))));
        // A word has a letter at least, a sentence a word.
        int words = from.Pass(0), sentences = from.Pass(0);
        if (words > text.Length || sentences > words)
            throw new InvalidDataException("a count is out of bounds");
        Walked walked = new(text, words, sentences);
        Walk(from, walked, lore.Guesses());
        string String(int number) => number < lore.Strings.Count ? lore.Strings[number] : number - lore.Strings.Count < own.Count ? own[number - lore.Strings.Count] : throw new InvalidDataException("a string is not there");
        Token[] tokens = new Token[words];
        for (int i = 0; i < words; i++)
        {
            Word word = walked.Words[i];
            string form = text[word.Start..word.End];
            string lemma = word.Lemma switch
            {
                _lowered => form.ToLowerInvariant(),
                _same => form,
                int listed => LemmaChange.Apply(form.ToLowerInvariant(), String(listed - _listed)),
            };
            tokens[i] = new Token(new TextSpan(word.Start, word.End), (Upos)word.Tag, string.Intern(String(word.FineTag)), lemma, word.Head, (Relation)word.Relation);
        }
        lore.Learn(own);
        return new AnnotatedText(text, ImmutableArray.Create(tokens), ImmutableArray.Create(walked.Sentences));
    }

    // Every number passes here, on its way out or in; each column is whole before the next, which is guessed by it.
    private static void Walk(NumberColumn column, Walked walked, GuessTable guesses)
    {
        string text = walked.Text;
        Word[] words = walked.Words;
        int at = 0;
        for (int i = 0; i < words.Length; i++)
        {
            ref Word word = ref words[i];
            int blanks = at + WordShapes.Blanks(text, at);
            word.Start = Within(blanks + column.PassSigned(word.Start - blanks), 0, text.Length);
            int run = WordShapes.Run(text, word.Start), end = word.Start + run;
            ulong next = Letter(text, end), follows = (next << 16) | Letter(text, end + 1);
            word.End = Within(end + PackedNumbers.Unfold(Pass(PackedNumbers.Fold(word.End - end), GuessTable.Key(_lengths, WordShapes.Hash(text.AsSpan(word.Start, run)), follows), GuessTable.Key(_lengths + 1, next))), word.Start, text.Length);
            at = word.End;
        }
        ulong[] forms = [.. words.Select(w => WordShapes.Hash(text.AsSpan(w.Start, w.End - w.Start)))];
        for (int i = 0; i < words.Length; i++)
        {
            ulong before = i > 0 ? (ulong)words[i - 1].FineTag + 1 : 0, ending = WordShapes.Ending(text.AsSpan(words[i].Start, words[i].End - words[i].Start), 3);
            words[i].FineTag = Pass(
                words[i].FineTag,
                GuessTable.Key(_fineTags, forms[i], before), GuessTable.Key(_fineTags + 1, forms[i]), GuessTable.Key(_fineTags + 2, ending, before), GuessTable.Key(_fineTags + 3, ending));
        }
        for (int i = 0; i < words.Length; i++)
            words[i].Tag = Pass(words[i].Tag, GuessTable.Key(_tags, forms[i], (ulong)words[i].FineTag), GuessTable.Key(_tags + 1, (ulong)words[i].FineTag));
        for (int i = 0; i < words.Length; i++)
        {
            ulong tag = (ulong)words[i].FineTag, ending = WordShapes.Ending(text.AsSpan(words[i].Start, words[i].End - words[i].Start), 2);
            words[i].Lemma = Pass(words[i].Lemma, GuessTable.Key(_lemmas, forms[i], tag), GuessTable.Key(_lemmas + 1, ending, tag), GuessTable.Key(_lemmas + 2, tag));
        }
        ulong Around(int i) => i >= 0 && i < words.Length ? (ulong)words[i].FineTag + 1 : 0;
        for (int i = 0; i < words.Length; i++)
        {
            ulong tag = Around(i), before = Around(i - 1), next = Around(i + 1), second = Around(i + 2);
            int away = PackedNumbers.Unfold(Pass(
                PackedNumbers.Fold(words[i].Head < 0 ? 0 : words[i].Head - i),
                GuessTable.Key(_heads, before, tag, next, second), GuessTable.Key(_heads + 1, tag, next, second), GuessTable.Key(_heads + 2, tag, next), GuessTable.Key(_heads + 3, tag)));
            words[i].Head = away == 0 ? -1 : Within(i + away, 0, words.Length - 1);
        }
        for (int i = 0; i < words.Length; i++)
        {
            ulong tag = Around(i), head = Around(words[i].Head), side = words[i].Head < 0 ? 0UL : words[i].Head < i ? 1UL : 2UL;
            words[i].Relation = Pass(words[i].Relation, GuessTable.Key(_relations, tag, head, side, forms[i]), GuessTable.Key(_relations + 1, tag, head, side));
        }
        int first = 0;
        for (int i = 0; i < walked.Sentences.Length; i++)
        {
            Sentence sentence = walked.Sentences[i];
            first = Within(first + column.PassSigned(sentence.FirstToken - first), 0, words.Length - 1);
            int count = Within(column.Pass(sentence.TokenCount), 1, words.Length - first), last = first + count - 1;
            int start = Within(words[first].Start + column.PassSigned(sentence.Span.Start - words[first].Start), 0, text.Length);
            int end = Within(words[last].End + column.PassSigned(sentence.Span.End - words[last].End), start, text.Length);
            walked.Sentences[i] = new Sentence(new TextSpan(start, end), first, count);
            first = last + 1;
        }

        // The first key that is known guesses; all of them learn.
        int Pass(int number, params ReadOnlySpan<ulong> keys)
        {
            int? guess = null;
            for (int i = 0; i < keys.Length && guess is null; i++)
                guess = guesses[keys[i]];
            int told = column.Pass(number == guess ? 0 : number + 1);
            number = told > 0 ? told - 1 : guess ?? throw new InvalidDataException("a guess is not there");
            foreach (ulong key in keys)
                guesses.Teach(key, number);
            return number;
        }
    }

    private static ulong Letter(string text, int at) => at < text.Length ? text[at] : '\0';

    private static int Within(int number, int least, int most) => number >= least && number <= most ? number : throw new InvalidDataException("a word or a sentence lies outside of the text");

    private struct Word(int start, int end, int fineTag, int tag, int lemma, int head, int relation)
    {
        public int Start = start, End = end, FineTag = fineTag, Tag = tag, Lemma = lemma, Head = head, Relation = relation;
    }

    private sealed class Walked(string text, int words, int sentences)
    {
        public string Text { get; } = text;

        public Word[] Words { get; } = new Word[words];

        public Sentence[] Sentences { get; } = new Sentence[sentences];
    }
}
