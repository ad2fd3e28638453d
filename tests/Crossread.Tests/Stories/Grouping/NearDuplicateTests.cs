using Crossread.Stories.Grouping;

namespace Crossread.Tests.Stories.Grouping;

public class NearDuplicateTests
{
    private static string Text(int seed) => string.Join('\n', Enumerable.Range(0, 12).Select(s =>
        string.Join(' ', Enumerable.Range(0, 16).Select(w => $"w{(unchecked((uint)((seed * 7919) + (s * 104729) + (w * 1299709))) >> 3) % 9973}")) + "."));

    [Fact]
    public void An_edited_copy_is_found_and_another_text_is_not()
    {
        string[] sentences = Text(1).Split('\n');
        string edited = string.Join('\n', [.. sentences[3..10], .. sentences[..2], "Sign up for our letter."]);
        Assert.Equal([0, 1, 0, 3, 0], NearDuplicateFinder.Find([Text(1), Text(2), edited, Text(3), Text(1)]));
    }

    [Fact]
    public void Empty_and_short_texts_are_nobodys_copies() =>
        Assert.Equal([0, 1, 2, 3], NearDuplicateFinder.Find(["", "", "One word.", "\uD800"]));
}
