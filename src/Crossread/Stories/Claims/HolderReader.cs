// The words for somebody who has no name: "a driller of the night shift", not "he".
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>Reads how a report calls a speaker whom it does not name.</summary>
internal static class HolderReader
{
    /// <summary>The words for the speaker of a statement: behind a pronoun the noun that it stands for, where the paragraph tells; null if it has no speaker.</summary>
    /// <param name="report">The report.</param>
    /// <param name="statement">Index of the statement.</param>
    public static TextSpan? Words(StoryReport report, int statement)
    {
        ImmutableArray<Statement> statements = report.Reading.Statements;
        if (statements[statement].SpeakerWords is not { } speaker)
            return null;
        AnnotatedText text = report.Reading.Words;
        int first = text.TokenAt(speaker.Start);
        if (first >= text.Tokens.Length || text.TokenAt(speaker.End - 1) != first || text.Tokens[first].Upos != Upos.PRON)
            return speaker;
        TextSpan? paragraph = report.Reading.Report.Passages.Where(p => p.Span.Contains(speaker)).Select(p => (TextSpan?)p.Span).FirstOrDefault();
        for (int s = statement - 1; s >= 0; s--)
        {
            if (statements[s].Speaker is not { } before || before.Start >= speaker.Start)
                continue;
            if (paragraph is not { } inside || !inside.Contains(before))
                break;
            if (statements[s].SpeakerEntity is null && text.Tokens[text.TokenAt(before.Start)].Upos != Upos.PRON)
                return before;
        }
        return speaker;
    }
}
