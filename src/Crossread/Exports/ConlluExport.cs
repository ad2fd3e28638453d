// Words, tags and trees of all reports.
using System.Collections.Immutable;
using System.Text;

using Crossread.Language;
using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>CoNLL-U (Universal Dependencies), the reports one after the other, with names in MISC as <c>annotate --as conllu</c> writes them.</summary>
public sealed class ConlluExport : IStoryExport
{
    /// <inheritdoc/>
    public string Name => "conllu";

    /// <inheritdoc/>
    public string About => "words, tags and trees as CoNLL-U";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        foreach (StoryReport report in story.Reports)
        {
            using StringWriter lines = new();
            ImmutableArray<string?> tags = NameTags.Of(report.Reading.Words, report.Reading.Names.Mentions);
            ConlluWriter.Write(lines, report.Reading.Words, report.Reading.Report.File, t => tags[t]);
            stream.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        }
    }
}
