// The examples of docs/statements.md, names.md and dates.md are read as the pages say.
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names;
using Crossread.Tests.Statements;

namespace Crossread.Tests;

public sealed class DocumentedExamplesTests
{
    [Fact]
    public void Statements_are_read_as_their_page_says()
    {
        foreach (string[] cells in Lines("statements.md", 5))
        {
            StatementReading read = StatementReading.Of(cells[0]);
            Assert.Contains((cells[1], cells[2], cells[3], cells[4]), read.Triples.Zip(read.Statements, (t, s) => (t.Source, t.Cue, t.Content, s.Stance.ToString().ToLowerInvariant())));
        }
    }

    [Fact]
    public void Dates_are_valued_as_their_page_says()
    {
        foreach (string[] cells in Lines("dates.md", 3))
        {
            AnnotatedText words = LanguageReader.Read(cells[0], []);
            var values = TimeResolver.Resolve(words, TimeFinder.Find(words, []), new Publication(cells[1], PublicationBasis.Stated, ""));
            Assert.Equal(cells[2], string.Join(' ', values.Select(v => v.Timex)));
        }
    }

    [Fact]
    public void Names_are_brought_together_as_their_page_says()
    {
        foreach (string[] cells in Lines("names.md", 3).Where(c => c[0] is not ("same" or "different")))
        {
            AnnotatedText words = LanguageReader.Read(cells[0], []);
            ReportNames names = NameResolver.Resolve(words, NameFinder.Find(words, []));
            int entity = names.Entities.Select(e => e.Name).ToList().IndexOf(cells[1]);
            Assert.Equal(cells[2], names.EntityOf.Count(e => e == entity).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // The lines of a page's code blocks that have so many cells, parted by tabs.
    private static List<string[]> Lines(string page, int cells)
    {
        List<string[]> found = [.. File.ReadAllLines(Path.Combine(HouseTests.Root(), "docs", page)).Select(l => l.Split('\t')).Where(c => c.Length == cells)];
        Assert.NotEmpty(found);
        return found;
    }
}
