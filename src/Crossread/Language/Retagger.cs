// Decides tags anew once the sentence has been parsed: the tree tells auxiliaries from verbs, prepositions from conjunctions.
namespace Crossread.Language;

/// <summary>Tags a parsed sentence again. The model is shared; the working space belongs to one thread.</summary>
internal sealed class Retagger(WeightTable weights)
{
    private readonly uint[] _keys = new uint[RetaggerFeatures.Most];
    private readonly int[] _scores = new int[weights.Stride];
    private (ulong Left, ulong Right)[] _sets = new (ulong, ulong)[64];

    /// <summary>Replaces the tags of the words whose first tag left a doubt.</summary>
    public void Retag(WordSheet sheet)
    {
        if (_sets.Length < sheet.Count)
            _sets = new (ulong, ulong)[sheet.Count * 2];
        RetaggerFeatures.FindSets(sheet, _sets);
        for (int i = 0; i < sheet.Count; i++)
        {
            if (sheet.Sure[i])
                continue;
            weights.Score(_keys.AsSpan(0, RetaggerFeatures.Extract(sheet, i, _sets, _keys)), _scores);
            sheet.Tag[i] = (byte)weights.Best(_scores, out _);
        }
    }
}
