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
    private readonly Parser _parser = new(models.Actions, models.Relations);
    private readonly Lemmatizer _lemmatizer = new(models.Lemmas);

    /// <summary>The words of the sentence at hand.</summary>
    public WordSheet Sheet { get; } = new();

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
            _parser.Parse(Sheet);
            for (int i = 0; i < part.Length; i++)
            {
                byte tag = Sheet.Tag[i];
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
}
