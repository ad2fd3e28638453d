// A statement, as the search for utterances needs it.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Statements;
using Crossread.Stories.Comparing;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Utterances;

/// <summary>A statement, as the search for utterances needs it.</summary>
internal sealed record Said
{
    /// <summary>Which statement.</summary>
    public required StatementRef Ref { get; init; }

    /// <summary>The statement.</summary>
    public required Statement Statement { get; init; }

    /// <summary>Index of the speaker among the entities of all reports, or null.</summary>
    public int? Speaker { get; init; }

    /// <summary>Content words of the speaker's phrase.</summary>
    public required ImmutableArray<Term> SpeakerTerms { get; init; }

    /// <summary>Content words of what is said.</summary>
    public required ImmutableArray<Term> Terms { get; init; }

    /// <summary>The content words sentence by sentence, where there is more than one sentence.</summary>
    public ImmutableArray<ImmutableArray<Term>> Sentences { get; init; } = [];

    /// <summary>True if the words say that something is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>Days on which it may have been said, or null.</summary>
    public Days? Days { get; init; }

    /// <summary>The words, from the first to the last.</summary>
    public TextSpan Words => Statement.Content.Aggregate((a, b) => a.Hull(b));

    /// <summary>The statements of all reports, but for those that only repeat a part of the statement they stand in.</summary>
    public static ImmutableArray<Said> Of(ImmutableArray<StoryReport> reports)
    {
        ImmutableArray<Said>.Builder found = ImmutableArray.CreateBuilder<Said>();
        for (int r = 0; r < reports.Length; r++)
        {
            StoryReport report = reports[r];
            ImmutableArray<Statement> statements = report.Reading.Statements;
            for (int s = 0; s < statements.Length; s++)
            {
                Statement statement = statements[s];
                if (statement.Content.Length == 0 || PartOfAnother(statement, statements))
                    continue;
                found.Add(new Said
                {
                    Ref = new StatementRef(r, s),
                    Statement = statement,
                    Speaker = statement.SpeakerEntity is int local && local < report.EntityOf.Length ? report.EntityOf[local] : null,
                    SpeakerTerms = statement.Speaker is { } speaker ? Propositions.Terms(report.Reading, [speaker], report.EntityOf) : [],
                    Terms = Read(report, statement.Content),
                    Sentences = BySentence(report, statement),
                    Negated = NegationReader.Negates(report.Reading.Words.Text, statement.Content) != (statement.Stance == Stance.Denies),
                    Days = Days.Of(s < report.StatementDates.Length ? report.StatementDates[s] : null),
                });
            }
        }
        return found.ToImmutable();
    }

    // One report quotes two sentences of a speech, another one of them: the sentence is what they share.
    private static ImmutableArray<ImmutableArray<Term>> BySentence(StoryReport report, Statement statement)
    {
        const int mostSentences = 6;
        AnnotatedText words = report.Reading.Words;
        List<TextSpan> parts = [];
        if (words.Tokens.IsEmpty)
            return [];
        foreach (TextSpan content in statement.Content)
        {
            for (int s = words.SentenceOf(words.TokenAt(content.Start)); s < words.Sentences.Length && words.Sentences[s].Span.Start < content.End; s++)
                parts.Add(new TextSpan(Math.Max(content.Start, words.Sentences[s].Span.Start), Math.Min(content.End, words.Sentences[s].Span.End)));
        }
        return parts.Count is > 1 and <= mostSentences ? [.. parts.Where(p => p.Length > 0).Select(p => Read(report, [p]))] : [];
    }

    // A wording that went through another language or another desk keeps the deed and changes its verb: words of one deed meet as spellings of one name do.
    private static ImmutableArray<Term> Read(StoryReport report, ImmutableArray<TextSpan> stretches)
    {
        AnnotatedText words = report.Reading.Words;
        return [.. Propositions.Terms(report.Reading, stretches, report.EntityOf).Select(t => t.Kind == TermKind.Word && Deed(words, t.Span.Start) is { } deed ? t with { Sound = TermKey.Salted(TermKey.Of(deed), 3) } : t)];
    }

    private static string? Deed(AnnotatedText words, int at)
    {
        int index = words.TokenAt(at);
        if (index >= words.Tokens.Length)
            return null;
        Token word = words.Tokens[index];
        return word.Upos switch { Upos.VERB => DeedList.OfVerb(word.Lemma), Upos.NOUN => DeedList.OfNoun(word.Lemma), _ => null };
    }

    private static bool PartOfAnother(Statement statement, ImmutableArray<Statement> statements)
    {
        if (statement.In is not int outer || outer >= statements.Length)
            return false;
        Statement holder = statements[outer];
        bool sameSource = statement.SpeakerEntity is int source ? source == holder.SpeakerEntity : statement.Speaker is null;
        return sameSource && statement.Content.All(part => holder.Content.Any(whole => whole.Contains(part)));
    }
}
