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

    private readonly WeightTable _weights;
    private readonly int _stride;
    private readonly uint[] _keys = new uint[ParserFeatures.MostInGroup];
    private readonly ulong[] _signatures = new ulong[Places];
    private readonly int[] _sums;
    private ulong _sentence;

    public ParserScorer(WeightTable weights)
    {
        _weights = weights;
        _stride = weights.Stride;
        _sums = new int[Places * _stride];
    }

    /// <summary>Forgets the last sentence.</summary>
    public void Start() => _sentence = unchecked(_sentence + 0x9E3779B97F4A7C15UL);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(WordSheet sheet, ParserState state, Span<int> scores)
    {
        ParserView view = new(sheet, state);
        ref int score = ref MemoryMarshal.GetReference(scores);
        int place = Find(view.PairSignature, 1, out bool known);
        if (!known)
            _weights.Add(_keys.AsSpan(0, ParserFeatures.Pair(view, _keys)), Fresh(place));
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
