// Reads the statements of a short text with names and times, a paragraph a line.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Tests.Statements;

/// <summary>The statements of a text of our own, with the library's own names and times.</summary>
internal sealed record StatementReading(string Text, ReportNames Names, ImmutableArray<Statement> Statements)
{
    public static StatementReading Of(string text, bool titled = false)
    {
        List<Passage> passages = [];
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
                passages.Add(new Passage(new TextSpan(at, at + line.Length), titled && at == 0 ? PassageKind.Title : PassageKind.Paragraph));
            at += line.Length + 1;
        }
        ImmutableArray<Passage> blocks = [.. passages];
        AnnotatedText words = LanguageReader.Read(text, blocks);
        ReportNames names = NameResolver.Resolve(words, NameFinder.Find(words, blocks));
        return new StatementReading(text, names, StatementFinder.Find(words, blocks, names, TimeFinder.Find(words, blocks)));
    }

    /// <summary>Source, cue and content of each statement; stretches are parted by " … ".</summary>
    public IEnumerable<(string? Source, string? Cue, string Content)> Triples =>
        Statements.Select(s => (s.Speaker?.Cut(Text), s.Cue?.Cut(Text), string.Join(" … ", s.Content.Select(c => c.Cut(Text)))));

    /// <summary>The names of the entities that speak, in the order of the statements; null for nobody known.</summary>
    public IEnumerable<string?> Speakers => Statements.Select(s => s.SpeakerEntity is int e ? Names.Entities[e].Name : null);
}
