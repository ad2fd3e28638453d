// Trains the tagger.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>Averaged perceptron, tags of the words before as predicted.</summary>
internal sealed class TaggerTrainer(int tags)
{
    private readonly uint[] _keys = new uint[TaggerFeatures.Most];
    private readonly float[] _scores = new float[tags];

    public TrainingTable Train(Example[] examples, int rounds)
    {
        TrainingTable table = new(tags, 2);
        Random random = new(1);
        int[] order = [.. Enumerable.Range(0, examples.Length)];
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (int e in order)
            {
                WordSheet sheet = examples[e].Sheet;
                for (int i = 0; i < sheet.Count; i++)
                {
                    table.Now++;
                    int n = TaggerFeatures.Extract(sheet, i, _keys);
                    int best = Best(table, n);
                    int gold = examples[e].GoldTags[i];
                    sheet.Tag[i] = (byte)best;
                    all++;
                    if (best == gold)
                        right++;
                    else if (gold >= 0)
                        table.Update(_keys.AsSpan(0, n), gold, best);
                }
            }
            LanguageTrainer.Log($"tagger round {round + 1}: {(double)right / all:F4}, {table.Rows} rows");
        }
        return table;
    }

    public void Tag(TrainingTable table, Example[] examples)
    {
        table.UseAverages();
        foreach (Example example in examples)
        {
            for (int i = 0; i < example.Sheet.Count; i++)
                example.Sheet.Tag[i] = (byte)Best(table, TaggerFeatures.Extract(example.Sheet, i, _keys));
        }
    }

    private int Best(TrainingTable table, int n)
    {
        table.Score(_keys.AsSpan(0, n), _scores);
        int best = 0;
        for (int c = 1; c < tags; c++)
        {
            if (_scores[c] > _scores[best])
                best = c;
        }
        return best;
    }

    /// <summary>Trains the second tagging. The sheets hold tags and trees by models that did not see the sentence; they keep their tags.</summary>
    public TrainingTable TrainSecond(Example[] examples, int rounds)
    {
        TrainingTable table = new(tags, 2);
        Random random = new(4);
        int[] order = [.. Enumerable.Range(0, examples.Length)];
        uint[] keys = new uint[RetaggerFeatures.Most];
        (ulong, ulong)[] sets = new (ulong, ulong)[2000];
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (int e in order)
            {
                WordSheet sheet = examples[e].Sheet;
                byte[] first = sheet.Tag[..sheet.Count];
                RetaggerFeatures.FindSets(sheet, sets);
                for (int i = 0; i < sheet.Count; i++)
                {
                    table.Now++;
                    int n = RetaggerFeatures.Extract(sheet, i, sets, keys);
                    table.Score(keys.AsSpan(0, n), _scores);
                    int best = 0, gold = examples[e].GoldTags[i];
                    for (int c = 1; c < tags; c++)
                    {
                        if (_scores[c] > _scores[best])
                            best = c;
                    }
                    sheet.Tag[i] = (byte)best;
                    all++;
                    if (best == gold)
                        right++;
                    else if (gold >= 0)
                        table.Update(keys.AsSpan(0, n), gold, best);
                }
                first.CopyTo(sheet.Tag, 0);
            }
            LanguageTrainer.Log($"second tagging round {round + 1}: {(double)right / all:F4}, {table.Rows} rows");
        }
        return table;
    }
}
