// The names of a text while the rules work on them: spans that never overlap, and which token belongs to which.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>The names of one text while they are being found. Lives only inside one call.</summary>
internal sealed class NameDraft
{
    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing", "ly"];

    private readonly NameSpan?[] _at;
    private readonly WordClass[] _classes;
    private readonly WordClass[] _phrases;
    private readonly byte[] _parts;
    private readonly WordShape[] _shapes;
    private readonly bool[] _starts;
    private readonly HashSet<ulong> _small = [];

    /// <summary>Starts with no names.</summary>
    public NameDraft(AnnotatedText text, ImmutableArray<Passage> passages, IEnumerable<NameWindow> windows)
    {
        Text = text;
        int count = text.Tokens.Length;
        _at = new NameSpan?[count];
        _classes = new WordClass[count];
        _phrases = new WordClass[count];
        _parts = new byte[count];
        _shapes = new WordShape[count];
        _starts = new bool[count];
        Keys = new ulong[count];
        Passage = new PassageKind[count];
        foreach (NameWindow window in windows)
        {
            window.Classes.CopyTo(_classes, window.First);
            window.Phrases.CopyTo(_phrases, window.First);
            window.PhraseParts.CopyTo(_parts, window.First);
            window.Shapes.CopyTo(_shapes, window.First);
            window.Starts.CopyTo(_starts, window.First);
            window.Keys.CopyTo(Keys, window.First);
        }
        for (int i = 0; i < count; i++)
        {
            if (_shapes[i] == WordShape.Lower)
                _small.Add(Keys[i]);
        }
        int p = 0;
        for (int i = 0; i < count && !passages.IsDefaultOrEmpty; i++)
        {
            while (p + 1 < passages.Length && passages[p + 1].Span.Start <= text.Tokens[i].Span.Start)
                p++;
            Passage[i] = passages[p].Kind;
        }
    }

    public AnnotatedText Text { get; }

    public ulong[] Keys { get; }

    /// <summary>For each token the kind of its passage.</summary>
    public PassageKind[] Passage { get; }

    public int Count => _at.Length;

    public WordClass Class(int token) => token < 0 || token >= Count ? WordClass.None : _classes[token];

    /// <summary>The classes of the longest list entry over the token.</summary>
    public WordClass Phrase(int token) => token < 0 || token >= Count ? WordClass.None : _phrases[token];

    /// <summary>First token of the list entry over the token, and its last.</summary>
    public (int First, int Last) PhraseAt(int token)
    {
        int first = token, last = token;
        while (_parts[first] is NameLabel.Inside or NameLabel.Last && first > 0)
            first--;
        while (_parts[last] is NameLabel.Begin or NameLabel.Inside && last + 1 < Count)
            last++;
        return (first, last);
    }

    /// <summary>True if the word, or its stem, is one that English writes small.</summary>
    public bool IsCommon(int token)
    {
        if ((Class(token) & WordClass.Common) != 0)
            return true;
        ReadOnlySpan<char> form = Form(token);
        foreach (string ending in Endings)
        {
            if (form.Length < ending.Length + 3 || !form.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                continue;
            ulong stem = NameKey.Of(form[..^ending.Length]);
            if ((NameLexicon.Shared[stem] & WordClass.Common) != 0 || (NameLexicon.Shared[NameKey.Add(stem, "e")] & WordClass.Common) != 0)
                return true;
        }
        return false;
    }

    public WordShape Shape(int token) => token < 0 || token >= Count ? WordShape.Mark : _shapes[token];

    public bool Capital(int token) => WordShapes.HasCapital(Shape(token));

    public bool IsStart(int token) => _starts[token];

    public ReadOnlySpan<char> Form(int token) => token < 0 || token >= Count ? [] : Text.Form(token);

    /// <summary>True if the word stands with a small letter somewhere in the text.</summary>
    public bool IsSmallElsewhere(int token) => _small.Contains(Keys[token]);

    /// <summary>True if no white space stands between this token and the next.</summary>
    public bool IsGlued(int token) => token >= 0 && token + 1 < Count && Text.Tokens[token].Span.End == Text.Tokens[token + 1].Span.Start;

    /// <summary>The name that the token belongs to, or null.</summary>
    public NameSpan? At(int token) => token < 0 || token >= Count ? null : _at[token];

    public bool IsFree(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (_at[i] is not null)
                return false;
        }
        return true;
    }

    /// <summary>Key of the words of a stretch.</summary>
    public ulong KeyOf(int first, int last)
    {
        ulong key = NameKey.Empty;
        for (int i = first; i <= last; i++)
            key = NameKey.Add(key, Text.Form(i));
        return key;
    }

    /// <summary>Adds a name over free tokens.</summary>
    public void Add(NameSpan span)
    {
        for (int i = span.First; i <= span.Last; i++)
            _at[i] = span;
    }

    public void Remove(NameSpan span)
    {
        for (int i = span.First; i <= span.Last; i++)
            _at[i] = null;
    }

    /// <summary>Puts another span or kind in a name's place; none if <paramref name="by"/> is null.</summary>
    public void Replace(NameSpan span, NameSpan? by)
    {
        Remove(span);
        if (by is { } next)
            Add(next);
    }

    /// <summary>All names in the order of the text.</summary>
    public List<NameSpan> Spans()
    {
        var spans = new List<NameSpan>();
        for (int i = 0; i < Count; i++)
        {
            if (_at[i] is { } span)
            {
                spans.Add(span);
                i = span.Last;
            }
        }
        return spans;
    }

    /// <summary>First token of the sentence of a token, and one past its last.</summary>
    public (int From, int To) Sentence(int token)
    {
        Sentence sentence = Text.Sentences[Text.SentenceOf(token)];
        return (sentence.FirstToken, sentence.EndToken);
    }
}
