// One report as the annotation page shows it: its blocks with their marks, and the lines beside them.
using System.Text;

using Crossread.Cleaning;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Pages;

/// <summary>A report with everything that was found in it.</summary>
public sealed class AnnotatedReport
{
    private readonly Story _story;
    private readonly List<Mark> _marks = [];

    /// <summary>Prepares a report for the page.</summary>
    /// <param name="number">Its number on the page, from 1.</param>
    /// <param name="story">A story of this one report.</param>
    public AnnotatedReport(int number, Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        _story = story;
        Number = number;
        Report = story.Reports[0];
        Notes = [.. Report.Reading.Statements.Select(Note)];
        Collect();
        Blocks = [.. MakeBlocks()];
    }

    /// <summary>Its number on the page, from 1.</summary>
    public int Number { get; }

    /// <summary>The report.</summary>
    public StoryReport Report { get; }

    /// <summary>Headline, or the file's name.</summary>
    public string Title => Report.Reading.Report.Title is { Length: > 0 } title ? title : Report.Reading.Report.File;

    /// <summary>A line for each statement, in the order of the report.</summary>
    public IReadOnlyList<StatementNote> Notes { get; }

    /// <summary>The paragraphs with the statements that begin in them.</summary>
    public IReadOnlyList<AnnotatedBlock> Blocks { get; }

    /// <summary>Who and what is named, the most often named first.</summary>
    public IEnumerable<Entity> Entities => _story.Entities.Where(e => e.Forms.Length > 0).OrderByDescending(e => e.Forms.Sum(f => f.Count)).ThenBy(e => e.Name, StringComparer.Ordinal);

    /// <summary>Every time expression with its value and the reason.</summary>
    public IEnumerable<(string Words, string Value, string Because)> Times =>
        Report.Reading.Times.Select((t, i) => (t.Span.Cut(Report.Reading.Report.Text), ValueOf(i), Report.TimeValues[i].Because));

    private string ValueOf(int time) => Report.TimeValues[time].Edtf is { } edtf ? DateWords.Of(edtf, time: true) : Report.TimeValues[time].Timex;

    private StatementNote Note(Statement s, int index)
    {
        string text = Report.Reading.Report.Text;
        string? entity = s.SpeakerEntity is int e && e < Report.EntityOf.Length ? _story.Entities[Report.EntityOf[e]].Name : null;
        string? source = s.Speaker?.Cut(text);
        return new StatementNote
        {
            Id = FormattableString.Invariant($"r{Number}s{index + 1}"),
            Number = index + 1,
            Source = source,
            Entity = entity is not null && !string.Equals(entity, source, StringComparison.Ordinal) ? entity : null,
            Cue = s.Cue?.Cut(text),
            Content = string.Join(" … ", s.Content.Select(c => Quotes.Tidy(c.Cut(text), false))),
            Form = s.Form.ToString().ToLowerInvariant(),
            Stance = s.Stance.ToString().ToLowerInvariant(),
            When = Report.StatementDates[index] is { } edtf ? DateWords.Of(edtf) : null,
            Inside = s.In + 1,
            Answers = s.Occasion?.Cut(text),
            Because = s.Because,
        };
    }

