// CoNLL-U in and out.
using Crossread.Documents;
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class ConlluTests
{
    private const string File = "# newdoc id = d1\n# sent_id = 1\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3.1\tnow\t_\t_\t_\t_\t_\t_\t_\t_\n4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

    [Fact]
    public void Words_ranges_and_comments_go_through_unchanged()
    {
        List<Problem> problems = [];
        ConlluDocument document = Assert.Single(ConlluReader.Read(new StringReader(File), "f", problems));
        Assert.Empty(problems);
        Assert.Equal("d1", document.Id);
        AnnotatedText text = LanguageReader.ReadWords([.. document.Sentences.Select(s => (IReadOnlyList<GivenWord>)s.Words)]);
        Assert.Equal("Don't go. ", text.Text);
        StringWriter writer = new();
        ConlluWriter.Write(writer, text, document, i => i == 2 ? "NER=B-ORG" : null);
        string[] lines = writer.ToString().Split('\n');
        Assert.Equal("# sent_id = 1", lines[1]);
        Assert.Equal("1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_", lines[2]);
        Assert.StartsWith("3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tNER=B-ORG|SpaceAfter=No", lines[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\tword\n\n", "line 1", "columns")]
    [InlineData("# c\n2\tword\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 2", "number")]
    [InlineData("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1", "letters")]
    public void A_wrong_line_is_a_problem_that_says_where(string file, string place, string what)
    {
        List<Problem> problems = [];
        _ = ConlluReader.Read(new StringReader(file), "f.conllu", problems).ToList();
        Problem problem = Assert.Single(problems);
        Assert.Equal(("f.conllu", place), (problem.File, problem.Place));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }
}
