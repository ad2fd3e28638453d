// The example of docs/language.md, run.
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class DocumentedExampleTests
{
    [Fact]
    public void The_documented_example_prints_what_the_page_says()
    {
        List<string> lines = [];
        AnnotatedText read = LanguageReader.Read("“We never met him,” Mayor Ruiz said.", []);
        for (int i = 0; i < read.Tokens.Length; i++)
        {
            Token token = read.Tokens[i];
            string head = token.Head < 0 ? "-" : read.Form(token.Head).ToString();
            lines.Add($"{read.Form(i)} {token.Upos} {token.Xpos} {token.Lemma} {RelationNames.NameOf(token.Relation)} {head}");
        }
        Assert.Equal("met VERB VBD meet ccomp said", lines[3]);
    }

    [Fact]
    public void The_page_shows_the_code_that_runs()
    {
        string page = File.ReadAllText(Path.Combine(HouseTests.Root(), "docs", "language.md"));
        string source = File.ReadAllText(Path.Combine(HouseTests.Root(), "tests", "Crossread.Tests", "Language", "DocumentedExampleTests.cs"));
        string code = page.Split("```csharp\n")[1].Split("```")[0];
        foreach (string line in code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
    }
}
