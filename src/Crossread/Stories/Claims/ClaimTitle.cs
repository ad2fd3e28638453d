// The proposition of a claim in a short form.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Stories.Predications;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>Words a claim: what is asserted, or what is denied.</summary>
internal static class ClaimTitle
{
    private const int _longest = 140;

    /// <summary>The title of the positions on one proposition. The words of an account that asserts it say best what it is; where all deny, what they deny.</summary>
    public static string Of(IReadOnlyList<Position> positions, PredicationTable table)
    {
        Position best = positions
            .OrderBy(p => p.Side switch { Side.Asserts => 0, Side.Conditions => 2, Side.Questions => 3, _ => 1 })
            .ThenBy(p => ClaimBuilder.InHeadline(p, table))
            .ThenByDescending(p => Within(p.Predication.Subjects, p.Predication) && Within(p.Predication.Objects, p.Predication))
            .ThenBy(p => p.Predication.Subjects.IsEmpty || p.Predication.Subjects[0].Keys.IsEmpty || !p.Predication.Span.Contains(p.Predication.Subjects[0].Span))
            .ThenBy(p => p.Predication.Negated)
            .ThenBy(p => p.Predication.Span.Length)
            .ThenBy(p => p.Evidence)
            .First();
        AnnotatedText text = table.ReportOf(best.Predication).Reading.Words;
        // "I have not lied" denies having lied; "the alarm was working" denies that it was off in words without a "not".
        TextSpan[] negators = best.Predication.Negated ? [.. Negators(best.Predication, text)] : [];
        string words = Worded(best.Predication, text, table, negators);
        return Cut((best.Side, best.Predication.Negated, negators.Length) switch
        {
            (Side.Denies, true, 0) => $"Denied in the words: {words}",
            (Side.Denies, _, _) => $"Denied: {words}",
            _ => char.ToUpperInvariant(words[0]) + words[1..],
        });
    }

    private static bool Within(ImmutableArray<Argument> arguments, Predication told) => arguments.Any(a => a.HeadKeys > 0 && told.Core.Contains(a.Span.Start));

    // The clause with its doer before it, where the words themselves have only "it", "which" or nothing.
    private static string Worded(Predication told, AnnotatedText text, PredicationTable table, TextSpan[] negators)
    {
        TextSpan core = told.Core;
        int first = text.TokenAt(core.Start), rest = first;
        if (text.Tokens[first].Xpos == "PRP$")
            return Folded(new TextSpan(text.Tokens[Math.Min(first + 1, told.Token)].Span.Start, core.End), text, negators);
        while (rest < told.Token && text.Tokens[rest] is { Upos: Upos.PRON, Relation: Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Mark } or { Xpos: "WDT" or "WP", Relation: not Relation.Det })
            rest++;
        // "Ines have sold": what somebody says of themselves stays in their words.
        if (rest > first && text.Tokens[rest - 1].Lemma == "I")
            return Folded(core, text, negators);
        bool pronoun = rest > first;
        TextSpan behind = pronoun && text.Tokens[rest].Span.Start < core.End ? new TextSpan(text.Tokens[rest].Span.Start, core.End) : core;
        // "that is held by the men": what the clause hangs on stands for its first word.
        Argument? subject = (pronoun && text.Tokens[rest - 1].Relation == Relation.NsubjPass ? told.Objects : told.Subjects).FirstOrDefault();
        string? doer = subject is null ? null : subject.Keys.Take(1).Select(table.NameOf).FirstOrDefault() ?? Folded(Phrase(subject, told, text), text, []);
        string words = Folded(behind, text, negators);
        if (pronoun && (doer is null || subject!.Head < rest && subject.Head >= first && subject.HeadKeys == 0))
            return Folded(core, text, negators);
        if (pronoun)
            return behind.Contains(subject!.Span.Start) || words.StartsWith(doer!, StringComparison.Ordinal) ? words : words[0] is '\'' or '’' ? doer + words : $"{doer} {words}";
        return doer is null || core.Contains(subject!.Span.Start) || words.Contains(doer, StringComparison.Ordinal) ? words : $"{doer}: {words}";
    }

    // The noun with what belongs to it, but not the deed itself, where a tree hangs that on it.
    private static TextSpan Phrase(Argument subject, Predication told, AnnotatedText text)
    {
        TextSpan head = text.Tokens[subject.Head].Span;
        int end = Math.Max(head.End, subject.CoreEnd);
        return head.End <= told.Core.Start && told.Core.Start < end ? head : new TextSpan(head.Start, end);
    }

    // "not", "never", "neither" on the deed; "no" and "nobody" among its parties.
    private static IEnumerable<TextSpan> Negators(Predication told, AnnotatedText text)
    {
        for (int t = text.TokenAt(told.Core.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < told.Core.End; t++)
        {
            Token word = text.Tokens[t];
            bool ofDeed = word.Head == told.Token && word.Lemma is "not" or "n't" or "n’t" or "never" or "neither";
            if (ofDeed || Instead(word.Lemma) is not null && told.Subjects.Concat(told.Objects).Any(a => a.Head == t || a.Head == word.Head || a.Span.Start == word.Span.Start))
                yield return word.Span;
        }
    }

    private static string? Instead(string lemma) => lemma switch { "no" or "none" => "any", "nobody" => "anybody", "nothing" => "anything", "neither" => "either", _ => null };

    private static string Folded(TextSpan span, AnnotatedText text, TextSpan[] without)
    {
        string words = "";
        int at = span.Start;
        foreach (TextSpan cut in without.Where(w => w.Start >= at && w.End <= span.End))
        {
            words += new TextSpan(at, cut.Start).Cut(text.Text) + Instead(text.Tokens[text.TokenAt(cut.Start)].Lemma);
            at = cut.End;
        }
        words += new TextSpan(at, span.End).Cut(text.Text);
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Cut(string words)
    {
        // The clause may end before the mark that closes its quotation.
        if (words.Count(c => c == '“') > words.Count(c => c == '”'))
            words += "”";
        else if (words.Count(c => c == '"') % 2 != 0)
            words += "\"";
        if (words.Length <= _longest)
            return words;
        int at = words.LastIndexOf(' ', _longest);
        return words[..(at > 40 ? at : _longest)].TrimEnd(',', ';', ' ') + " …";
    }
}
