// Finds what a report counts.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Dates;
using Crossread.Language;
using Crossread.Names.Finding;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds counts of people dead, injured, missing …: the words of <c>quantities.tsv</c> with a number.</summary>
internal static class QuantityReader
{
    private static readonly FrozenSet<string> _people = FrozenSet.ToFrozenSet(["people", "person", "man", "woman", "child", "civilian", "soldier", "worker", "other", "resident", "passenger", "life", "miner", "student", "pupil", "policeman", "officer", "guard", "militant", "rebel", "fighter", "insurgent", "villager", "protester", "protestor", "demonstrator", "migrant", "crew", "sailor", "patient", "victim", "member"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> _armed = FrozenSet.ToFrozenSet(["soldier", "policeman", "officer", "guard", "troop", "militant", "rebel", "fighter", "gunman", "attacker", "insurgent", "trooper", "agent"], StringComparer.Ordinal);
    private static readonly Lazy<(FrozenDictionary<string, string> Beside, FrozenDictionary<string, string> Alone)> _things = new(Read);

    /// <summary>All counts of a report, in the order of the text.</summary>
    public static ImmutableArray<Quantity> Find(int report, StoryReport placed)
    {
        AnnotatedText text = placed.Reading.Words;
        ImmutableArray<Quantity>.Builder found = ImmutableArray.CreateBuilder<Quantity>();
        for (int t = 0; t < text.Tokens.Length; t++)
        {
            if (Amount(text, t) is not var (low, high, words) || Thing(text, t) is not var (thing, anchor))
                continue;
            Sentence sentence = text.Sentences[text.SentenceOf(t)];
            int? time = Beside(text, placed.Reading.Times, sentence, t) ?? TimeAnchor.Of(text, placed.Reading.Times, anchor);
            int? statement = StatementAt(placed.Reading.Statements, words);
            string? edtf = time is int i && i < placed.TimeValues.Length ? placed.TimeValues[i].Edtf : (statement is int s ? placed.StatementDates[s] : null) ?? placed.Published.Edtf;
            // A count that is denied, or of a part of the whole ("four more bodies were found"), is not the story's count.
            if (IsNegatedOrPart(text, sentence, t, anchor) || IsAge(text, t))
                continue;
            // "two died in 2009": another time, which reports may tell differently too.
            string period = time is not null && Days.One(edtf) is null ? edtf ?? "?" : "";
            if (period.Length > 7 || period == "?" || period.Length == 0 && OfAnotherTime(placed, sentence))
                continue;
            bool lead = placed.Reading.Report.Passages.Any(p => p.Kind == PassageKind.Title && p.Span.Contains(words.Start));
            TextSpan clause = Around(text, sentence, t, anchor);
            // What a speaker counts stands in the speaker's words, without the "said" before them.
            foreach (TextSpan content in statement is int told ? placed.Reading.Statements[told].Content : [])
            {
                if (content.Contains(words))
                    clause = new TextSpan(Math.Max(clause.Start, content.Start), Math.Min(clause.End, content.End));
            }
            // A number in two words is shown whole, wherever the tree hangs its first.
            clause = new TextSpan(Math.Min(clause.Start, words.Start), Math.Max(clause.End, words.End));
            found.Add(new Quantity(report, OfWhom(text, t) is { } whom ? $"{thing} {whom}" : thing, low, high, words, clause, Days.One(edtf), period, statement, lead));
        }
        return found.ToImmutable();
    }

    // Policemen hurt are not the people hurt: those who bear arms are counted by themselves.
    private static string? OfWhom(AnnotatedText text, int number)
    {
        int noun = text.Tokens[number].Relation == Relation.Nummod ? text.Tokens[number].Head : -1;
        return noun >= 0 && _armed.Contains(text.Tokens[noun].Lemma) ? text.Form(noun).ToString().ToLowerInvariant() : null;
    }

    private static int? StatementAt(ImmutableArray<Statement> statements, TextSpan words)
    {
        int? found = null;
        int length = int.MaxValue;
        for (int s = 0; s < statements.Length; s++)
        {
            foreach (TextSpan content in statements[s].Content)
            {
                if (content.Contains(words) && content.Length < length)
                    (found, length) = (s, content.Length);
            }
        }
        return found;
    }

    // A sentence that names a year or a month long before the report tells of another time, wherever the tree hangs the words: "The quake of 2003 killed 80 people".
    private static bool OfAnotherTime(StoryReport placed, Sentence sentence)
    {
        const int recent = 45;
        if (EdtfDays.Bounds(placed.Published.Edtf) is not (int first, _))
            return false;
        // "It killed 80 people": the sentence before says when.
        AnnotatedText text = placed.Reading.Words;
        int at = text.SentenceOf(sentence.FirstToken);
        if (at > 0 && (text.Tokens[sentence.FirstToken].Upos == Upos.PRON || Lower(text, sentence.FirstToken) is "that" or "this" or "those") && OfAnotherTime(placed, text.Sentences[at - 1]))
            return true;
        for (int i = 0; i < placed.Reading.Times.Length; i++)
        {
            if (sentence.Span.Contains(placed.Reading.Times[i].Span) && placed.Reading.Times[i].Type == TimexType.Date && EdtfDays.Bounds(placed.TimeValues[i].Edtf) is (_, int end) && end < first - recent)
                return true;
        }
        return false;
    }

    // "Ann Vell, 51, and Oto Vell, both 51, were killed": a number between commas, or behind "both" or "aged", is an age.
    private static bool IsAge(AnnotatedText text, int t) =>
        text.Tokens[t].Relation != Relation.Nummod && Lower(text, t - 1) is "," or "both" or "aged" or "age" && t + 1 < text.Tokens.Length && text.Tokens[t + 1].Upos == Upos.PUNCT
        || Lower(text, t - 1) is "aged" or "age";

    private static (long Low, long? High, TextSpan Words)? Amount(AnnotatedText text, int t)
    {
        Token word = text.Tokens[t];
        string lower = text.Form(t).ToString().ToLowerInvariant();
        if (NumberWords.Vague(lower) is long vague)
            return (vague, null, word.Span);
        if (word.Upos != Upos.NUM || word.Span.Length > 24 || NumberWords.Value(text.Form(t)) is not long value || value > 100_000_000)
            return null;
        // "thirty-one", cut at its hyphen: the last part speaks for both.
        if (t + 2 < text.Tokens.Length && text.Form(t + 1) is "-" && text.Tokens[t + 2].Upos == Upos.NUM)
            return null;
        // "two hundred": the parts of one number multiply; the last of them speaks for all.
        int first = t;
        if (t >= 2 && text.Form(t - 1) is "-" && NumberWords.Value(text.Form(t - 2)) is >= 20 and < 100 and var tens && tens % 10 == 0 && value is > 0 and < 10)
        {
            value += tens;
            first = t - 2;
        }
        while (first > 0 && text.Tokens[first - 1].Upos == Upos.NUM && NumberWords.Value(text.Form(first - 1)) is long before && before < value && value >= 100)
        {
            value *= before;
            first--;
        }
        if (t + 1 < text.Tokens.Length && text.Tokens[t + 1].Upos == Upos.NUM)
            return null;
        string left = Lower(text, first - 1), left2 = Lower(text, first - 2);
        TextSpan words = text.SpanOf(left is "least" or "than" or "most" or "to" && left2 is "at" or "more" or "fewer" or "less" or "up" ? first - 2 : first, t);
        return (left2, left) switch
        {
            ("at", "least") => (value, null, words),
            ("more", "than") => (value + 1, null, words),
            ("at", "most") or ("up", "to") => (0, value, words),
            ("fewer", "than") or ("less", "than") => (0, value - 1, words),
            (_, "over") => (value, null, words),
            (_, "about" or "some" or "around" or "nearly" or "almost" or "roughly") => (value - value / 10, value + value / 10, words),
            _ => (value, value, words),
        };
    }

    // "19 were dead by Tuesday evening": the time expression in the same stretch between two signs, wherever the tree hangs it.
    private static int? Beside(AnnotatedText text, ImmutableArray<TimeMention> times, Sentence sentence, int number)
    {
        int end = number;
        while (end + 1 < sentence.EndToken && text.Tokens[end + 1].Upos is not (Upos.PUNCT or Upos.CCONJ))
            end++;
        for (int i = 0; i < times.Length; i++)
        {
            if (times[i].Span.Start > text.Tokens[number].Span.End && times[i].Span.End <= text.Tokens[end].Span.End && times[i].Type is TimexType.Date or TimexType.Time)
                return i;
        }
        return null;
    }

    private static bool IsNegatedOrPart(AnnotatedText text, Sentence sentence, int number, int anchor)
    {
        // "two women and a man": each is a part.
        int counted = text.Tokens[number].Relation == Relation.Nummod ? text.Tokens[number].Head : number;
        for (int c = Math.Max(sentence.FirstToken, counted - 6); counted >= 0 && c < Math.Min(sentence.EndToken, counted + 7); c++)
        {
            if (text.Tokens[c].Upos == Upos.NOUN && _people.Contains(text.Tokens[c].Lemma)
                && (text.Tokens[c].Relation == Relation.Conj && text.Tokens[c].Head == counted || text.Tokens[counted].Relation == Relation.Conj && text.Tokens[counted].Head == c))
            {
                return true;
            }
        }
        // "three of them by bullets" is a part; "nine of them were killed" is a count.
        if (text.Tokens[number].Relation is not (Relation.Nsubj or Relation.NsubjPass) && Lower(text, number + 1) == "of" && Lower(text, number + 2) is "them" or "whom" or "those" or "its" or "their" or "the" or "these")
            return true;
        if (Lower(text, number + 1) is "more" or "other" or "others" || Lower(text, number - 1) is "another" or "other")
            return true;
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            Token word = text.Tokens[t];
            bool near = word.Head == anchor || text.Tokens[anchor].Head == word.Head && word.Head >= 0 || t == text.Tokens[anchor].Head;
            // "four bodies were found on Friday" are four more; "sixteen have been recovered so far" is the count.
            bool total = word.Lemma is "find" or "recover" && IsTotal(text, sentence, t);
            if (near && !total && word.Lemma is "not" or "n't" or "never" or "find" or "recover" or "bury" or "then")
                return true;
        }
        return false;
    }

    private static bool IsTotal(AnnotatedText text, Sentence sentence, int verb)
    {
        for (int t = Math.Max(sentence.FirstToken, verb - 3); t < Math.Min(sentence.EndToken, verb + 4); t++)
        {
            if (text.Tokens[t].Lemma == "have" && text.Tokens[t].Head == verb || Lower(text, t) == "so" && Lower(text, t + 1) == "far")
                return true;
        }
        return false;
    }

    // Pensioners, tourists, teachers: any common noun for people may be what is counted.
    private static bool IsPeople(Token noun) =>
        _people.Contains(noun.Lemma) || noun.Xpos == "NNS" && (NameLexicon.Shared.Of(noun.Lemma) & (WordClass.PersonNoun | WordClass.Role)) != 0;

    private static string Lower(AnnotatedText text, int t) => t < 0 || t >= text.Tokens.Length ? "" : text.Form(t).ToString().ToLowerInvariant();

    // What the number counts: its noun, and if that is a word for people, the verb or adjective that says what became of them.
    private static (string Thing, int Anchor)? Thing(AnnotatedText text, int t)
    {
        Token word = text.Tokens[t];
        int noun = word.Relation is Relation.Nummod or Relation.Nmod or Relation.Compound or Relation.Advmod && word.Head >= 0 ? word.Head : t;
        Token head = text.Tokens[noun];
        if (noun != t && _things.Value.Alone.TryGetValue(head.Lemma, out string? thing))
            return (thing, noun);
        // "put the number of missing at 16", "the toll rose to 17".
        if (Counted(text, t) is { } counted)
            return counted;
        bool people = noun == t || IsPeople(head);
        if (!people)
            return null;
        // "19 people were dead", "31 were missing", "killing 12 people", "12 dead".
        if (head.Head >= 0 && head.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj && _things.Value.Beside.TryGetValue(text.Tokens[head.Head].Lemma, out thing))
            return (thing, head.Head);
        if (head.Head >= 0 && head.Relation is Relation.Nsubj or Relation.NsubjPass && text.Tokens[head.Head].Lemma is "confirm" or "report" or "believe" or "fear" or "know" or "leave" or "feel" or "presume")
        {
            for (int c = head.Head + 1; c < text.Tokens.Length && c <= head.Head + 4; c++)
            {
                if (_things.Value.Beside.TryGetValue(text.Tokens[c].Lemma, out thing))
                    return (thing, head.Head);
            }
        }
        for (int c = noun + 1; c < text.Tokens.Length && c <= noun + 2; c++)
        {
            if (text.Tokens[c].Head == noun && text.Tokens[c].Upos is Upos.ADJ or Upos.VERB && _things.Value.Beside.TryGetValue(text.Tokens[c].Lemma, out thing))
                return (thing, noun);
            if (noun == t && c == t + 1 && text.Tokens[c].Upos is Upos.ADJ or Upos.NOUN && _things.Value.Beside.TryGetValue(text.Tokens[c].Lemma, out thing))
                return (thing, c);
        }
        return null;
    }

    private static (string Thing, int Anchor)? Counted(AnnotatedText text, int number)
    {
        if (Lower(text, number - 1) is not ("at" or "to" or "reached" or "is" or "was"))
            return null;
        for (int i = number - 2; i >= 0 && i > number - 24 && text.Tokens[i].Upos != Upos.PUNCT; i--)
        {
            if (Lower(text, i) is "number" or "toll" or "count" or "figure" or "total")
            {
                if (Lower(text, i - 1) == "death")
                    return ("dead", i);
                for (int c = i + 1; c < number && c <= i + 4; c++)
                {
                    if (_things.Value.Alone.TryGetValue(text.Tokens[c].Lemma, out string? thing) || _things.Value.Beside.TryGetValue(text.Tokens[c].Lemma, out thing))
                        return (thing, i);
                }
            }
        }
        return null;
    }

    private static TextSpan Around(AnnotatedText text, Sentence sentence, int number, int anchor)
    {
        int first = Math.Min(number, anchor), last = Math.Max(number, anchor);
        while (first > sentence.FirstToken && text.Tokens[first - 1].Upos != Upos.PUNCT && last - first < 25)
            first--;
        while (last + 1 < sentence.EndToken && text.Tokens[last + 1].Upos != Upos.PUNCT && last - first < 25)
            last++;
        return text.SpanOf(first, last);
    }

    private static (FrozenDictionary<string, string> Beside, FrozenDictionary<string, string> Alone) Read()
    {
        Dictionary<string, string> beside = [], alone = [];
        foreach (string[] row in ListFile.Rows("Stories/Differences/quantities.tsv"))
        {
            foreach (string word in row[1].Split(' '))
                beside.TryAdd(word, row[0]);
            foreach (string word in row[2].Split(' '))
                alone.TryAdd(word, row[0]);
        }
        return (beside.ToFrozenDictionary(StringComparer.Ordinal), alone.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
