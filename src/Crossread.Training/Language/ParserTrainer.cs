// Trains the parser.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>Greedy arc-eager with a dynamic oracle (Goldberg and Nivre 2012), averaged perceptron.</summary>
internal sealed class ParserTrainer
{
    private static readonly int Relations = Enum.GetValues<Relation>().Length;
    private readonly uint[] _keys = new uint[ParserFeatures.MostForAction];
    private readonly float[] _scores = new float[4];
    private readonly float[] _relationScores = new float[Relations];
    private readonly ParserState _state = new();

    public (TrainingTable Actions, TrainingTable Relations) Train(Example[] examples, int rounds)
    {
        TrainingTable actions = new(4, 3), relations = new(Relations, 2);
        Random random = new(2);
        int[] order = [.. Enumerable.Range(0, examples.Length)];
        bool[] free = new bool[4];
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            int right = 0, all = 0;
            foreach (int e in order)
            {
                Example example = examples[e];
                WordSheet sheet = example.Sheet;
                int[] gold = [.. example.Gold.Heads.Select(h => h < 0 ? sheet.Count : h)];
                int[] lastChild = LastChildren(gold);
                _state.Start(sheet.Count);
                while (!_state.IsFinal)
                {
                    ParserAction taken = ParserAction.Shift;
                    if (_state.Depth > 0)
                    {
                        actions.Now++;
                        int n = ParserFeatures.ForAction(sheet, _state, _keys);
                        actions.Score(_keys.AsSpan(0, n), _scores);
                        FindFree(gold, lastChild, free);
                        int best = -1, bestFree = -1;
                        for (int a = 0; a < 4; a++)
                        {
                            if (!_state.Allows((ParserAction)a))
                                continue;
                            if (best < 0 || _scores[a] > _scores[best])
                                best = a;
                            if (free[a] && (bestFree < 0 || _scores[a] > _scores[bestFree]))
                                bestFree = a;
                        }
                        if (bestFree < 0)
                            bestFree = best;
                        all++;
                        if (best == bestFree)
                            right++;
                        else
                            actions.Update(_keys.AsSpan(0, n), bestFree, best);
                        taken = (ParserAction)(round == 0 || random.NextDouble() < 0.1 ? bestFree : best);
                    }
                    byte relation = 0;
                    if (taken is ParserAction.Left or ParserAction.Right)
                        relation = taken == ParserAction.Left && _state.Next == _state.Count ? (byte)Relation.Root : Label(relations, example, gold, taken == ParserAction.Left);
                    _state.Take(taken, relation);
                }
            }
            LanguageTrainer.Log($"parser round {round + 1}: {(double)right / all:F4}, {actions.Rows} + {relations.Rows} rows");
        }
        return (actions, relations);
    }

    private byte Label(TrainingTable relations, Example example, int[] gold, bool left)
    {
        relations.Now++;
        int n = ParserFeatures.ForRelation(example.Sheet, _state, left, _keys);
        relations.Score(_keys.AsSpan(0, n), _relationScores);
        int best = 0;
        for (int c = 1; c < Relations; c++)
        {
            if (_relationScores[c] > _relationScores[best])
                best = c;
        }
        (int head, int child) = left ? (_state.Next, _state.Top) : (_state.Top, _state.Next);
        if (gold[child] == head)
        {
            int right = (int)example.Gold.Relations[child];
            if (best != right)
                relations.Update(_keys.AsSpan(0, n), right, best);
        }
        return (byte)best;
    }

    internal static int[] LastChildren(int[] gold)
    {
        int[] last = new int[gold.Length + 1];
        Array.Fill(last, -1);
        for (int i = 0; i < gold.Length; i++)
            last[gold[i]] = i;
        return last;
    }

    /// <summary>Which actions lose no arc of the gold tree that can still be had.</summary>
    private void FindFree(int[] gold, int[] lastChild, bool[] free)
    {
        int s = _state.Top, b = _state.Next;
        bool reach = lastChild[s] >= b;
        int headOfTop = gold[s];
        free[(int)ParserAction.Left] = !reach && !(headOfTop > b);
        free[(int)ParserAction.Reduce] = !reach;
        bool headInStack = false, childInStack = false;
        int headOfNext = b < gold.Length ? gold[b] : -1;
        for (int k = 0; k < _state.Depth; k++)
        {
            int x = _state.Stack[k];
            headInStack |= x == headOfNext;
            childInStack |= gold[x] == b && _state.Head[x] == ParserState.None;
        }
        free[(int)ParserAction.Shift] = b < gold.Length && !headInStack && !childInStack;
        free[(int)ParserAction.Right] = b < gold.Length && !childInStack && (headOfNext == s || (!headInStack && headOfNext < b));
    }
}
