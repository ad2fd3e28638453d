// Reads one sentence after another: tags, lemmas, heads.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Language;

/// <summary>The steps from words to tokens, with the working space that they share. Belongs to one thread.</summary>
internal sealed class SentenceReader(LanguageModels models)
{
    /// <summary>A longer sentence is parsed in parts, so that time stays linear.</summary>
    private const int LongestParse = 600;

    /// <summary>So many sentences are tagged before they are parsed: the tagger's weights stay in the caches meanwhile.</summary>
    private const int Batch = 32;

    private readonly Tagger _tagger = new(models.Tagger);
    private readonly TagRules _rules = new(models.Tags);
    private readonly Parser _parser = new(models.Parser, models.Moves, models.Arcs);
    private readonly Retagger _retagger = new(models.Retagger);
    private readonly Lemmatizer _lemmatizer = new(models.Lemmas);

    private readonly WordSheet[] _sheets = [.. Enumerable.Range(0, Batch).Select(_ => new WordSheet(models.Lexicon) { Kinds = models.Tags.Kinds })];
    private readonly (int First, int Count)[] _parts = new (int, int)[Batch];

    /// <summary>Adds the tokens of sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words of all sentences.</param>
    /// <param name="ends">For each sentence one past the index of its last word; no sentence is empty.</param>
    /// <param name="tokens">What the tokens are added to; it holds those of the words before.</param>
    public void Read(string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<int> ends, ImmutableArray<Token>.Builder tokens)
    {
        int sentence = 0, first = 0, root = -1;
        while (first < words.Length)
        {
            int parts = 0;
            for (; parts < Batch && first < words.Length; parts++)
            {
                int count = Math.Min(LongestParse, ends[sentence] - first);
                _parts[parts] = (first, count);
                _sheets[parts].Fill(text, words.Slice(first, count));
                _tagger.Tag(_sheets[parts]);
                first += count;
                if (first == ends[sentence])
                    sentence++;
            }
            for (int p = 0; p < parts; p++)
            {
                (int start, int count) = _parts[p];
                bool opens = start == 0 || ends.BinarySearch(start) >= 0;
                root = Add(text, words.Slice(start, count), _sheets[p], opens ? -1 : root, tokens);
            }
        }
    }

    /// <summary>Parses a sentence or a part of one and adds its tokens; returns the sentence's root.</summary>
    private int Add(string text, ReadOnlySpan<TextSpan> words, WordSheet sheet, int root, ImmutableArray<Token>.Builder tokens)
    {
        int first = tokens.Count;
        bool opens = root < 0;
        _rules.Apply(sheet, text, words);
        _parser.Parse(sheet);
        _retagger.Retag(sheet);
        _rules.Apply(sheet, text, words);
        for (int i = 0; i < words.Length; i++)
        {
            byte tag = i == 0 && opens && IsPlainPlural(sheet, text, words) ? models.Tags.PluralNoun : sheet.Tag[i];
            Upos upos = models.Tags.Upos[tag];
            int head = sheet.Head[i] < 0 ? root : first + sheet.Head[i];
            Relation relation = sheet.Head[i] < 0 && root >= 0 ? Relation.Parataxis : (Relation)sheet.Relation[i];
            string lemma = _lemmatizer.Lemma(words[i].Of(text), tag, upos == Upos.PROPN);
            tokens.Add(new Token(words[i], upos, models.Tags.Xpos[tag], lemma, head, relation));
            if (sheet.Head[i] < 0 && root < 0)
                root = first + i;
        }
        return root;
    }

    /// <summary>True if the sentence opens with a plural in -men (<c>Fishermen said</c>): the capital alone makes no name.</summary>
    private bool IsPlainPlural(WordSheet sheet, string text, ReadOnlySpan<TextSpan> words)
    {
        const int ShortestWord = 8;
        return sheet.Case == 0 && words[0].Length >= ShortestWord && words[0].Of(text).EndsWith("men", StringComparison.Ordinal)
            && models.Tags.Upos[sheet.Tag[0]] == Upos.PROPN && words.Length > 1 && char.IsLower(text[words[1].Start]);
    }
}
