// Something said, in one or more wordings.
using System.Collections.Immutable;

using Crossread.Statements;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>Something said once by one speaker, as the page shows it.</summary>
/// <param name="Id">Id of its line.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="When">When it was said, in words, or empty.</param>
/// <param name="Stance">The verb of what the speaker does by saying it, or empty for plain saying.</param>
/// <param name="Wordings">Its wordings, in the order of the reports; reports with the same words stand together.</param>
/// <param name="Told">How many statements tell it.</param>
public sealed record UtteranceView(string Id, string Speaker, string When, string Stance, ImmutableArray<WordingView> Wordings, int Told)
{
    /// <summary>The statements that tell it.</summary>
    public ImmutableArray<StatementRef> Statements { get; init; } = [];

    /// <summary>The positions of the slider at which a report tells it.</summary>
    public StepSet On => Wordings.Aggregate(default(StepSet), (set, w) => set | w.On);

    internal static ImmutableArray<UtteranceView> All(StoryView view)
    {
        HashSet<StatementRef> told = [];
        List<ImmutableArray<StatementRef>> several = [], single = [];
        foreach (Utterance utterance in view.Story.Utterances)
        {
            ImmutableArray<StatementRef> known = [.. utterance.Statements.Where(s => Exists(view, s))];
            told.UnionWith(known);
            if (!known.IsEmpty)
                (known.Length > 1 ? several : single).Add(known);
        }
        for (int r = 0; r < view.Reports.Length; r++)
        {
            for (int s = 0; s < view.Reports[r].Report.Reading.Statements.Length; s++)
            {
                if (!told.Contains(new StatementRef(r, s)))
                    single.Add([new StatementRef(r, s)]);
            }
        }
        int number = 0;
        return
        [
            .. several.OrderByDescending(g => Origins(view, g)).ThenByDescending(g => g.DistinctBy(s => s.Report).Count()).ThenByDescending(g => g.Length).Select(g => Of(view, g, ++number)),
            .. single.OrderBy(g => g[0].Report).ThenBy(g => g[0].Statement).Select(g => Of(view, g, ++number)),
        ];
    }

    private static bool Exists(StoryView view, StatementRef s) =>
        s.Report >= 0 && s.Report < view.Reports.Length && s.Statement >= 0 && s.Statement < view.Reports[s.Report].Report.Reading.Statements.Length;

    private static int Origins(StoryView view, ImmutableArray<StatementRef> group) =>
        group.Select(s => view.Reports[s.Report].Report.Origin).Distinct().Count();

    private static UtteranceView Of(StoryView view, ImmutableArray<StatementRef> group, int number)
    {
        string id = FormattableString.Invariant($"s{number}");
        string speaker = group.Select(s => EntityOf(view, s)).OfType<string>().FirstOrDefault() ?? SpeakerOf(view, group[0]);
        BackLink back = new(id, "S" + id[1..], "said: " + speaker);
        Dictionary<StatementRef, string> words = group.Distinct().ToDictionary(s => s, s => WordsOf(view, s));
        ImmutableArray<string> texts = [.. group.Select(s => words[s]).Distinct(StringComparer.Ordinal)];
        ImmutableArray<ImmutableArray<CollatedRun>> runs = Collation.Of(texts);
        string? when = group.Select(s => Date(view, s)).FirstOrDefault(d => d is not null);
        Stance stance = Statement(view, group[0]).Stance;
        return new UtteranceView(id, speaker, view.Date(when), stance == Crossread.Statements.Stance.Says ? "" : Verb(stance),
        [
            .. texts.Select((text, i) => new WordingView(runs[i],
                [.. group.Where(s => words[s] == text).Select(s => EvidenceOf(view, s)).Distinct().Select(e => view.Cite(e, back)).OfType<Cite>()])),
        ], group.Length)
        {
            Statements = group,
        };
    }

    private static Statement Statement(StoryView view, StatementRef s) => view.Reports[s.Report].Report.Reading.Statements[s.Statement];

    private static string? Date(StoryView view, StatementRef s) =>
        view.Reports[s.Report].Report.StatementDates is var dates && s.Statement < dates.Length ? dates[s.Statement] : null;

    private static string? EntityOf(StoryView view, StatementRef s) =>
        Statement(view, s).SpeakerEntity is int local && view.Reports[s.Report].Report.EntityOf is var global && local < global.Length ? view.NameOf(global[local]) : null;

    private static string SpeakerOf(StoryView view, StatementRef s)
    {
        ReportView report = view.Reports[s.Report];
        Statement statement = Statement(view, s);
        return statement.SpeakerWords is { } span ? report.Clamp(span).Cut(report.Text) : "somebody who is not named";
    }

    private static Evidence EvidenceOf(StoryView view, StatementRef s)
    {
        ImmutableArray<TextSpan> content = Statement(view, s).Content;
        TextSpan span = content.IsEmpty ? new TextSpan(0, 0) : content[0].Hull(content[^1]);
        return new Evidence(view.Reports[s.Report].Report.Id, span);
    }

    private static string WordsOf(StoryView view, StatementRef s)
    {
        ReportView report = view.Reports[s.Report];
        Statement statement = Statement(view, s);
        IEnumerable<string> stretches = statement.Content.Select(c => report.Clamp(c).Cut(report.Text));
        return statement.Form == StatementForm.Direct
            ? "“" + string.Join(" … ", stretches.Select(Quotes.Inside)) + "”"
            : string.Join(" … ", stretches.Select(w => Quotes.Tidy(w, quoted: false)));
    }

    private static string Verb(Stance stance)
    {
        string name = stance.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>One wording.</summary>
/// <param name="Runs">Its words, those that every wording has and those that not.</param>
/// <param name="Cites">Links to the words in each report that has this wording.</param>
public sealed record WordingView(ImmutableArray<CollatedRun> Runs, ImmutableArray<Cite> Cites)
{
    /// <summary>The positions of the slider at which a report has it.</summary>
    public StepSet On => Cites.Aggregate(default(StepSet), (set, c) => set | c.On);
}
