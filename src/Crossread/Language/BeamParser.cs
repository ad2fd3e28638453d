// Finds heads and relations by beam search: several half-built trees are kept at each step (Zhang and Nivre 2011).
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crossread.Language;

/// <summary>Scores the moves of a state.</summary>
internal interface IMoveScorer
{
    /// <summary>Scores each move of the state.</summary>
    void Score(WordSheet sheet, ParserState state, Span<int> scores);

    /// <summary>What the shift onto an empty stack scores, the only move there is.</summary>
    int FirstShift(ParserState state);

    /// <summary>The actions worth a look: bit n for action n; at least one, and none that may not be taken.</summary>
    uint Open(ParserState state) => state.Allowed;

    /// <summary>The only move worth a look, or -1 if there are several.</summary>
    int Only(ParserState state) => -1;
}

/// <summary>A beam over the arc-eager system. Every tree over n words takes 2n moves, so that the trees of a step can be compared. Belongs to one thread.</summary>
internal sealed class BeamParser
{
    private readonly ParserMove[] _moves;
    private readonly int _width;
    private readonly int _margin;
    private readonly long? _gap;
    private readonly int[] _barred;
    private readonly int[] _scores;
    private ParserState[] _states;
    private ParserState[] _spare;
    private long[] _totals;
    private long[] _nextTotals;
    private readonly (long Total, int State, int Move)[] _candidates;
    private int _candidateCount;

    /// <summary>A beam of this width; a move that scores less than the best of its state by more than the margin is not followed.</summary>
    /// <param name="moves">The moves.</param>
    /// <param name="width">States kept at the most.</param>
    /// <param name="margin">How far below the best of its state a move may score.</param>
    /// <param name="gap">How far below the best a state may stand, if states are dropped at all; training compares all that the width allows.</param>
    public BeamParser(ParserMove[] moves, int width, int margin, long? gap = null)
    {
        _gap = gap;
        _moves = moves;
        _width = width;
        _margin = margin;
        int stride = (moves.Length + 31) / 32 * 32;
        _scores = new int[stride];
        // For each set of allowed actions: 0 for a move that may be taken, else the smallest number.
        _barred = new int[16 * stride];
        for (int i = 0; i < _barred.Length; i++)
            _barred[i] = i % stride < moves.Length && (i / stride >> (int)moves[i % stride].Action & 1) != 0 ? 0 : int.MinValue;
        _states = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
        _spare = [.. Enumerable.Range(0, width).Select(_ => new ParserState())];
        _totals = new long[width];
        _nextTotals = new long[width];
        _candidates = new (long, int, int)[width];
    }

    /// <summary>States in the beam, the best first.</summary>
    public int Count { get; private set; }

    /// <summary>The best state.</summary>
    public ParserState First => _states[0];

    /// <summary>For each state of the step: which state it came from and by which move. Filled by <see cref="Step"/>.</summary>
    public (int Parent, int Move)[] Origins { get; } = new (int, int)[64];

    /// <summary>Total score of a state.</summary>
    public long Total(int i) => _totals[i];

    /// <summary>Starts a sentence.</summary>
    public void Start(int words)
    {
        Count = 1;
        _states[0].Start(words);
        _totals[0] = 0;
    }

    /// <summary>Takes one move in every state and keeps the best.</summary>
    public void Step<TScorer>(WordSheet sheet, TScorer scorer)
        where TScorer : IMoveScorer
    {
        _candidateCount = 0;
        if (Count == 1 && TakeOnly(scorer))
            return;
        for (int i = 0; i < Count; i++)
        {
            ParserState state = _states[i];
            if (state.Depth == 0)
            {
                Offer(_totals[i] + scorer.FirstShift(state), i, 0);
                continue;
            }
            scorer.Score(sheet, state, _scores);
            AddMoves(scorer.Open(state), i);
        }
        Advance();
        if (_gap is long gap)
            Drop(gap);
    }

    /// <summary>Takes the move of a lone state that has no other: with nothing to compare it needs no score.</summary>
    private bool TakeOnly<TScorer>(TScorer scorer)
        where TScorer : IMoveScorer
    {
        int move = _states[0].Depth == 0 ? 0 : scorer.Only(_states[0]);
        if (move < 0)
            return false;
        Origins[0] = (0, move);
        _states[0].Take(_moves[move].Action, _moves[move].Relation);
        return true;
    }

    /// <summary>Drops states far behind the best.</summary>
    private void Drop(long gap)
    {
        while (_totals[Count - 1] < _totals[0] - gap)
            Count--;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMoves(uint allowed, int i)
    {
        unchecked
        {
            ref int score = ref MemoryMarshal.GetArrayDataReference(_scores);
            ref int barred = ref MemoryMarshal.GetArrayDataReference(_barred);
            nuint length = (nuint)_scores.Length, from = allowed * length;
            Vector256<int> most = Vector256.Create(int.MinValue);
            for (nuint c = 0; c < length; c += (nuint)Vector256<int>.Count)
            {
                Vector256<int> bar = Vector256.LoadUnsafe(ref barred, from + c);
                Vector256<int> open = Vector256.ConditionalSelect(Vector256.Equals(bar, Vector256<int>.Zero), Vector256.LoadUnsafe(ref score, c), bar);
                open.StoreUnsafe(ref score, c);
                most = Vector256.Max(most, open);
            }
            int top = int.MinValue;
            for (int k = 0; k < Vector256<int>.Count; k++)
                top = Math.Max(top, most.GetElement(k));
            long floor = Math.Max((long)top - _margin, int.MinValue + 1);
            if (_candidateCount == _width)
                floor = Math.Max(floor, _candidates[_width - 1].Total - _totals[i] + 1);
            if (floor > top)
                return;
            Vector256<int> least = Vector256.Create((int)floor);
            for (nuint c = 0; c < length; c += (nuint)Vector256<int>.Count)
            {
                uint good = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref score, c), least).ExtractMostSignificantBits();
                for (; good != 0; good &= good - 1)
                {
                    int move = (int)c + BitOperations.TrailingZeroCount(good);
                    Offer(_totals[i] + _scores[move], i, move);
                }
            }
        }
    }

    /// <summary>Keeps the candidates sorted, the best first; of equals the earlier.</summary>
    private void Offer(long total, int state, int move)
    {
        int at;
        if (_candidateCount < _width)
            at = _candidateCount++;
        else if (total > _candidates[_width - 1].Total)
            at = _width - 1;
        else
            return;
        while (at > 0 && _candidates[at - 1].Total < total)
        {
            _candidates[at] = _candidates[at - 1];
            at--;
        }
        _candidates[at] = (total, state, move);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance()
    {
        // The last child of a state takes it over; the others get copies.
        for (int k = 0; k < _candidateCount; k++)
        {
            (long total, int parent, int move) = _candidates[k];
            Origins[k] = (parent, move);
            _nextTotals[k] = total;
            bool more = false;
            for (int later = k + 1; later < _candidateCount; later++)
                more |= _candidates[later].State == parent;
            if (more)
                _spare[k].CopyFrom(_states[parent]);
            else
                (_spare[k], _states[parent]) = (_states[parent], _spare[k]);
            _spare[k].Take(_moves[move].Action, _moves[move].Relation);
        }
        (_states, _spare) = (_spare, _states);
        (_totals, _nextTotals) = (_nextTotals, _totals);
        Count = _candidateCount;
    }
}
