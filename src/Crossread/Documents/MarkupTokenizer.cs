// Markup → tags and text, each with its place in the source.
namespace Crossread.Documents;

/// <summary>What a token of markup is.</summary>
internal enum MarkupToken
{
    Text,
    RawText,
    CharacterData,
    StartTag,
    EndTag,
}

/// <summary>
/// Parts HTML or XML into tags and text after the tokenization chapter of the HTML standard; comments, declarations and
/// processing instructions are passed over, so no entity that a document declares is ever resolved. One pass, no look back.
/// </summary>
internal ref struct MarkupTokenizer(string source, bool xml)
{
    private readonly string _source = source;
    private readonly bool _xml = xml;
    private int _at;
    private string? _raw;
    private HashSet<string>? _endless;

    /// <summary>Where the next token begins.</summary>
    public int Position { readonly get => _at; init => _at = value; }

    /// <summary>What the present token is.</summary>
    public MarkupToken Kind { get; private set; }

    /// <summary>First code unit of the token's text or tag.</summary>
    public int Start { get; private set; }

    /// <summary>One past its last code unit.</summary>
    public int End { get; private set; }

    /// <summary>Name of the tag as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Where the attributes of the tag stand.</summary>
    public (int Start, int End) Attributes { get; private set; }

    /// <summary>True if the tag closes itself.</summary>
    public bool SelfClosing { get; private set; }

    /// <summary>True if the source ends inside a tag.</summary>
    public bool CutOff { get; private set; }

    /// <summary>Takes what follows up to this element's end tag as text. False if there is no such tag; then what follows is markup.</summary>
    public bool ExpectRawText(string name)
    {
        // An end tag that was missing once is missing for good, so the search is made once.
        if (_endless is not null && _endless.Contains(name))
            return false;
        if (name is not ("script" or "style") && FindEndTag(name) >= _source.Length)
        {
            (_endless ??= []).Add(name);
            return false;
        }
        _raw = name;
        return true;
    }

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next()
    {
        string s = _source;
        while (_at < s.Length)
        {
            if (_raw is not null)
            {
                string name = _raw;
                _raw = null;
                int end = FindEndTag(name);
                if (end > _at)
                    return Text(MarkupToken.RawText, _at, end, end);
                continue;
            }
            int open = s.IndexOf('<', _at);
            if (open < 0)
                return Text(MarkupToken.Text, _at, s.Length, s.Length);
            // A sign that opens no markup is text; go on behind it.
            while (open >= 0 && !Opens(open))
                open = s.IndexOf('<', open + 1);
            if (open < 0)
                return Text(MarkupToken.Text, _at, s.Length, s.Length);
            if (open > _at)
                return Text(MarkupToken.Text, _at, open, open);
            if (char.IsLetter(s[open + 1]) || (_xml && s[open + 1] == '_'))
                return Tag(open, open + 1, MarkupToken.StartTag);
            if (s[open + 1] == '/' && open + 2 < s.Length && char.IsLetter(s[open + 2]))
                return Tag(open, open + 2, MarkupToken.EndTag);
            ReadOnlySpan<char> rest = s.AsSpan(open);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                int end = s.IndexOf("-->", open + 2, StringComparison.Ordinal);
                _at = end < 0 ? s.Length : Math.Max(end + 3, open + 5);
                continue;
            }
            if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                int end = s.IndexOf("]]>", open, StringComparison.Ordinal);
                int stop = end < 0 ? s.Length : end;
                if (stop > open + 9)
                    return Text(MarkupToken.CharacterData, open + 9, stop, end < 0 ? stop : end + 3);
                _at = end < 0 ? stop : end + 3;
                continue;
            }
            int close = Declaration(open);
            _at = close < 0 ? s.Length : close + 1;
        }
        return false;
    }

    // A document type may hold declarations of its own in brackets, quotes and comments.
    private readonly int Declaration(int open)
    {
        int close = _source.IndexOf('>', open);
        int bracket = close < 0 || !_xml ? -1 : _source.AsSpan(open, close - open).IndexOf('[');
        if (bracket < 0)
            return close;
        int end = _source.IndexOf("]>", open, StringComparison.Ordinal);
        return end < 0 ? close : end + 1;
    }

    private readonly bool Opens(int open) =>
        open + 1 < _source.Length && (char.IsLetter(_source[open + 1]) || _source[open + 1] is '!' or '/' or '?' || (_xml && _source[open + 1] == '_'));

    private bool Text(MarkupToken kind, int start, int end, int next)
    {
        (Kind, Start, End, _at) = (kind, start, end, next);
        return true;
    }

    private readonly int FindEndTag(string name)
    {
        for (int at = _source.IndexOf("</", _at, StringComparison.Ordinal); at >= 0; at = _source.IndexOf("</", at + 2, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = _source.AsSpan(at + 2);
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length])))
                return at;
        }
        return _source.Length;
    }

    private bool Tag(int open, int nameStart, MarkupToken kind)
    {
        string s = _source;
        int at = nameStart;
        while (at < s.Length && !char.IsWhiteSpace(s[at]) && s[at] is not ('/' or '>' or '<'))
            at++;
        Name = s.AsSpan(nameStart, at - nameStart);
        int attributes = at;
        // An attribute's value may hold '>' in its quotes.
        while (at < s.Length && s[at] != '>')
        {
            if (s[at] == '=')
            {
                at++;
                while (at < s.Length && char.IsWhiteSpace(s[at]))
                    at++;
                if (at < s.Length && s[at] is '"' or '\'')
                {
                    int end = s.IndexOf(s[at], at + 1);
                    at = end < 0 ? s.Length : end + 1;
                }
                continue;
            }
            at++;
        }
        CutOff |= at >= s.Length;
        Attributes = (attributes, Math.Min(at, s.Length));
        SelfClosing = at < s.Length && s[at - 1] == '/';
        (Kind, Start, End) = (kind, open, Math.Min(at + 1, s.Length));
        _at = End;
        return true;
    }
}
