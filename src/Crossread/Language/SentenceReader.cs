// Reads one sentence after another: tags, lemmas, heads.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Language;

/// <summary>The steps from words to tokens, with the working space that they share. Belongs to one thread.</summary>
internal sealed class SentenceReader(LanguageModels models)
{
    /// <summary>A longer sentence is parsed in parts, so that time stays linear.</summary>
    private const int LongestParse = 600;

    private readonly Tagger _tagger = new(models.Tagger);
    private readonly TagRules _rules = new(models.Tags);
    private readonly Parser _parser = new(models.Parser, models.Moves, models.Arcs);
    private readonly Retagger _retagger = new(models.Retagger);
    private readonly Lemmatizer _lemmatizer = new(models.Lemmas);

    /// <summary>The words of the sentence at hand.</summary>
    public WordSheet Sheet { get; } = new(models.Lexicon) { Kinds = models.Tags.Kinds };

    /// <summary>Adds the tokens of one sentence. Its words must be one or more.</summary>
    public void Read(string text, ReadOnlySpan<TextSpan> words, ImmutableArray<Token>.Builder tokens)
    {
        int first = tokens.Count;
        int root = -1;
        for (int start = 0; start < words.Length; start += LongestParse)
        {
            ReadOnlySpan<TextSpan> part = words.Slice(start, Math.Min(LongestParse, words.Length - start));
            Sheet.Fill(text, part);
            _tagger.Tag(Sheet);
            _rules.Apply(Sheet, text, part);
            _parser.Parse(Sheet);
            _retagger.Retag(Sheet);
            _rules.Apply(Sheet, text, part);
            for (int i = 0; i < part.Length; i++)
            {
                byte tag = i == 0 && start == 0 && IsPlainPlural(text, part) ? models.Tags.PluralNoun : Sheet.Tag[i];
                Upos upos = models.Tags.Upos[tag];
                int head = Sheet.Head[i] < 0 ? root : first + start + Sheet.Head[i];
                Relation relation = Sheet.Head[i] < 0 && root >= 0 ? Relation.Parataxis : (Relation)Sheet.Relation[i];
                string lemma = _lemmatizer.Lemma(part[i].Of(text), tag, upos == Upos.PROPN);
                tokens.Add(new Token(part[i], upos, models.Tags.Xpos[tag], lemma, head, relation));
                if (Sheet.Head[i] < 0 && root < 0)
                    root = first + start + i;
            }
        }
    }

    /// <summary>True if the sentence opens with a plural in -men (<c>Fishermen said</c>): the capital alone makes no name.</summary>
    private bool IsPlainPlural(string text, ReadOnlySpan<TextSpan> words)
    {
        const int ShortestWord = 8;
        return Sheet.Case == 0 && words[0].Length >= ShortestWord && words[0].Of(text).EndsWith("men", StringComparison.Ordinal)
            && models.Tags.Upos[Sheet.Tag[0]] == Upos.PROPN && words.Length > 1 && char.IsLower(text[words[1].Start]);
    }
}
