using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories;
using Crossread.Stories.Speaking;
using Crossread.Stories.Utterances;
using Crossread.Text;

namespace Crossread.Tests.Stories;

public class UtteranceFinderTests
{
    private static readonly ImmutableArray<Entity> Entities =
        [.. new[] { "Jorun Haddock", "Ilse Quarrendon", "Calder Rooms" }.Select((name, i) => new Entity($"e{i}", name, EntityKind.Person, [], []))];

    // A report whose statements are given as (entity or -1, speaker's words, content, stance, day).
    private static StoryReport Tell(string id, string text, params (int Entity, string? Speaker, string Content, Stance Stance, string? Day)[] statements)
    {
        Reading reading = Piles.Read(Piles.Report(id, text))[0];
        TextSpan Find(string words) => text.IndexOf(words, StringComparison.Ordinal) is >= 0 and int at ? new TextSpan(at, at + words.Length) : throw new InvalidOperationException(words);
        reading = reading with
        {
            Names = new ReportNames([], [], [.. Entities.Select(e => new LocalEntity(e.Name, e.Kind, []))], []),
            Statements =
            [
                .. statements.Select(s => new Statement
                {
                    Speaker = s.Speaker is null ? null : Find(s.Speaker),
                    SpeakerEntity = s.Entity < 0 ? null : s.Entity,
                    Content = [Find(s.Content)],
                    Stance = s.Stance,
                }),
            ],
        };
        return new StoryReport
        {
            Reading = reading,
            Published = Publication.Unknown,
            TimeValues = [],
            StatementDates = [.. statements.Select(s => s.Day)],
            EventDates = [],
            EntityOf = [.. Entities.Select((_, i) => i)],
            LinkTargets = [],
            Origin = 0,
        };
    }

    private static readonly StoryReport First = Tell(
        "a",
        "Haddock said the council would never trade the old lighthouse for a hotel bar. Fishermen said they would block the harbour mouth.",
        (0, "Haddock", "the council would never trade the old lighthouse for a hotel bar", Stance.Says, "2031-03-04"),
        (-1, "Fishermen", "they would block the harbour mouth", Stance.Says, "2031-03-04"));

    private static readonly StoryReport Second = Tell(
        "b",
        "“We shall never trade our old lighthouse against the bar of a hotel,” Haddock declared. Quarrendon said the council would never trade the lighthouse for a hotel bar either. The fishermen announced that they are going to block the mouth of the harbour.",
        (0, "Haddock", "“We shall never trade our old lighthouse against the bar of a hotel,”", Stance.Says, "2031-03-04"),
        (1, "Quarrendon", "the council would never trade the lighthouse for a hotel bar either", Stance.Says, "2031-03-04"),
        (-1, "The fishermen", "they are going to block the mouth of the harbour", Stance.Says, "2031-03-04"));

    [Fact]
    public void The_same_words_told_directly_and_indirectly_are_one_utterance()
    {
        ImmutableArray<Utterance> found = UtteranceFinder.Find([First, Second], []);
        Assert.Equal(3, found.Length);
        Assert.Equal([new StatementRef(0, 0), new StatementRef(1, 0)], found[0].Statements);
        Assert.Equal(0, found[0].Speaker);
    }

    [Fact]
    public void Speakers_without_a_name_meet_by_their_words() =>
        Assert.Equal([new StatementRef(0, 1), new StatementRef(1, 2)], UtteranceFinder.Find([First, Second], [])[1].Statements);

    [Fact]
    public void The_same_words_of_another_speaker_are_another_utterance() =>
        Assert.Equal([new StatementRef(1, 1)], UtteranceFinder.Find([First, Second], [])[2].Statements);

    [Fact]
    public void Every_statement_belongs_to_one_utterance()
    {
        ImmutableArray<Utterance> found = UtteranceFinder.Find([First, Second], []);
        Assert.Equal(5, found.SelectMany(u => u.Statements).Distinct().Count());
        Assert.Equal(found.Length, found.Select(u => u.Id).Distinct().Count());
    }

    [Fact]
    public void Like_words_weeks_apart_are_two_utterances()
    {
        StoryReport later = Tell("c", "Haddock said the council might trade the lighthouse for a hotel bar.", (0, "Haddock", "the council might trade the lighthouse for a hotel bar", Stance.Says, "2031-04-20"));
        Assert.Equal(3, UtteranceFinder.Find([First, later], []).Length);
    }

    [Fact]
    public void A_statement_that_repeats_a_part_of_its_own_is_none()
    {
        StoryReport report = Tell("d", "Haddock said the pier was ‘rotten to the last pile’ and closed.", (0, "Haddock", "the pier was ‘rotten to the last pile’ and closed", Stance.Says, null), (0, null, "rotten to the last pile", Stance.Says, null));
        ImmutableArray<Statement> statements = [report.Reading.Statements[0], report.Reading.Statements[1] with { In = 0 }];
        Assert.Single(UtteranceFinder.Find([report with { Reading = report.Reading with { Statements = statements } }], []));
    }

    [Fact]
    public void Wordings_are_collated_word_by_word()
    {
        const string one = "we are closely watching the old pier";
        const string two = "We are watching the pier very closely";
        Collation collation = Collation.Of([(new Evidence("r1", new TextSpan(0, one.Length)), one), (new Evidence("r2", new TextSpan(0, two.Length)), two)]);
        string Shape(int i, string text) => string.Join('|', collation.Wordings[i].Runs.Select(r => $"{r.Kind}:{r.Span.Cut(text)}"));
        Assert.Equal("All:we are|Moved:closely|All:watching the|Own:old|All:pier", Shape(0, one));
        Assert.Equal("All:We are watching the pier|Own:very|Moved:closely", Shape(1, two));
    }

    [Fact]
    public void A_single_wording_is_all_shared_and_none_gives_none()
    {
        const string words = "not one gate";
        CollatedRun run = Assert.Single(Collation.Of([(new Evidence("r1", new TextSpan(0, words.Length)), words)]).Wordings[0].Runs);
        Assert.Equal((RunKind.All, words), (run.Kind, run.Span.Cut(words)));
        Assert.Empty(Collation.Of([]).Wordings);
    }

    [Fact]
    public void Voices_are_counted_by_origins_and_the_rest_is_only_talked_about()
    {
        ImmutableArray<StoryReport> pile =
        [
            First,
            Second with { Origin = 1, Reading = Second.Reading with { Names = Second.Reading.Names with { Mentions = [new Mention(new TextSpan(0, 1), EntityKind.Organisation)], EntityOf = [2] } } },
        ];
        VoiceTable voices = VoiceCounter.Count(pile, Entities, UtteranceFinder.Find(pile, []), []);
        Assert.Equal(["Fishermen", "Jorun Haddock", "Ilse Quarrendon"], voices.Voices.Select(v => v.Name));
        Assert.Equal((2, 2), (voices.Voices[1].Reports, voices.Voices[1].Origins));
        Assert.Equal([2], voices.NeverQuoted.Select(t => t.Entity));
        Assert.Equal([0, 1], voices.Shares.Select(s => s.Utterances.Length));
        Assert.Equal([2], voices.Shares[1].Voices);
    }
}
