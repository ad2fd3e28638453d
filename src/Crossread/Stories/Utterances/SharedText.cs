// Which statements stand in passages that come from one text.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Stories.Utterances;

/// <summary>Tells whether two statements stand in passages that lie side by side in one origin.</summary>
internal sealed class SharedText
{
    private readonly Dictionary<(int, int), List<(TextSpan, TextSpan)>> _passages = [];
    private readonly ImmutableArray<StoryReport> _reports;

    /// <summary>Indexes the passages of the origins.</summary>
    public SharedText(ImmutableArray<StoryReport> reports, ImmutableArray<Origin> origins)
    {
        _reports = reports;
        Dictionary<string, int> index = [];
        for (int i = 0; i < reports.Length; i++)
            index[reports[i].Id] = i;
        foreach (SharedPassage pair in origins.SelectMany(o => o.Passages))
        {
            (int a, int b) = (index[pair.Passage.Report], index[pair.Like.Report]);
            (TextSpan first, TextSpan second) = a < b ? (pair.Passage.Span, pair.Like.Span) : (pair.Like.Span, pair.Passage.Span);
            (int, int) key = (Math.Min(a, b), Math.Max(a, b));
            if (!_passages.TryGetValue(key, out List<(TextSpan, TextSpan)>? list))
                _passages[key] = list = [];
            list.Add((first, second));
        }
    }

    /// <summary>Where the two stand to each other.</summary>
    public Closeness Of(Said a, Said b)
    {
        if (_reports[a.Ref.Report].Origin != _reports[b.Ref.Report].Origin)
            return Closeness.OtherText;
        (Said first, Said second) = a.Ref.Report <= b.Ref.Report ? (a, b) : (b, a);
        return _passages.TryGetValue((first.Ref.Report, second.Ref.Report), out List<(TextSpan, TextSpan)>? list)
            && list.Exists(p => p.Item1.Overlaps(first.Words) && p.Item2.Overlaps(second.Words))
            ? Closeness.OnePassage : Closeness.OneText;
    }
}

/// <summary>How close two statements stand.</summary>
internal enum Closeness : byte
{
    /// <summary>In reports of different origins.</summary>
    OtherText,

    /// <summary>In reports of one origin.</summary>
    OneText,

    /// <summary>In passages that lie side by side in one origin.</summary>
    OnePassage,
}