    private void Collect()
    {
        Reading reading = Report.Reading;
        for (int i = 0; i < reading.Statements.Length; i++)
        {
            Statement s = reading.Statements[i];
            string id = Notes[i].Id;
            foreach (TextSpan content in s.Content)
                _marks.Add(new Mark(content, "con " + id, null));
            if (s.Speaker is { } source)
                _marks.Add(new Mark(source, "src " + id, null));
            if (s.Cue is { } cue)
                _marks.Add(new Mark(cue, "cue " + id, null));
            // The number stands behind the cue, else behind the source, else behind the words.
            _marks.Add(new Mark(new TextSpan((s.Cue ?? s.Speaker ?? s.Content[^1]).End, (s.Cue ?? s.Speaker ?? s.Content[^1]).End), "", null) { Sign = i + 1 });
        }
        for (int m = 0; m < reading.Names.Mentions.Length; m++)
        {
            Entity entity = _story.Entities[Report.EntityOf[reading.Names.EntityOf[m]]];
            _marks.Add(new Mark(reading.Names.Mentions[m].Span, "name", entity.Name + ", " + Word(entity.Kind)));
        }
        foreach (Reference reference in reading.Names.References.Where(r => r.Because.Length > 0))
            _marks.Add(new Mark(reference.Span, "ref", reference.Because));
        for (int t = 0; t < reading.Times.Length; t++)
            _marks.Add(new Mark(reading.Times[t].Span, "time", ValueOf(t) + ": " + Report.TimeValues[t].Because));
        _marks.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End != a.Span.End ? b.Span.End.CompareTo(a.Span.End) : string.CompareOrdinal(a.Css, b.Css));
    }

    private static string Word(EntityKind kind) => kind switch
    {
        EntityKind.Person => "a person",
        EntityKind.Organisation => "an organisation",
        EntityKind.Place => "a place",
        EntityKind.Group => "a group",
        _ => "a name",
    };

    private IEnumerable<AnnotatedBlock> MakeBlocks()
    {
        Report report = Report.Reading.Report;
        int next = 0, at = 0;
        List<Mark> open = [];
        ILookup<int, StatementNote> byStart = Notes.ToLookup(n => Report.Reading.Statements[n.Number - 1].Content[0].Start);
        (int Start, StatementNote Note)[] starts = [.. byStart.SelectMany(g => g.Select(n => (g.Key, n))).OrderBy(x => x.Key).ThenBy(x => x.n.Number)];
        int note = 0;
        foreach (Passage passage in report.Passages.IsDefaultOrEmpty ? [new Passage(new TextSpan(0, report.Text.Length), PassageKind.Paragraph)] : report.Passages)
        {
            TextSpan span = new(Math.Max(at, passage.Span.Start), Math.Min(passage.Span.End, report.Text.Length));
            if (span.End <= span.Start)
                continue;
            at = span.End;
            string html = Words(report.Text, span, ref next, open);
            List<StatementNote> beside = [];
            for (; note < starts.Length && starts[note].Start < span.End; note++)
                beside.Add(starts[note].Note);
            yield return new AnnotatedBlock(passage.Kind, html, beside);
        }
    }

    // Flat pieces: each stretch between two borders carries the classes of everything that covers it, so marks may cross freely.
    private string Words(string text, TextSpan block, ref int next, List<Mark> open)
    {
        StringBuilder made = new();
        open.RemoveAll(m => m.Span.End <= block.Start);
        int at = block.Start;
        while (at < block.End)
        {
            for (; next < _marks.Count && _marks[next].Span.Start <= at; next++)
            {
                if (_marks[next].Sign > 0)
                    Sign(made, _marks[next].Sign);
                else if (_marks[next].Span.End > at)
                    open.Add(_marks[next]);
            }
            int end = next < _marks.Count ? Math.Min(block.End, _marks[next].Span.Start) : block.End;
            foreach (Mark mark in open)
                end = Math.Min(end, mark.Span.End);
            Piece(made, text[at..end], open);
            at = end;
            open.RemoveAll(m => m.Span.End <= at);
        }
        for (; next < _marks.Count && _marks[next].Sign > 0 && _marks[next].Span.Start <= block.End; next++)
            Sign(made, _marks[next].Sign);
        return made.ToString();
    }

    private void Sign(StringBuilder made, int number)
    {
        string id = FormattableString.Invariant($"r{Number}s{number}");
        made.Append("<a class=\"sign ").Append(id).Append("\" href=\"#").Append(id).Append("\" aria-label=\"statement ").Append(number).Append("\">").Append(number).Append("</a>");
    }

    private static void Piece(StringBuilder made, string words, List<Mark> open)
    {
        string html = Html.Text(words);
        if (open.Count == 0)
        {
            made.Append(html);
            return;
        }
        made.Append("<span class=\"").AppendJoin(' ', open.Select(m => m.Css).Distinct(StringComparer.Ordinal)).Append('"');
        string title = string.Join("; ", open.Select(m => m.Title).OfType<string>().Distinct(StringComparer.Ordinal));
        if (title.Length > 0)
            made.Append(" title=\"").Append(Html.Text(title)).Append('"');
        made.Append('>').Append(html).Append("</span>");
    }

    private sealed record Mark(TextSpan Span, string Css, string? Title)
    {
        public int Sign { get; init; }
    }
}

/// <summary>A paragraph with its marks and the statements that begin in it.</summary>
/// <param name="Kind">What the paragraph is.</param>
/// <param name="Markup">Its words, encoded, with their marks.</param>
/// <param name="Notes">The statements that begin in it.</param>
public sealed record AnnotatedBlock(PassageKind Kind, string Markup, IReadOnlyList<StatementNote> Notes);
