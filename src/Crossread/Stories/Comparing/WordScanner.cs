// Walks over the words of a text without copying them.
namespace Crossread.Stories.Comparing;

/// <summary>What a word looks like.</summary>
public enum WordShape : byte
{
    /// <summary>Letters, the first one not a capital.</summary>
    Lower,

    /// <summary>Letters, the first one a capital.</summary>
    Capital,

    /// <summary>Begins with a digit.</summary>
    Number,

    /// <summary>Two neighbouring signs of a script that writes no spaces between words.</summary>
    Ideographs,
}

/// <summary>Walks over the words of a text: runs of letters with apostrophes inside, numbers with their points and commas. Takes any text; needs no analysis.</summary>
public ref struct WordScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _next;

    /// <summary>Starts before the first word.</summary>
    public WordScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        OpensSentence = true;
    }

    /// <summary>First code unit of the word.</summary>
    public int Start { get; private set; }

    /// <summary>One past its last.</summary>
    public int End { get; private set; }

    /// <summary>What it looks like.</summary>
    public WordShape Shape { get; private set; }

    /// <summary>True if the word stands behind a line break, a quotation mark or the end of a sentence, so that its capital tells nothing.</summary>
    public bool OpensSentence { get; private set; }

    /// <summary>True if only blanks lie between the word before and this one.</summary>
    public bool FollowsDirectly { get; private set; }

    /// <summary>The word.</summary>
    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    /// <summary>Goes to the next word; false at the end.</summary>
    public bool MoveNext()
    {
        int i = _next;
        bool opens = i == 0, direct = i > 0;
        while (i < _text.Length && !IsWordChar(_text[i]))
        {
            char c = _text[i++];
            opens |= c is '\n' or '\r' or '.' or '!' or '?' or ':' or '"' or '\'' or '`' or '“' or '”' or '‘' or '„' or '«' or '»';
            direct &= c is ' ' or '\u00A0';
        }
        Start = End = _next = i;
        if (i == _text.Length)
            return false;
        OpensSentence = opens;
        FollowsDirectly = direct;
        char first = _text[i];
        if (IsIdeograph(first))
        {
            // The next word begins with the second sign of this pair.
            Shape = WordShape.Ideographs;
            _next = i + 1;
            End = _next < _text.Length && IsIdeograph(_text[_next]) ? i + 2 : i + 1;
            return true;
        }
        if (char.IsDigit(first))
        {
            Shape = WordShape.Number;
            while (++i < _text.Length && (char.IsDigit(_text[i]) || (_text[i] is '.' or ',' && i + 1 < _text.Length && char.IsDigit(_text[i + 1])))) { }
        }
        else
        {
            Shape = char.IsUpper(first) ? WordShape.Capital : WordShape.Lower;
            while (++i < _text.Length && (IsLetter(_text[i]) || (_text[i] is '\'' or '’' && i + 1 < _text.Length && IsLetter(_text[i + 1])))) { }
        }
        End = _next = i;
        return true;
    }

    private static bool IsWordChar(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetterOrDigit(c));

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c > 127 && !IsIdeograph(c) && (char.IsLetter(c) || IsMark(c)));

    // Combining marks belong to the letter before them (vowel signs of Indic scripts, Arabic points).
    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsIdeograph(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
