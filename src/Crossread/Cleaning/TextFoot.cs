// What stands behind a border at the end of a text: appeals, the outlet's own lines, notes about the author.
using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>
/// Takes off what a text sets behind a border ("---", "* * *") at its end, if it speaks as a page does: with words of furniture, to its readers,
/// of its outlet or its author, or in emphasis from end to end. A border between parts of the story stays one; corrections stay.
/// </summary>
internal static class TextFoot
{
    private const int _longest = 150, _shareOfStory = 3;
    private const double _toReaders = 0.04;

    /// <summary>Marks the borders of a text and what stands behind the last of them.</summary>
    /// <param name="document">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="authors">Its authors' names.</param>
    /// <param name="outlet">Its outlet's name, or null.</param>
    public static void Apply(Document document, IReadOnlyList<StoryLine> lines, IReadOnlyCollection<string> authors, string? outlet)
    {
        int end = lines.Count, words = 0, paragraphs = 0;
        if (!lines.Any(l => IsBorder(l.Text)))
            return;
        // Running text before each line, counted once: a text may be all borders.
        (int Words, int Paragraphs)[] before = new (int, int)[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            before[i] = (words, paragraphs);
            if (lines[i].Removed is null && lines[i].IsProse)
                (words, paragraphs) = (words + lines[i].Words, paragraphs + 1);
        }
        bool cuts = true;
        for (int i = lines.Count - 1; i > 0; i--)
        {
            if (!IsBorder(lines[i].Text))
                continue;
            lines[i].Removed ??= "nowords";
            cuts = cuts && before[i].Paragraphs >= 2 && Cut(document, lines, i, end, before[i].Words, authors, outlet);
            end = i;
        }
    }

    /// <summary>True if the line is one sign over and over.</summary>
    public static bool IsBorder(string text) => text.Length >= 3 && text[0] is '-' or '*' or '_' or '=' or '~' or '–' or '—' or '#' or '•' or '+' && text.AsSpan().Trim(text[0]).Trim([text[0], ' ']).IsEmpty;

    private static bool Cut(Document document, IReadOnlyList<StoryLine> lines, int border, int end, int before, IReadOnlyCollection<string> authors, string? outlet)
    {
        List<StoryLine> foot = [.. Enumerable.Range(border + 1, end - border - 1).Select(i => lines[i]).Where(l => l.Removed is null && !Head.IsNote(l.Text) && !Head.IsStaff(l.Text))];
        int words = foot.Sum(l => l.Words);
        if (words > _longest || words * _shareOfStory > before)
            return false;
        if (!foot.Exists(l => Speaks(l, authors, outlet)) && !foot.TrueForAll(l => IsEmphasised(document.Source, l)))
            return false;
        string? kind = foot.Select(KindOf).FirstOrDefault(k => k is not null);
        foreach (StoryLine line in foot)
            line.Removed = KindOf(line) ?? (authors.Any(n => line.Text.StartsWith(n, StringComparison.OrdinalIgnoreCase)) ? "author" : kind ?? "footer");
        return true;
    }

    private static string? KindOf(StoryLine line) => line.Cue.Kind is { } kind and not "nowords" ? kind : null;

    private static bool Speaks(StoryLine line, IReadOnlyCollection<string> authors, string? outlet) =>
        KindOf(line) is not null || FurnitureWords.ReaderShare(line.Text) >= _toReaders || line.Text.Contains("http", StringComparison.Ordinal)
        || Names(line, outlet) || authors.Any(a => Names(line, a));

    private static bool Names(StoryLine line, string? name) => name is { Length: > 3 } && line.Text.Contains(name, StringComparison.OrdinalIgnoreCase);

    // Markdown's emphasis stands outside the words that it holds.
    private static bool IsEmphasised(string source, StoryLine line) =>
        line.Block.Source is var place && place.Start > 0 && place.End < source.Length && source[place.Start - 1] is '*' or '_' && source[place.End] == source[place.Start - 1];
}
