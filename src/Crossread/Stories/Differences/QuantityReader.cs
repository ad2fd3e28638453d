// Finds what a report counts.
using System.Collections.Frozen;
using System.Collections.Immutable;

using Crossread.Dates;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Stories.Differences;

/// <summary>Finds counts of people dead, injured, missing …: the words of <c>quantities.tsv</c> with a number.</summary>
internal static class QuantityReader
{
    private static readonly FrozenSet<string> _people = FrozenSet.ToFrozenSet(["people", "person", "man", "woman", "child", "civilian", "soldier", "worker", "other", "resident", "passenger", "life"], StringComparer.Ordinal);
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
            string? edtf = time is int i && i < placed.TimeValues.Length ? placed.TimeValues[i].Edtf : placed.Published.Edtf;
            // A count of another time ("two died in 2009"), one that is denied, or a part of the whole ("four more bodies were found") is not the story's count.
            if (time is not null && Days.One(edtf) is null || IsNegatedOrPart(text, sentence, t, anchor))
                continue;
            found.Add(new Quantity(report, thing, low, high, words, Around(text, sentence, t, anchor), Days.One(edtf)));
        }
        return found.ToImmutable();
    }

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
        if (Lower(text, number + 1) is "more" or "other" or "others" || Lower(text, number - 1) is "another" or "other")
            return true;
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            Token word = text.Tokens[t];
            bool near = word.Head == anchor || text.Tokens[anchor].Head == word.Head && word.Head >= 0 || t == text.Tokens[anchor].Head;
            if (near && word.Lemma is "not" or "n't" or "never" or "find" or "recover" or "bury" or "then")
                return true;
        }
        return false;
    }

    private static string Lower(AnnotatedText text, int t) => t < 0 ? "" : text.Form(t).ToString().ToLowerInvariant();

    // What the number counts: its noun, and if that is a word for people, the verb or adjective that says what became of them.
    private static (string Thing, int Anchor)? Thing(AnnotatedText text, int t)
    {
        Token word = text.Tokens[t];
        int noun = word.Relation is Relation.Nummod or Relation.Nmod or Relation.Compound or Relation.Advmod && word.Head >= 0 ? word.Head : t;
        Token head = text.Tokens[noun];
        if (noun != t && _things.Value.Alone.TryGetValue(head.Lemma, out string? thing))
            return (thing, noun);
        bool people = noun == t || _people.Contains(head.Lemma);
        if (!people)
            return null;
        // "19 people were dead", "31 were missing", "killing 12 people", "12 dead".
        if (head.Head >= 0 && head.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj && _things.Value.Beside.TryGetValue(text.Tokens[head.Head].Lemma, out thing))
            return (thing, head.Head);
        if (head.Head >= 0 && head.Relation is Relation.Nsubj or Relation.NsubjPass && text.Tokens[head.Head].Lemma is "confirm" or "report" or "believe" or "fear" or "know" or "leave")
        {
            for (int c = head.Head + 1; c < text.Tokens.Length && c < head.Head + 4; c++)
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
