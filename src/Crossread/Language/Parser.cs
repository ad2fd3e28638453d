// Finds heads and relations: a greedy arc-eager parser over linear models.
namespace Crossread.Language;

/// <summary>Parses one sentence at a time. The models are shared; the working space belongs to one thread.</summary>
internal sealed class Parser
{
    private readonly ActionTable _actions;
    private readonly WeightTable _relations;
    private readonly ParserState _state = new();
    private readonly uint[] _keys = new uint[ParserFeatures.MostForAction];
    private readonly short[] _scores;

    /// <summary>A parser over these models.</summary>
    public Parser(ActionTable actions, WeightTable relations)
    {
        _actions = actions;
        _relations = relations;
        _scores = new short[relations.Stride];
    }

    /// <summary>Fills heads and relations of the tagged words.</summary>
    public void Parse(WordSheet sheet)
    {
        ParserState state = _state;
        state.Start(sheet.Count);
        while (!state.IsFinal)
        {
            ParserAction action = ParserAction.Shift;
            if (state.Depth > 0)
            {
                var scores = _actions.Score(_keys.AsSpan(0, ParserFeatures.ForAction(sheet, state, _keys)));
                int best = int.MinValue;
                for (int a = 0; a < 4; a++)
                {
                    if (scores[a] > best && state.Allows((ParserAction)a))
                    {
                        best = scores[a];
                        action = (ParserAction)a;
                    }
                }
            }
            byte relation = 0;
            if (action is ParserAction.Left or ParserAction.Right)
                relation = action == ParserAction.Left && state.Next == state.Count ? (byte)Language.Relation.Root : BestRelation(sheet, action == ParserAction.Left);
            state.Take(action, relation);
        }
        Finish(sheet, state);
    }

    private byte BestRelation(WordSheet sheet, bool left)
    {
        _relations.Score(_keys.AsSpan(0, ParserFeatures.ForRelation(sheet, _state, left, _keys)), _scores);
        int best = 0;
        for (int c = 1; c < _relations.Columns; c++)
        {
            if (_scores[c] > _scores[best])
                best = c;
        }
        return (byte)best;
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
