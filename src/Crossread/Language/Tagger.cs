// Tags words: a greedy linear tagger over joint tags (universal and Penn Treebank at once).
namespace Crossread.Language;

/// <summary>Tags one sentence at a time. The model is shared; the working space belongs to one thread.</summary>
internal sealed class Tagger
{
    /// <summary>A tag that leads the others by so much stands; one word in twenty has less.</summary>
    private const int SureLead = 120;

    private readonly WeightTable _weights;
    private readonly uint[] _keys = new uint[TaggerFeatures.Most];
    private readonly int[] _scores;

    /// <summary>A tagger over this model.</summary>
    public Tagger(WeightTable weights)
    {
        _weights = weights;
        _scores = new int[weights.Stride];
    }

    /// <summary>Fills the tags of the words.</summary>
    public void Tag(WordSheet sheet)
    {
        for (int i = 0; i < sheet.Count; i++)
        {
            _weights.Score(_keys.AsSpan(0, TaggerFeatures.Extract(sheet, i, _keys)), _scores);
            sheet.Tag[i] = (byte)_weights.Best(_scores, out int lead);
            sheet.Sure[i] = lead >= SureLead;
        }
    }
}
