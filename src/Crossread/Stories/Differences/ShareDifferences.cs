// Who owns how much: shares that differ.
using System.Globalization;

using Crossread.Language;
using Crossread.Stories.Predications;
using Crossread.Stories.Publications;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds shares that reports give differently: <c>owns 60 percent of the mine</c>, <c>holds 51 percent</c>.</summary>
internal static class ShareDifferences
{
    // Who does not say of what means the thing that the story is about; who does must mean the same thing.
    private sealed record Share(int Report, string Owner, string? Whole, string Words, long Hundredths, TextSpan Clause, DateOnly? Day, bool Dated);

    /// <summary>One difference for each owner whose share reports of different origins give differently.</summary>
    public static IEnumerable<Difference> Find(PredicationTable table)
    {
        foreach (IGrouping<(int Event, string Owner), Share> owned in table.All.SelectMany(p => Read(p, table)).GroupBy(s => (table.Events[s.Report], s.Owner)))
        {
            foreach (string? whole in owned.Select(s => s.Whole).OfType<string>().Distinct(StringComparer.Ordinal).DefaultIfEmpty(null))
            {
                // A report that gives two shares tells how one became the other.
                Share[] shares = [.. owned.Where(s => s.Whole is null || s.Whole == whole).GroupBy(s => s.Report).Where(r => r.Select(s => s.Hundredths).Distinct().Count() == 1).Select(r => r.First())];
                if (shares.Select(s => s.Hundredths).Distinct().Count() < 2 || !shares.Any(a => shares.Any(b => a.Hundredths != b.Hundredths && table.Reports[a.Report].Origin != table.Reports[b.Report].Origin)))
                    continue;
                bool far = shares.Any(a => a.Dated || a.Day is null || shares.Any(b => b.Day is { } later && later.DayNumber - a.Day.Value.DayNumber > FarOff.Days));
                string owner = table.NameOf(owned.Key.Owner) ?? $"the {owned.Key.Owner[2..]}";
                string thing = whole is null ? "" : $" of {table.NameOf(whole) ?? "the " + whole[2..]}";
                yield return new Difference(
                    DifferenceKind.Number,
                    far ? DifferenceVerdict.Unclear : DifferenceVerdict.Conflict,
                    $"how much{thing} {owner} owns",
                    far ? "the words do not tell for which day each share is given" : $"{string.Join(" and ", shares.Select(s => s.Words).Distinct(StringComparer.Ordinal))} are given within days of each other",
                    [.. shares.OrderBy(s => s.Report).Select(s => new DifferingReading(new Evidence(table.Reports[s.Report].Id, s.Clause), s.Words))]);
            }
        }
    }

    private static IEnumerable<Share> Read(Predication told, PredicationTable table)
    {
        StoryReport report = table.ReportOf(told);
        AnnotatedText text = report.Reading.Words;
        if (told.Negated || told.Conditional || told.Question || told.Unreal || text.Tokens[told.Token].Lemma is not ("own" or "hold" or "possess" or "control" or "have"))
            yield break;
        // What is joined to it ("and Halma Metals 51 percent") belongs to another owner.
        if (told.Objects.IsEmpty || told.Subjects is not [{ HeadKeys: > 0 } owner] || !IsPercent(text, told.Objects[0].Head) || Value(text, told.Objects[0].Head) is not var (words, hundredths))
            yield break;
        // "of the mine": behind the key of the percent itself stands that of its noun, before what belongs to that.
        Argument share = told.Objects[0];
        string? whole = share.Keys.Skip(share.HeadKeys).FirstOrDefault();
        if (owner.Keys[0] != whole)
            yield return new Share(told.Report, owner.Keys[0], whole, words, hundredths, told.Core, Days.One(report.Published.Edtf), told.Time is not null);
    }

    private static bool IsPercent(AnnotatedText text, int token) => text.Tokens[token].Lemma.ToLowerInvariant() is "percent" or "%" or "percentage" or "cent";

    private static (string Words, long Hundredths)? Value(AnnotatedText text, int percent)
    {
        int number = percent - 1;
        while (number > 0 && number > percent - 3 && text.Tokens[number].Upos != Upos.NUM)
            number--;
        if (number < 0 || text.Tokens[number].Upos != Upos.NUM)
            return null;
        string form = text.Form(number).ToString();
        if (decimal.TryParse(form, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value <= 100)
            return (string.Create(CultureInfo.InvariantCulture, $"{value} percent"), (long)(value * 100));
        return NumberWords.Value(form) is long whole and <= 100 ? ($"{whole} percent", whole * 100) : null;
    }
}
