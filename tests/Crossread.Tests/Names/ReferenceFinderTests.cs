// Pronouns, descriptions and unnamed groups.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Tests.Names;

public class ReferenceFinderTests
{
    [Fact]
    public void A_pronoun_is_the_subject_before_it()
    {
        Assert.Equal("he: Pavel Dorn", Find("Pavel Dorn met Ilan Pesh in Orban on Monday. He said the talks were good.", "Pavel Dorn", "Ilan Pesh"));
        Assert.Equal("she: Anna Dorn", Find("Anna Dorn met Pavel Pesh in Orban on Monday. Later she said the talks were good.", "Anna Dorn", "Pavel Pesh"));
    }

    [Fact]
    public void A_pronoun_is_not_somebody_of_the_other_sex() =>
        Assert.Equal("she: Anna Dorn", Find("Pavel Pesh met Anna Dorn in Orban on Monday. She said the talks were good.", "Anna Dorn", "Pavel Pesh"));

    [Fact]
    public void A_pronoun_behind_a_stranger_is_nobody_known() =>
        Assert.Equal("", Find("Pavel Dorn came to Orban on Monday. The soldier said that he was tired.", "Pavel Dorn"));

    [Fact]
    public void A_description_takes_up_a_role()
    {
        Assert.Equal("The general: Pavel Dorn", Find("Troops of [General] Pavel Dorn entered Orban. The general refused to stop.", "Pavel Dorn"));
        Assert.Equal("", Find("Troops of [General] Pavel Dorn entered Orban. The minister refused to stop.", "Pavel Dorn"));
    }

    [Fact]
    public void An_unnamed_group_that_speaks_is_an_entity()
    {
        Assert.Equal("Residents of the port: Residents of the port", Find("Residents of the port said the water was rising.", "Orban"));
        Assert.Equal("", Find("The water was rising. Trucks took residents of the port away.", "Orban"));
    }

    [Fact]
    public void The_head_of_a_phrase_tells_whom_it_means()
    {
        string text = "Dorn's spokesman Ilan Pesh said nothing. The head of Dorn's office said nothing, too.";
        AnnotatedText words = LanguageReader.Read(text, []);
        ReportNames names = NameResolver.Resolve(words, Mentions(text, "Dorn", "Ilan Pesh"));
        Assert.Equal("Ilan Pesh", names.Entities[names.EntityAt(words, Span(text, "Dorn's spokesman Ilan Pesh"))!.Value].Name);
        Assert.Null(names.EntityAt(words, Span(text, "The head of Dorn's office")));
        Assert.Equal("Dorn", names.Entities[names.EntityAt(words, Span(text, "Dorn"))!.Value].Name);
    }

    [Fact]
    public void A_long_line_of_pronouns_takes_little_time()
    {
        string text = "Pavel Dorn spoke. " + string.Concat(Enumerable.Repeat("He said he knew that they told him his brother saw it ", 3000));
        AnnotatedText words = LanguageReader.Read(text, []);
        Assert.NotNull(NameResolver.Resolve(words, Mentions(text, "Pavel Dorn")));
    }

    // Marks every occurrence of the names; a word in brackets is the role of the name behind it.
    private static string Find(string marked, params string[] people)
    {
        int bracket = marked.IndexOf('[', StringComparison.Ordinal);
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        ImmutableArray<Mention> mentions = Mentions(text, people);
        if (bracket >= 0)
            mentions = [.. mentions.Select(m => m.Span.Start > bracket && m.Span.Start < bracket + 12 ? m with { Role = new TextSpan(bracket, m.Span.Start - 1) } : m)];
        ReportNames names = NameResolver.Resolve(LanguageReader.Read(text, []), mentions);
        return string.Join(", ", names.References.Select(r => $"{(r.Span.Length < 4 ? r.Span.Cut(text).ToLowerInvariant() : r.Span.Cut(text))}: {names.Entities[r.Entity].Name}"));
    }

    private static ImmutableArray<Mention> Mentions(string text, params string[] names) =>
        [.. names.SelectMany(n => All(text, n).Select(at => new Mention(new TextSpan(at, at + n.Length), n == "Orban" ? EntityKind.Place : EntityKind.Person))).OrderBy(m => m.Span)];

    private static IEnumerable<int> All(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static TextSpan Span(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
