// Finds heads and relations: an arc-eager parser by beam search, over a linear model and the arc model.
using System.Runtime.CompilerServices;

namespace Crossread.Language;

/// <summary>Parses one sentence at a time. The models are shared; the working space belongs to one thread.</summary>
internal sealed class Parser
{
    /// <summary>A longer sentence is parsed without a beam: copies of its states would cost too much.</summary>
    private const int LongestBeam = 200;

    /// <summary>Half-built trees kept at each step, and how far below the best a move may score to be followed.</summary>
    private const int BeamWidth = 3, BeamMargin = 2000;

    /// <summary>How far below the best a half-built tree may score to be kept.</summary>
    private const int BeamGap = 800;

    private readonly WeightTable _weights;
    private readonly ParserMove[] _moves;
    private readonly ParserState _state = new();
    private readonly uint[] _keys = new uint[ParserFeatures.Most];
    private readonly int[] _scores;
    private readonly BeamParser? _beam;
    private readonly ParserScorer? _scorer;

    /// <summary>A greedy parser over this model; the moves are its classes.</summary>
    public Parser(WeightTable weights, ParserMove[] moves)
    {
        _weights = weights;
        _moves = moves;
        _scores = new int[weights.Stride];
    }

    /// <summary>A parser by beam search, with the arc model as second voice.</summary>
    public Parser(WeightTable weights, ParserMove[] moves, ArcModel arcs)
        : this(weights, moves)
    {
        _beam = new BeamParser(moves, BeamWidth, BeamMargin, BeamGap);
        _scorer = new ParserScorer(weights, moves, arcs);
    }

    /// <summary>Fills heads and relations of the tagged words.</summary>
    public void Parse(WordSheet sheet)
    {
        if (_beam is not null && _scorer is not null && sheet.Count <= LongestBeam)
        {
            Search(sheet, _beam, _scorer);
            return;
        }
        ParserState state = _state;
        state.Start(sheet.Count);
        while (!state.IsFinal)
        {
            ParserMove move = default;
            if (state.Depth > 0)
            {
                _weights.Score(_keys.AsSpan(0, ParserFeatures.Extract(sheet, state, _keys)), _scores);
                move = _moves[Best(state.Allowed)];
            }
            state.Take(move.Action, move.Relation);
        }
        Finish(sheet, state);
    }

    private static void Search(WordSheet sheet, BeamParser beam, ParserScorer scorer)
    {
        beam.Start(sheet.Count);
        scorer.Start(sheet);
        for (int step = 2 * sheet.Count; step > 0; step--)
            beam.Step(sheet, scorer);
        Finish(sheet, beam.First);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Best(uint allowed)
    {
        int best = -1, most = int.MinValue;
        for (int c = 0; c < _moves.Length; c++)
        {
            if (_scores[c] > most && (allowed >> (int)_moves[c].Action & 1) != 0)
                (best, most) = (c, _scores[c]);
        }
        return best;
    }

    /// <summary>Copies the tree and sees to it that exactly one word is the root.</summary>
    internal static void Finish(WordSheet sheet, ParserState state)
    {
        int root = -1;
        for (int i = 0; i < sheet.Count; i++)
        {
            int head = state.Head[i];
            sheet.Relation[i] = state.Relation[i];
            if (head < 0 || head >= sheet.Count)
            {
                head = root;
                sheet.Relation[i] = root < 0 ? (byte)Language.Relation.Root : (byte)Language.Relation.Parataxis;
                if (root < 0)
                    root = i;
            }
            else if (sheet.Relation[i] == (byte)Language.Relation.Root)
            {
                sheet.Relation[i] = (byte)Language.Relation.Parataxis;
            }
            sheet.Head[i] = head;
        }
    }
}
