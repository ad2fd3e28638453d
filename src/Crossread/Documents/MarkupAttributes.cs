// The attributes of a tag, read one after the other.
namespace Crossread.Documents;

/// <summary>Reads the attributes of a tag one after the other, without a copy.</summary>
internal ref struct MarkupAttributes(string source, (int Start, int End) range)
{
    private readonly string _source = source;
    private readonly int _end = range.End;
    private int _at = range.Start;

    /// <summary>Name as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Value as written, without its quotes.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>The value with its entities resolved.</summary>
    public readonly string Text => Entities.Resolve(Value);

    /// <summary>True if this is the attribute's name, in any case.</summary>
    public readonly bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes to the next attribute; false at the end.</summary>
    public bool Next()
    {
        string s = _source;
        while (_at < _end && (char.IsWhiteSpace(s[_at]) || s[_at] is '/' or '"' or '\'' or '='))
            _at++;
        if (_at >= _end)
            return false;
        int start = _at;
        while (_at < _end && !char.IsWhiteSpace(s[_at]) && s[_at] is not ('=' or '/'))
            _at++;
        Name = s.AsSpan(start, _at - start);
        Value = default;
        int after = _at;
        while (after < _end && char.IsWhiteSpace(s[after]))
            after++;
        if (after >= _end || s[after] != '=')
            return true;
        after++;
        while (after < _end && char.IsWhiteSpace(s[after]))
            after++;
        if (after < _end && s[after] is '"' or '\'')
        {
            int close = s.AsSpan(after + 1, _end - after - 1).IndexOf(s[after]);
            int stop = close < 0 ? _end : after + 1 + close;
            Value = s.AsSpan(after + 1, stop - after - 1);
            _at = Math.Min(stop + 1, _end);
            return true;
        }
        int from = after;
        while (after < _end && !char.IsWhiteSpace(s[after]))
            after++;
        Value = s.AsSpan(from, after - from);
        _at = after;
        return true;
    }
}
