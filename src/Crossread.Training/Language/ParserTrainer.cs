// Trains the parser.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>Greedy arc-eager with a dynamic oracle (Goldberg and Nivre 2012), averaged perceptron over moves with relations.</summary>
internal sealed class ParserTrainer
{
    /// <summary>Smaller weights, and rows without a larger one, are left out: nine tenths of the file; what is lost the arc model more than makes up for.</summary>
    private const int LeastWeight = 5, LeastRow = 10;

    private readonly uint[] _keys = new uint[ParserFeatures.Most];
    private readonly ParserMove[] _moves;
    private readonly float[] _scores;
    private readonly ParserState _state = new();

    public ParserTrainer(Example[] examples)
    {
        HashSet<ParserMove> seen = [];
        foreach (Example example in examples)
        {
            for (int i = 0; i < example.Sheet.Count; i++)
                seen.Add(new ParserMove(example.Gold.Heads[i] > i || example.Gold.Heads[i] < 0 ? ParserAction.Left : ParserAction.Right, (byte)example.Gold.Relations[i]));
        }
        _moves = [default, new ParserMove(ParserAction.Reduce, 0), .. seen.OrderBy(m => m.Action).ThenBy(m => m.Relation)];
        _scores = new float[_moves.Length];
    }

    public TrainingTable Train(Example[] examples, int rounds)
    {
        TrainingTable table = new(_moves.Length, 2);
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
                    ParserMove taken = default;
                    if (_state.Depth > 0)
                    {
                        table.Now++;
                        int n = ParserFeatures.Extract(sheet, _state, _keys);
                        table.Score(_keys.AsSpan(0, n), _scores);
                        FindFree(gold, lastChild, free);
                        uint allowed = _state.Allowed;
                        int best = -1, bestFree = -1;
                        for (int c = 0; c < _moves.Length; c++)
                        {
                            int a = (int)_moves[c].Action;
                            if ((allowed >> a & 1) == 0)
                                continue;
                            if (best < 0 || _scores[c] > _scores[best])
                                best = c;
                            if (free[a] && (bestFree < 0 || _scores[c] > _scores[bestFree]) && Fits(_moves[c], example, gold))
                                bestFree = c;
                        }
                        if (bestFree < 0)
                            bestFree = best;
                        all++;
                        if (best == bestFree)
                            right++;
                        else
                            table.Update(_keys.AsSpan(0, n), bestFree, best);
                        taken = _moves[round == 0 || random.NextDouble() < 0.1 ? bestFree : best];
                    }
                    _state.Take(taken.Action, taken.Relation);
                }
            }
            LanguageTrainer.Log($"parser round {round + 1}: {(double)right / all:F4}, {table.Rows} rows");
        }
        return table;
    }

    /// <summary>Goes on from greedy training: whole sentences by beam search, updated where the best wrong beginning leads the right one most (max-violation, Huang, Fayong and Guo 2012).</summary>
    public void TrainBeam(TrainingTable table, Example[] examples, int rounds, int width)
    {
        table.UseAverages();
        table.Restart();
        Scorer scorer = new(table, _keys, _scores);
        BeamParser beam = new(_moves, width, int.MaxValue / 2);
        Dictionary<ParserMove, int> numbers = _moves.Select((m, i) => (m, i)).ToDictionary(p => p.m, p => p.i);
        Random random = new(3);
        int[] order = [.. Enumerable.Range(0, examples.Length)];
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            int whole = 0, all = 0;
            foreach (int e in order)
            {
                Example example = examples[e];
                if (GoldMoves(example, numbers) is not { } gold || example.Sheet.Count > 100)
                    continue;
                table.Now++;
                all++;
                if (SearchAndUpdate(table, scorer, beam, example.Sheet, gold))
                    whole++;
            }
            LanguageTrainer.Log($"beam round {round + 1}: {(double)whole / all:F4} of sentences, {table.Rows} rows");
        }
    }

    private bool SearchAndUpdate(TrainingTable table, Scorer scorer, BeamParser beam, WordSheet sheet, int[] gold)
    {
        beam.Start(sheet.Count);
        _state.Start(sheet.Count);
        (int Parent, int Move)[][] history = new (int, int)[gold.Length][];
        int place = 0, worst = -1;
        long goldTotal = 0, worstGap = -1;
        int[] scores = new int[_moves.Length];
        for (int step = 0; step < gold.Length; step++)
        {
            beam.Step(sheet, scorer);
            history[step] = beam.Origins[..beam.Count];
            int next = -1;
            for (int k = 0; place >= 0 && k < beam.Count; k++)
            {
                if (history[step][k] == (place, gold[step]))
                    next = k;
            }
            place = next;
            if (place >= 0)
            {
                goldTotal = beam.Total(place);
            }
            else if (_state.Depth > 0)
            {
                scorer.Score(sheet, _state, scores);
                goldTotal += scores[gold[step]];
            }
            _state.Take(_moves[gold[step]].Action, _moves[gold[step]].Relation);
            if (place == 0 || (place > 0 && step < gold.Length - 1))
                continue;
            long gap = beam.Total(0) - goldTotal;
            if (gap > worstGap)
                (worst, worstGap) = (step, gap);
        }
        if (worst < 0)
            return true;
        int[] wrong = new int[worst + 1];
        for (int step = worst, k = 0; step >= 0; step--)
            (k, wrong[step]) = history[step][k];
        int same = 0;
        while (same <= worst && wrong[same] == gold[same])
            same++;
        Replay(table, sheet, gold, same, worst, 1);
        Replay(table, sheet, wrong, same, worst, -1);
        return false;
    }

    private void Replay(TrainingTable table, WordSheet sheet, int[] moves, int from, int to, float amount)
    {
        _state.Start(sheet.Count);
        for (int step = 0; step <= to; step++)
        {
            if (step >= from && _state.Depth > 0)
                table.Update(_keys.AsSpan(0, ParserFeatures.Extract(sheet, _state, _keys)), moves[step], amount);
            _state.Take(_moves[moves[step]].Action, _moves[moves[step]].Relation);
        }
    }

    /// <summary>The moves that build the gold tree, arcs first and reductions only when needed; null if the tree is not projective.</summary>
    private int[]? GoldMoves(Example example, Dictionary<ParserMove, int> numbers)
    {
        int count = example.Sheet.Count;
        int[] gold = [.. example.Gold.Heads.Select(h => h < 0 ? count : h)];
        List<int> moves = [];
        _state.Start(count);
        while (!_state.IsFinal)
        {
            int s = _state.Top, b = _state.Next;
            ParserMove move = default;
            if (s >= 0 && gold[s] == b && _state.Head[s] == ParserState.None)
            {
                move = new ParserMove(ParserAction.Left, (byte)example.Gold.Relations[s]);
            }
            else if (s >= 0 && b < count && gold[b] == s)
            {
                move = new ParserMove(ParserAction.Right, (byte)example.Gold.Relations[b]);
            }
            else if (s >= 0 && _state.Head[s] != ParserState.None && (b == count || Linked(gold, b)))
            {
                move = new ParserMove(ParserAction.Reduce, 0);
            }
            else if (b == count)
            {
                return null;
            }
            if (!numbers.TryGetValue(move, out int number))
                return null;
            moves.Add(number);
            _state.Take(move.Action, move.Relation);
        }
        for (int i = 0; i < count; i++)
        {
            if (_state.Head[i] != gold[i])
                return null;
        }
        return [.. moves];
    }

    private bool Linked(int[] gold, int b)
    {
        for (int k = 0; k < _state.Depth - 1; k++)
        {
            int x = _state.Stack[k];
            if (gold[b] == x || gold[x] == b)
                return true;
        }
        return false;
    }

    private readonly struct Scorer(TrainingTable table, uint[] keys, float[] space) : IMoveScorer
    {
        public void Score(WordSheet sheet, ParserState state, Span<int> scores)
        {
            table.Score(keys.AsSpan(0, ParserFeatures.Extract(sheet, state, keys)), space);
            for (int c = 0; c < space.Length; c++)
                scores[c] = (int)(space[c] * 64);
        }

        public int FirstShift(ParserState state) => 0;
    }

    public void Write(BinaryWriter writer, TrainingTable table, float scale, int least)
    {
        (uint[] keys, short[][] rows) = table.Quantise(scale, least);
        LanguageTrainer.Log($"parser: {table.Rows} rows, {keys.Length} kept, {rows.Sum(r => r.Count(w => w != 0))} weights");
        var kept = keys.Zip(rows).Where(r => r.Second.Max(w => Math.Abs((int)w)) > LeastRow).Select(r => (Key: r.First, Row: r.Second.Select(w => Math.Abs((int)w) > LeastWeight ? w : (short)0).ToArray())).ToArray();
        writer.Write(_moves.Length);
        foreach (ParserMove move in _moves)
        {
            writer.Write((byte)move.Action);
            writer.Write(move.Relation);
        }
        WeightTable.Write(writer, _moves.Length, [.. kept.Select(r => r.Key)], [.. kept.Select(r => r.Row)]);
    }

    /// <summary>A greedy parser over the averages so far, with every weight.</summary>
    public Parser Freeze(TrainingTable table)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        (uint[] keys, short[][] rows) = table.Quantise(4, 1);
        WeightTable.Write(writer, _moves.Length, keys, rows);
        writer.Flush();
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        return new Parser(WeightTable.Read(reader), _moves);
    }

    /// <summary>A move that makes an arc of the gold tree must give it the gold relation.</summary>
    private bool Fits(ParserMove move, Example example, int[] gold)
    {
        if (move.Action is ParserAction.Shift or ParserAction.Reduce)
            return true;
        (int head, int child) = move.Action == ParserAction.Left ? (_state.Next, _state.Top) : (_state.Top, _state.Next);
        return gold[child] != head || move.Relation == (byte)example.Gold.Relations[child];
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
        free[(int)ParserAction.Left] = !reach && !(gold[s] > b);
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
