// Names in news prose, end to end: from text to mentions.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Names;
using Crossread.Text;


namespace Crossread.Tests.Names.Finding;

public class NameFinderTests
{
    [Fact]
    public void A_title_stays_outside_the_name_and_is_kept() =>
        Assert.Equal("Tomas Verelli <General>", Only("The council met as General Tomas Verelli left the capital on Monday.", EntityKind.Person));

    [Fact]
    public void A_role_keeps_the_office_in_it_as_a_name_of_its_own()
    {
        string[] found = Find("Kremlin spokesman Anton Belenko told reporters that talks would go on.");
        Assert.Contains("Organisation Kremlin", found);
        Assert.Contains("Person Anton Belenko <Kremlin spokesman>", found);
    }

    [Fact]
    public void A_country_adjective_is_no_place() =>
        Assert.Equal(["Place Peru"], Find("Peruvian officials said that French and Bolivian experts would come to Peru."));

    [Fact]
    public void A_capital_that_denies_something_acts_as_a_government()
    {
        AnnotatedText text = LanguageReader.Read("Lima denied the report on Tuesday. He was born in Lima.", []);
        ImmutableArray<Mention> mentions = NameFinder.Find(text, []);
        Assert.Equal([true, false], mentions.Select(m => m.ActsAsGovernment));
    }

    [Fact]
    public void The_government_of_a_capital_is_no_city() =>
        Assert.Contains("Organisation Quito government", Find("The offer of the Quito government was refused by the miners."));

    [Fact]
    public void Letters_in_brackets_are_the_body_before_them()
    {
        string[] found = Find("The National Front for Dignity (NFD) rejected the plan. Later the NFD said it would march.");
        Assert.Equal(2, found.Count(f => f == "Organisation NFD"));
    }

    [Theory]
    [InlineData("Defence Minister Shin Do-yeon said the drill was over.", "Person Shin Do-yeon <Defence Minister>")]
    [InlineData("The fund's chief, Baek Tae-in, is due in Quito on Thursday.", "Person Baek Tae-in <fund's chief>")]
    public void The_small_syllable_behind_a_hyphen_belongs_to_the_name(string text, string name) => Assert.Contains(name, Find(text));

    [Fact]
    public void A_land_ends_before_what_it_owns()
    {
        Assert.Contains("Place Bolivia", Find("Bolivia's Energy and Mines Minister Rosa Huanca said on Tuesday that seven miners had died."));
        Assert.Contains("Organisation Foreign Ministry", Find("Bolivia's Foreign Ministry spokeswoman Ana Condori offered condolences."));
    }

    [Theory]
    [InlineData("House Speaker Joan Bellweather (R-Ohio) opposed the harbour bill.", "Person Joan Bellweather")]
    [InlineData("The bill's author, Rep. Tim Galloway, D-Ill., was in Hartford, Conn., for a vote.", "Person Tim Galloway", "Place Conn.")]
    [InlineData("The harbour bill failed, State Sen. Bob Larkin (R-Harlow) told the Senate Thursday.", "Person Bob Larkin", "Organisation Senate")]
    [InlineData("Justice Harriet Lindquist wrote the ruling. Justice Lindquist was sorry.", "Person Harriet Lindquist", "Person Lindquist")]
    public void A_name_ends_before_a_bracket_a_seat_and_a_day_and_begins_behind_a_title(string text, params string[] names)
    {
        string[] found = [.. Find(text).Select(n => n.Split(" <")[0])];
        Assert.All(names, n => Assert.Contains(n, found));
        Assert.DoesNotContain(found, n => n.Contains('(', StringComparison.Ordinal) || n.EndsWith("-Ill.", StringComparison.Ordinal) || n.EndsWith("day", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The Senate approved Ana Ruiz as White House chief of staff on Monday.", "Person Ana Ruiz", "Organisation White House")]
    [InlineData("Senate Majority Leader Carl Ostrand said that Republican Paul Hendry would vote.", "Person Carl Ostrand", "Person Paul Hendry")]
    [InlineData("Thirteen died in the accident on Tuesday, the Minister of Mines, Esteban Roldán, reported.", "Person Esteban Roldán")]
    [InlineData("As State Department officials left, the No. 2 of the list stayed.", "Organisation State Department")]
    public void What_the_sentence_runs_into_a_name_is_none_of_it(string text, params string[] names)
    {
        string[] found = [.. Find(text).Select(n => n.Split(" <")[0])];
        Assert.All(names, n => Assert.Contains(n, found));
        Assert.DoesNotContain(found, n => n.Contains("No. 2", StringComparison.Ordinal) || n.Contains(" of ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_peoples_front_is_one_body() =>
        Assert.Contains("Organisation Andean People's Front", Find("The Andean People's Front, a rebel group, denied losing the town."));

    [Fact]
    public void A_name_does_not_go_on_into_a_clause() =>
        Assert.DoesNotContain(Find("Lt. Col. Maria da Costa told O Diario that two C-130 Hercules had landed."), n => n.Contains(" that ", StringComparison.Ordinal));

    [Fact]
    public void The_last_word_tells_a_body_from_a_place() =>
        Assert.Contains("Organisation Gulf Sovereign Fund", Find("Sheikh Omar al-Rashidi, whose Gulf Sovereign Fund owns 12 percent of the mine, called it a tragedy."));

    [Fact]
    public void The_UN_is_not_the_man_whose_name_ends_so() =>
        Assert.Contains("Organisation U.N.", Find("Leader Bak Jong Un spoke on Friday. Un has not been seen since. The protest went through its U.N. mission."));

    [Fact]
    public void A_surname_alone_is_the_person_named_before() =>
        Assert.Equal(3, Find("Farid Al Omrani arrived on Monday. Al Omrani met aides. Omrani did not speak to the press.").Count(f => f.StartsWith("Person", StringComparison.Ordinal)));

    [Fact]
    public void A_photographer_is_not_part_of_the_name_in_a_caption()
    {
        const string caption = "The president's press secretary Anton Belenko Pavel Morozov / TASS";
        const string body = "Anton Belenko said on Friday that nothing had changed.";
        ImmutableArray<Passage> passages = [new(new TextSpan(0, caption.Length), PassageKind.Caption), new(new TextSpan(caption.Length + 1, caption.Length + 1 + body.Length), PassageKind.Paragraph)];
        string text = caption + "\n" + body;
        AnnotatedText read = LanguageReader.Read(text, passages);
        string[] people = [.. NameFinder.Find(read, passages).Where(m => m.Kind == EntityKind.Person).Select(m => m.Span.Cut(text))];
        Assert.Equal(2, people.Count(p => p == "Anton Belenko"));
        Assert.DoesNotContain("Anton Belenko Pavel Morozov", people);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\ud800\udfff\ud800 A \u0000\u0001 \udc00")]
    [InlineData("((((\"\"\"''''’’’“““")]
    [InlineData("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z")]
    public void Odd_input_throws_nothing(string text)
    {
        AnnotatedText read = LanguageReader.Read(text, []);
        foreach (Mention mention in NameFinder.Find(read, []))
            Assert.InRange(mention.Span.End, 1, text.Length);
    }

    private static string Only(string text, EntityKind kind) =>
        Assert.Single(Find(text), f => f.StartsWith(kind.ToString(), StringComparison.Ordinal))[(kind.ToString().Length + 1)..];

    private static string[] Find(string text) =>
        [.. NameFinder.Find(LanguageReader.Read(text, []), []).Select(m => $"{m.Kind} {m.Span.Cut(text)}{(m.Role is { } role ? $" <{role.Cut(text)}>" : "")}")];
}
