// In whose words a stretch of text stands.
using System.Collections.Immutable;

using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Events;

/// <summary>Finds the innermost statement whose content holds a span; made once, asked in the order of the text or not.</summary>
internal sealed class ContentIndex
{
    private readonly (TextSpan Span, int Statement)[] _contents;
    private readonly int _longest;

    internal ContentIndex(ImmutableArray<Statement> statements)
    {
        _contents = [.. statements.SelectMany((s, i) => s.Content.Select(c => (Span: c, Statement: i))).OrderBy(c => c.Span).ThenBy(c => c.Statement)];
        _longest = _contents.Length == 0 ? 0 : _contents.Max(c => c.Span.Length);
    }

    /// <summary>Index of the statement with the shortest content that holds the span, or null.</summary>
    internal int? Innermost(TextSpan span)
    {
        int low = 0, high = _contents.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_contents[middle].Span.Start <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        int? best = null;
        int shortest = int.MaxValue;
        for (int i = low - 1; i >= 0 && _contents[i].Span.Start >= span.Start - _longest && low - i < 64; i--)
        {
            if (_contents[i].Span.Contains(span) && _contents[i].Span.Length < shortest)
                (best, shortest) = (_contents[i].Statement, _contents[i].Span.Length);
        }
        return best;
    }
}
