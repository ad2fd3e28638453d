// A half-built tree: the stack, the next word, and the arcs so far (arc-eager, the root behind the last word).
namespace Crossread.Language;

/// <summary>What the parser may do next.</summary>
internal enum ParserAction
{
    /// <summary>Puts the next word on the stack.</summary>
    Shift,

    /// <summary>Takes the top off the stack; it has its head.</summary>
    Reduce,

    /// <summary>The next word becomes the head of the top, which leaves the stack.</summary>
    Left,

    /// <summary>The top becomes the head of the next word, which goes onto the stack.</summary>
    Right,
}

/// <summary>A state of the arc-eager transition system (Nivre 2003) with the root as last word (Ballesteros and Nivre 2013). Belongs to one thread.</summary>
internal sealed class ParserState
{
    /// <summary>No word.</summary>
    public const int None = -1;

    /// <summary>Number of words; the root has this index.</summary>
    public int Count;

    /// <summary>Next word.</summary>
    public int Next;

    /// <summary>Words on the stack.</summary>
    public int Depth;

    /// <summary>The stack, top last.</summary>
    public int[] Stack = [];

    /// <summary>Heads, outermost and second children on both sides.</summary>
    public int[] Head = [], Left1 = [], Left2 = [], Right1 = [], Right2 = [];

    /// <summary>Relation to the head, numbers of children on both sides.</summary>
    public byte[] Relation = [], LeftCount = [], RightCount = [];

    /// <summary>Sets of the children's relations on both sides.</summary>
    public ulong[] LeftSet = [], RightSet = [];

    /// <summary>Top of the stack, or <see cref="None"/>.</summary>
    public int Top => Depth > 0 ? Stack[Depth - 1] : None;

    /// <summary>True when every word has left the stack and only the root is to come.</summary>
    public bool IsFinal => Next == Count && Depth == 0;

    /// <summary>Starts over with so many words.</summary>
    public void Start(int count)
    {
        Reserve(count + 1);
        Count = count;
        Next = 0;
        Depth = 0;
        Array.Fill(Head, None, 0, count + 1);
        Array.Fill(Left1, None, 0, count + 1);
        Array.Fill(Left2, None, 0, count + 1);
        Array.Fill(Right1, None, 0, count + 1);
        Array.Fill(Right2, None, 0, count + 1);
        Array.Clear(Relation, 0, count + 1);
        Array.Clear(LeftCount, 0, count + 1);
        Array.Clear(RightCount, 0, count + 1);
        Array.Clear(LeftSet, 0, count + 1);
        Array.Clear(RightSet, 0, count + 1);
    }

    /// <summary>Takes over another state.</summary>
    public void CopyFrom(ParserState other)
    {
        int size = other.Count + 1;
        Reserve(size);
        Count = other.Count;
        Next = other.Next;
        Depth = other.Depth;
        other.Stack.AsSpan(0, other.Depth).CopyTo(Stack);
        other.Head.AsSpan(0, size).CopyTo(Head);
        other.Left1.AsSpan(0, size).CopyTo(Left1);
        other.Left2.AsSpan(0, size).CopyTo(Left2);
        other.Right1.AsSpan(0, size).CopyTo(Right1);
        other.Right2.AsSpan(0, size).CopyTo(Right2);
        other.Relation.AsSpan(0, size).CopyTo(Relation);
        other.LeftCount.AsSpan(0, size).CopyTo(LeftCount);
        other.RightCount.AsSpan(0, size).CopyTo(RightCount);
        other.LeftSet.AsSpan(0, size).CopyTo(LeftSet);
        other.RightSet.AsSpan(0, size).CopyTo(RightSet);
    }

    /// <summary>The actions that may be taken: bit n for action n.</summary>
    public uint Allowed
    {
        get
        {
            uint allowed = Next < Count ? 1u << (int)ParserAction.Shift : 0;
            if (Depth == 0)
                return allowed;
            allowed |= Head[Top] != None ? 1u << (int)ParserAction.Reduce : 1u << (int)ParserAction.Left;
            return Next < Count ? allowed | (1u << (int)ParserAction.Right) : allowed;
        }
    }

    /// <summary>Takes the action.</summary>
    public void Take(ParserAction action, byte relation)
    {
        switch (action)
        {
            case ParserAction.Shift:
                Stack[Depth++] = Next++;
                break;
            case ParserAction.Reduce:
                Depth--;
                break;
            case ParserAction.Left:
                AddLeft(Next, Top, relation);
                Depth--;
                break;
            default:
                AddRight(Top, Next, relation);
                Stack[Depth++] = Next++;
                break;
        }
    }

    private void AddLeft(int head, int child, byte relation)
    {
        Head[child] = head;
        Relation[child] = relation;
        Left2[head] = Left1[head];
        Left1[head] = child;
        if (LeftCount[head] < 255)
            LeftCount[head]++;
        LeftSet[head] |= 1UL << relation;
    }

    private void AddRight(int head, int child, byte relation)
    {
        Head[child] = head;
        Relation[child] = relation;
        Right2[head] = Right1[head];
        Right1[head] = child;
        if (RightCount[head] < 255)
            RightCount[head]++;
        RightSet[head] |= 1UL << relation;
    }

    private void Reserve(int size)
    {
        if (Head.Length >= size)
            return;
        int room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(size, 64));
        Stack = new int[room];
        Head = new int[room];
        Left1 = new int[room];
        Left2 = new int[room];
        Right1 = new int[room];
        Right2 = new int[room];
        Relation = new byte[room];
        LeftCount = new byte[room];
        RightCount = new byte[room];
        LeftSet = new ulong[room];
        RightSet = new ulong[room];
    }
}
