// The trees of a text's sentences, with the stretch that each word governs.
namespace Crossread.Language;

/// <summary>Children and stretches of every word of a text; made once, in time linear in the words.</summary>
internal sealed class SentenceTree
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;

    public SentenceTree(AnnotatedText text)
    {
        Text = text;
        int count = text.Tokens.Length;
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _left = new int[count];
        _right = new int[count];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        int[] waiting = new int[count];
        for (int i = count - 1; i >= 0; i--)
        {
            _left[i] = _right[i] = i;
            int head = text.Tokens[i].Head;
            if (head < 0 || head >= count || head == i)
                continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
            waiting[head]++;
        }
        // Leaves first; a ring of heads, which no parser should make, is never entered and so does no harm.
        int[] queue = new int[count];
        int end = 0;
        for (int i = 0; i < count; i++)
        {
            if (waiting[i] == 0)
                queue[end++] = i;
        }
        for (int at = 0; at < end; at++)
        {
            int i = queue[at];
            int head = text.Tokens[i].Head;
            if (head < 0 || head >= count || head == i)
                continue;
            _left[head] = Math.Min(_left[head], _left[i]);
            _right[head] = Math.Max(_right[head], _right[i]);
            if (--waiting[head] == 0)
                queue[end++] = head;
        }
    }

    public AnnotatedText Text { get; }

    /// <summary>First word of the stretch that a word governs.</summary>
    public int Left(int token) => _left[token];

    /// <summary>Last word of the stretch that a word governs.</summary>
    public int Right(int token) => _right[token];

    /// <summary>First child in the order of the text, or -1.</summary>
    public int FirstChild(int token) => _firstChild[token];

    /// <summary>Next child of the same head, or -1.</summary>
    public int NextSibling(int token) => _nextSibling[token];

    /// <summary>The first child with this relation, or -1.</summary>
    public int Child(int token, Relation relation)
    {
        for (int c = _firstChild[token]; c >= 0; c = _nextSibling[c])
        {
            if (Text.Tokens[c].Relation == relation)
                return c;
        }
        return -1;
    }

    /// <summary>True if the word stands under the other, at any depth.</summary>
    public bool Under(int token, int top)
    {
        for (int steps = 0; token >= 0 && steps < 200; steps++)
        {
            if (token == top)
                return true;
            token = Text.Tokens[token].Head;
        }
        return false;
    }

    /// <summary>True if a <c>not</c> denies nothing: <c>not only</c>, <c>not just</c>, <c>not merely</c>, <c>not simply</c> say that too.</summary>
    public bool OnlyAdds(int not) => Is(not + 1, "only") || Is(not + 1, "just") || Is(not + 1, "merely") || Is(not + 1, "simply");

    /// <summary>True if the word is this one, whatever the case.</summary>
    public bool Is(int token, string word) =>
        token >= 0 && token < Text.Tokens.Length && Text.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
