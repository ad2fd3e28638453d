// The public API of the library is a reviewed text file.
using System.Reflection;
using System.Text;

namespace Crossread.Tests;

public sealed class PublicApiTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_API_is_the_one_that_was_reviewed()
    {
        string file = Path.Combine(HouseTests.Root(), "tests", "Crossread.Tests", "PublicApi.txt");
        string now = Describe();
        if (Environment.GetEnvironmentVariable("CROSSREAD_APPROVE") == "1")
            File.WriteAllText(file, now);
        string[] was = File.ReadAllLines(file), lines = now.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] changes = [.. was.Except(lines).Select(l => "- " + l), .. lines.Except(was).Select(l => "+ " + l)];
        Assert.True(changes.Length == 0, "The public API changed. If that is meant, run the tests once with CROSSREAD_APPROVE=1 and commit PublicApi.txt.\n" + string.Join('\n', changes.Take(40)));
    }

    [Fact]
    public void Public_records_cannot_be_changed_once_made()
    {
        IEnumerable<string> settable = Types()
            .SelectMany(t => t.GetProperties(Own))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        Assert.Empty(settable);
    }

    private static IEnumerable<Type> Types() => typeof(Crossreader).Assembly.GetExportedTypes().Where(t => t.FullName!.StartsWith("Crossread", StringComparison.Ordinal));

    private static string Describe()
    {
        StringBuilder text = new();
        foreach (Type type in Types().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            if (type.IsEnum)
            {
                foreach (string name in Enum.GetNames(type))
                    text.Append("    ").Append(type.Name).Append('.').Append(name).Append('\n');
                continue;
            }
            foreach (string member in type.GetMembers(Own).Where(Shown).Select(m => $"    {type.Name}: {m}").Distinct().Order(StringComparer.Ordinal))
                text.Append(member).Append('\n');
        }
        return text.ToString();
    }

    // What the compiler writes into every record says nothing about the API.
    private static bool Shown(MemberInfo member) =>
        member is not MethodBase { IsSpecialName: true, IsConstructor: false }
        && member.Name is not ("Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "Deconstruct")
        && member is not Type;
}
