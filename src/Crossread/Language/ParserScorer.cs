// Scores the moves of a state, group by group; what was added up for another state of the sentence is not added up again.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>Scores states by a table of weights. The sums are whole numbers, so that they do not depend on what is remembered. Belongs to one thread.</summary>
internal sealed class ParserScorer : IMoveScorer
{
    /// <summary>Sums that are remembered; a power of two. A sum is forgotten when another needs its place.</summary>
    private const int Places = 512;

    /// <summary>What a unit of the arc model's scores is worth in the table's, for heads and for relations.</summary>
    private const float ArcWeight = 80, LabelWeight = 60;

    /// <summary>The arc model puts nothing further behind the best than this, so that a single word of it cannot decide alone.</summary>
    private const float ArcFloor = -10;

    /// <summary>An action that costs so much more than the cheapest is not looked at: the odds against it are more than 40 to 1.</summary>
    private const int OpenMargin = 400;

    /// <summary>A relation that leads the others by so much, in the arc model's units, is beyond doubt.</summary>
    private const float SureLead = 2f;

    /// <summary>Cost of what may not be done.</summary>
    private const int Barred = int.MinValue / 2;

    private static readonly int Relations = Enum.GetValues<Relation>().Length;

    private readonly WeightTable _weights;
    private readonly int _stride;
    private readonly uint[] _keys = new uint[ParserFeatures.MostInGroup];
    private readonly ulong[] _signatures = new ulong[Places];
    private readonly int[] _sums;
    private readonly ArcScorer _arcs;
    private readonly int[] _advancing;
    private readonly int[] _costs = new int[ArcModel.Labels];
    private readonly int[] _left = new int[ArcModel.Labels], _right = new int[ArcModel.Labels];
    private ulong _sentence;

    public ParserScorer(WeightTable weights, ParserMove[] moves, ArcModel arcs)
    {
        _weights = weights;
        _arcs = new ArcScorer(arcs, ArcWeight, ArcFloor);
        _advancing = new int[_weights.Stride];
        for (int m = moves.Length - 1; m >= 0; m--)
        {
            _advancing[m] = moves[m].Action is ParserAction.Shift or ParserAction.Right ? -1 : 0;
            if (moves[m].Action == ParserAction.Left)
                _left[moves[m].Relation] = m;
            else if (moves[m].Action == ParserAction.Right)
                _right[moves[m].Relation] = m;
        }
        _stride = weights.Stride;
        _sums = new int[Places * _stride];
    }

