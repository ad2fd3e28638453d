// Which names of people are one, which are not. All pairs are invented or everyday names of their languages.
using Crossread.Names.Resolving;

namespace Crossread.Tests.Names;

public class PersonMatcherTests
{
    [Theory]
    // Arabic
    [InlineData("Salim Qaddouri", "Salim Kadouri")]
    [InlineData("Salim al-Gharbi", "Saleem El Gharbi")]
    [InlineData("Youssef Haddad", "Yousef Hadad")]
    [InlineData("Nabil Badr", "Nabeel Badr")]
    [InlineData("Mohammed Zaydan", "Muhammad Zeidan")]
    [InlineData("Abdel Fattah Nouri", "Abdelfattah Nuri")]
    [InlineData("Abdullah Tarhouni", "Abdallah Tarhuni")]
    [InlineData("Moussa Dhahabi", "Musa Dahabi")]
    [InlineData("Tarek al-Khouri", "Tariq Khoury")]
    [InlineData("Jamal Othmani", "Jamal Osmani")]
    // Russian and Ukrainian
    [InlineData("Dmitry Sokolinsky", "Dmitri Sokolinskiy")]
    [InlineData("Dmitriy Sokolinsky", "Dmitry Sokolinski")]
    [InlineData("Sergei Luganov", "Sergey Luganov")]
    [InlineData("Alexei Vetrov", "Aleksey Vetroff")]
    [InlineData("Evgeny Morozov", "Yevgeniy Morozov")]
    [InlineData("Andrii Lugansky", "Andriy Luhanskyi")]
    [InlineData("Pyotr Fyodorenko", "Petr Fedorenko")]
    [InlineData("Ivan Ivanovich Belov", "Ivan Belov")]
    // Chinese and Korean
    [InlineData("Pak Myong-su", "Pak Myong Su")]
    [InlineData("Pak Myong-su", "Pak Myongsu")]
    [InlineData("Myong-su Pak", "Pak Myong Su")]
    [InlineData("Zhou Weiming", "Weiming Zhou")]
    // Persian
    [InlineData("Reza Karimi-Nejad", "Reza Kariminejad")]
    [InlineData("Hossein Ghorbani", "Hussein Qorbani")]
    // Spanish and Portuguese
    [InlineData("Lucía Montes Arroyo", "Lucia Montes")]
    [InlineData("João da Silveira", "Joao Silveira")]
    [InlineData("María del Carmen Ríos", "Maria Carmen Rios")]
    // Others
    [InlineData("Jürgen Möller", "Jurgen Moeller")]
    [InlineData("Łukasz Żak", "Lukasz Zak")]
    [InlineData("John F. Harding", "John Harding")]
    [InlineData("J. Harding", "John Harding")]
    [InlineData("Bill Harding", "William Harding")]
    [InlineData("Teresa Hollingworth", "Theresa Hollingworth")]
    [InlineData("Martin Hollingworth", "Martin Hollingwroth")]
    [InlineData("Anton Gutarez", "Anton Gutierez")]
    // Surname alone
    [InlineData("Sokolinskiy", "Dmitry Sokolinsky")]
    [InlineData("Al Gharbi", "Salim Al Gharbi")]
    [InlineData("Gharbi", "Salim al-Gharbi")]
    [InlineData("Montes", "Lucia Montes Arroyo")]
    [InlineData("Pak", "Pak Myong-su")]
    [InlineData("Hafdar", "Hifder")]
    [InlineData("Gaddouri", "Qadduri")]
    public void These_are_one_person(string one, string other)
    {
        NameMatch? match = PersonMatcher.Compare(NameForm.Of(one), NameForm.Of(other));
        Assert.NotNull(match);
        Assert.NotEqual("", match.Because);
        Assert.NotNull(PersonMatcher.Compare(NameForm.Of(other), NameForm.Of(one)));
    }

    [Theory]
    // Another given name is another person.
    [InlineData("Jamal Hassan", "Jamil Hassan")]
    [InlineData("Mohammed Zaydan", "Mahmoud Zaydan")]
    [InlineData("Hassan Nouri", "Hussein Nouri")]
    [InlineData("Karim Badr", "Karam Badr")]
    [InlineData("Ali Haddad", "Eli Haddad")]
    [InlineData("Mario Rossi", "Maria Rossi")]
    [InlineData("Aleksandr Belov", "Aleksandra Belov")]
    [InlineData("Bill Harding", "Hillary Harding")]
    [InlineData("Peter Harding", "Patricia Harding")]
    [InlineData("Vladimir Belov", "Volodymyr Belov")]
    [InlineData("Li Wei", "Lu Wei")]
    [InlineData("Kim Min-su", "Kim Min-ji")]
    [InlineData("Zhou Weiming", "Zhao Weiming")]
    [InlineData("Daniel Harding", "Danielle Harding")]
    [InlineData("Simon Lang", "Simone Lang")]
    [InlineData("J. Harding", "Peter Harding")]
    [InlineData("John F. Harding", "John B. Harding")]
    [InlineData("Juan Montes Arroyo", "Juan Montes Lara")]
    // Another surname is another person.
    [InlineData("Ivan Belov", "Ivan Petrov")]
    [InlineData("Anna Ivanov", "Anna Ivanova")]
    [InlineData("Peter Hall", "Peter Hull")]
    [InlineData("Peter Brown", "Peter Braun")]
    [InlineData("Maria Kowalski", "Maria Kowalska")]
    [InlineData("Paul Marsh", "Paul March")]
    [InlineData("Harding", "Hardin")]
    [InlineData("Burton", "Barton")]
    [InlineData("Martin", "Morton")]
    [InlineData("Allen", "Ellen")]
    [InlineData("Lee", "Li")]
    [InlineData("Gates", "Kates")]
    [InlineData("Mills", "Miles")]
    [InlineData("Parker", "Barker")]
    [InlineData("Stone", "Stan")]
    [InlineData("Harding Jr.", "Harding Sr.")]
    [InlineData("George Harding Jr.", "George Harding Sr.")]
    [InlineData("George Harding Jr.", "George Harding")]
    [InlineData("Al Harding", "Ana Harding")]
    public void These_are_two(string one, string other)
    {
        Assert.Null(PersonMatcher.Compare(NameForm.Of(one), NameForm.Of(other)));
        Assert.Null(PersonMatcher.Compare(NameForm.Of(other), NameForm.Of(one)));
    }

    [Fact]
    public void Names_in_any_letters_do_not_throw()
    {
        foreach (string name in new[] { "", " ", "\ud800", "’s", "-", "محمد", "习近平", "Иван Петров", new string('a', 100_000), "a\u0301\u0302 \udc00b", "🦊 🦊" })
        {
            NameForm form = NameForm.Of(name);
            PersonMatcher.Compare(form, NameForm.Of("Ivan Petrov"));
            PersonMatcher.Compare(form, form);
        }
    }
}
