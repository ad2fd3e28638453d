// What holds for every text and page.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Text;

using FsCheck;
using FsCheck.Fluent;

namespace Crossread.Tests.Cleaning;

public sealed class CleaningProperties
{
    private static readonly string[] _parts =
    [
        "The council met on Monday and decided nothing, a spokesman said.", "Read more", "Sign up for our newsletter", "Fire in the old town", "By Ana Ruiz", "5 May 2031", "Once", "Monthly",
        "# A heading", "## Air", "**bold**", "- item one", "> He said so.", "[text](http://x.org/a)", "\n", "\n\n", " ", "\u00A0", "\u200B", "\t", "“Quoted words,” she said.", "Dear readers,",
        "We need you and your help, and our work needs you.", "&amp;", "&eacute;", "<p>", "</p>", "<div class=\"share\">", "</div>", "<h1>", "</h1>", "<a href='/x'>", "</a>", "<br>", "<li>", "<ul>", "</ul>", "<table><tr><td>",
        "<!--", "-->", "<script>", "</script>", "<article>", "</article>", "\uD83D\uDE00", "\uD83D", "\u202E", "\0", "http://example.org/a-page", "Related article: other news", "©", "…", "Support The Valley Times!", "Two\nlines", "A",
    ];

    private static readonly Gen<string> _anything = Gen.Elements(_parts).ListOf().Select(parts => string.Concat(parts)).Resize(60);

    [Fact]
    public void Every_character_of_the_clean_text_has_its_place_in_the_source() => Check(source =>
    {
        foreach (Document document in Documents(source))
        {
            foreach (Report report in Cleaner.Clean([document]))
            {
                Assert.Equal(report.Text.Length, report.Map.Length);
                foreach (SourceMap.Piece piece in report.Map.Pieces)
                {
                    Assert.InRange(piece.Source.End, 0, document.Source.Length);
                    if (!piece.Exact)
                        continue;
                    for (int i = 0; i < piece.Text.Length; i++)
                    {
                        char clean = report.Text[piece.Text.Start + i], original = document.Source[piece.Source.Start + i];
                        Assert.True(clean == original || (char.IsWhiteSpace(clean) && BlockBuilder.IsSpace(original)) || clean == '\uFFFD', $"'{clean}' is mapped to '{original}'");
                    }
                }
            }
        }
    });

    [Fact]
    public void Cleaning_clean_text_changes_nothing() => Check(source =>
    {
        foreach (Document document in Documents(source))
        {
            string once = Cleaner.Clean([document])[0].Text;
            if (once.Length == 0)
                continue;
            foreach (DocumentResult again in DocumentReader.Read(Encoding.UTF8.GetBytes(once), "again"))
                Assert.Equal(once, again.Document is null ? "" : Cleaner.Clean([again.Document])[0].Text);
        }
    });

    [Fact]
    public void Passages_cover_the_text_and_nothing_overlaps() => Check(source =>
    {
        foreach (Document document in Documents(source))
        {
            Report report = Cleaner.Clean([document])[0];
            Assert.Equal(report.Text, string.Join("\n\n", report.Passages.Select(p => p.Span.Cut(report.Text))));
        }
    });

    private static IEnumerable<Document> Documents(string source) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(source), "any").Select(r => r.Document).OfType<Document>().Concat(source.Length == 0 ? [] : [Document.OfHtml("any", source)]);

    private static void Check(Action<string> holds) => Prop.ForAll(_anything.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