    /// <summary>Forgets the last sentence and takes up another.</summary>
    public void Start(WordSheet sheet)
    {
        _sentence = unchecked(_sentence + 0x9E3779B97F4A7C15UL);
        _arcs.Read(sheet);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(WordSheet sheet, ParserState state, Span<int> scores)
    {
        ParserView view = new(sheet, state);
        ref int score = ref MemoryMarshal.GetReference(scores);
        int place = Find(view.PairSignature, 1, out bool known);
        if (!known)
        {
            Span<int> sum = Fresh(place);
            _weights.Add(_keys.AsSpan(0, ParserFeatures.Pair(view, _keys)), sum);
            AddArcs(state, sum);
        }
        Copy(place, ref score);
        place = Find(view.NextSignature, 2, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.Next(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.LeftOfTopSignature, 3, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.LeftOfTop(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.RightOfTopSignature, 4, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.RightOfTop(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.LeftOfNextSignature, 5, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.LeftOfNext(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.AboveTopSignature, 6, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.AboveTop(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.PairWithLeftOfNextSignature, 7, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.PairWithLeftOfNext(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.PairWithLeftOfTopSignature, 8, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.PairWithLeftOfTop(view, _keys)), Fresh(place));
        Add(place, ref score);
        place = Find(view.RestSignature, 9, out known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.Rest(view, _keys)), Fresh(place));
        Add(place, ref score);
        AddWaiting(state, ref score);
    }

    /// <inheritdoc/>
    /// <remarks>The second voice alone tells, by what each action takes away from the heads that can still be had.</remarks>
    public uint Open(ParserState state)
    {
        uint allowed = state.Allowed;
        int top = state.Top, next = state.Next, children = _arcs.Children(top, next), waiting = Waiting(state);
        // Numbers of the actions are places here.
        Span<int> costs = next == state.Count ? [Barred, Barred, Barred, Barred] : [ShiftCost(next) + waiting, Barred, Barred, _arcs.Arc(next, top) + waiting];
        if (state.Head[top] != ParserState.None)
            costs[(int)ParserAction.Reduce] = children;
        else
            costs[(int)ParserAction.Left] = _arcs.Arc(top, next) - _arcs.Bound(top, next) + children;
        int floor = Math.Max(Math.Max(costs[0], costs[1]), Math.Max(costs[2], costs[3])) - OpenMargin;
        for (int action = 0; action < costs.Length; action++)
        {
            if (costs[action] < floor)
                allowed &= ~(1u << action);
        }
        return allowed;
    }

    /// <inheritdoc/>
    public int Only(ParserState state) => Open(state) switch
    {
        1u << (int)ParserAction.Shift => 0,
        1u << (int)ParserAction.Reduce => 1,
        1u << (int)ParserAction.Left => Sure(state.Top, state.Next, _left),
        1u << (int)ParserAction.Right => Sure(state.Next, state.Top, _right),
        _ => -1,
    };

    /// <summary>The move that makes an arc with its relation if that is beyond doubt, else -1.</summary>
    private int Sure(int child, int head, int[] moves)
    {
        int relation = _arcs.SureLabel(child, head, SureLead);
        return relation >= 0 && moves[relation] > 0 ? moves[relation] : -1;
    }

    /// <inheritdoc/>
    public int FirstShift(ParserState state) => ShiftCost(state.Next);

    /// <summary>The second voice. Every word begins with its best head as its due; each move costs what it takes away from what can still be had.</summary>
    private void AddArcs(ParserState state, Span<int> sum)
    {
        int top = state.Top, next = state.Next;
        if (state.Head[top] == ParserState.None)
            AddArc(top, next, _arcs.Arc(top, next) - _arcs.Bound(top, next), _left, sum);
        if (next == state.Count)
            return;
        AddArc(next, top, _arcs.Arc(next, top), _right, sum);
        sum[0] += ShiftCost(next);
    }

    /// <summary>A word that goes onto the stack without a head can find one only behind it.</summary>
    private int ShiftCost(int word) => _arcs.Bound(word, word + 1);

    /// <summary>When the next word goes onto the stack it is no longer to be had as the head of those that wait there.</summary>
    private void AddWaiting(ParserState state, ref int score)
    {
        int cost = Waiting(state);
        if (cost == 0)
            return;
        Vector256<int> costs = Vector256.Create(cost);
        ref int mask = ref MemoryMarshal.GetArrayDataReference(_advancing);
        for (nuint c = 0; c < (nuint)_stride; c += (nuint)Vector256<int>.Count)
            (Vector256.LoadUnsafe(ref score, c) + (Vector256.LoadUnsafe(ref mask, c) & costs)).StoreUnsafe(ref score, c);
    }

    private int Waiting(ParserState state)
    {
        int next = state.Next, cost = 0;
        if (next == state.Count)
            return 0;
        for (int k = 0; k < state.Depth; k++)
        {
            int word = state.Stack[k];
            if (state.Head[word] == ParserState.None)
                cost += _arcs.Bound(word, next + 1) - _arcs.Bound(word, next);
        }
        return cost;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddArc(int child, int head, int arc, int[] moves, Span<int> sum)
    {
        unchecked
        {
            ref float label = ref MemoryMarshal.GetReference(_arcs.Labels(child, head));
            Vector256<float> least = Vector256.Create(ArcFloor), unit = Vector256.Create(LabelWeight);
            Vector256<int> all = Vector256.Create(arc);
            ref int cost = ref MemoryMarshal.GetArrayDataReference(_costs);
            // Whole numbers, cut towards 0.
            for (nuint r = 0; r < ArcModel.Labels; r += (nuint)Vector256<int>.Count)
                (all + Vector256.ConvertToInt32(Vector256.Max(Vector256.LoadUnsafe(ref label, r), least) * unit)).StoreUnsafe(ref cost, r);
            // Move 0 is no arc and takes what no move stands for; it is put right again.
            int shift = sum[0];
            for (int r = 0; r < Relations; r++)
                sum[moves[r]] += _costs[r];
            sum[0] = shift;
        }
    }

    /// <summary>Where the sum of a group stands, and whether it stands there already; if not, the caller makes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ulong signature, ulong group, out bool known)
    {
        unchecked
        {
            signature = FeatureKey.Join(signature + _sentence, group);
            int place = (int)(signature >> 40) & (Places - 1);
            known = _signatures[place] == signature;
            _signatures[place] = signature;
            return place * _stride;
        }
    }

    private Span<int> Fresh(int place)
    {
        Span<int> sum = _sums.AsSpan(place, _stride);
        sum.Clear();
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Copy(int place, ref int score)
    {
        ref int sum = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sums), place);
        for (nuint c = 0; c < (nuint)_stride; c += (nuint)Vector256<int>.Count)
            Vector256.LoadUnsafe(ref sum, c).StoreUnsafe(ref score, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int place, ref int score)
    {
        ref int sum = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sums), place);
        for (nuint c = 0; c < (nuint)_stride; c += (nuint)Vector256<int>.Count)
            (Vector256.LoadUnsafe(ref score, c) + Vector256.LoadUnsafe(ref sum, c)).StoreUnsafe(ref score, c);
    }
}
