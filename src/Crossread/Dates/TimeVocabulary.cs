// The words, phrases and feasts that time expressions are made of, read once from the .tsv files of this folder.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Dates;

/// <summary>What a word can be in a time expression.</summary>
internal enum TimeWord : byte
{
    None, Punctuation, Hyphen, Comma, Period, Slash, Colon, Open, Close, Quote, Currency, Percent, Digits,
    Month, MonthLike, MonthAbbreviation, Weekday, Weekdays, WeekdayAbbreviation, NamedDay, Tonight, Overnight,
    Unit, Units, Half, Long, Season, Seasons, Part, Parts, ClockName, AmPm, OClock, Zone,
    Number, Multiple, Ordinal, DecadeName, Vague, Couple, Some, Article, The, Possessive, PossessiveEnding,
    This, These, That, Same, Current, Latest, Recent, Last, Past, Previous, Next, Coming, Following,
    Every, Other, Early, Late, Mid, Earlier, Later, StartOf, MiddleOf, EndOf, TurnOf, Sometime,
    Approximately, Nearly, Over, Under, More, Less, Than, Least, Most, Up, No, At, Exactly,
    Ago, Before, After, Hence, From, Now, Frequency, Times, TimesWord, Fiscal, Calendar, Period2, MoreWord, LongWord, Old,
    Of, In, On, For, And, Or, To, So, Until, Since, By, AsWord, Takes, Ended, Era, ForeignEra, ForeignMonth,
}

/// <summary>Looks words up without regard to case. Lazy; safe to share.</summary>
internal static class TimeVocabulary
{
    /// <summary>A fixed expression: the words after its first, and its type and value.</summary>
    internal sealed record Phrase(string[] Rest, TimexType Type, string Value);

    private static readonly FrozenDictionary<string, (TimeWord Word, int Value)> Words = ReadWords();
    private static readonly FrozenDictionary<string, (TimeWord Word, int Value)>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Fixed expressions by their first word, the longest first.</summary>
    internal static readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> Phrases =
        ReadPhrases().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of feasts by their first word, the longest first; the value is the rule.</summary>
    internal static readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> Festivals =
        ReadFestivals().GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestWord = 14;

    /// <summary>What the word can be in a time expression.</summary>
    internal static (TimeWord Word, int Value) Find(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && BySpan.TryGetValue(word, out (TimeWord, int) found) ? found : (TimeWord.None, 0);

    private static FrozenDictionary<string, (TimeWord, int)> ReadWords()
    {
        Dictionary<string, (TimeWord, int)> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in ListFile.Rows("Dates/time-words.tsv"))
        {
            string name = row[1] == "period" ? "Period2" : string.Concat(row[1].Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
            words[row[0]] = (Enum.Parse<TimeWord>(name), int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, Phrase[]> ReadPhrases() =>
        Group(ListFile.Rows("Dates/time-phrases.tsv").Select(row => (row[0], row[1] switch
        {
            "DATE" => TimexType.Date,
            "TIME" => TimexType.Time,
            "DURATION" => TimexType.Duration,
            _ => TimexType.Set,
        }, row[2])));

    private static FrozenDictionary<string, Phrase[]> ReadFestivals() =>
        Group(ListFile.Rows("Dates/festivals.tsv").Select(row => (row[0].Replace("'s", " 's", StringComparison.Ordinal), TimexType.Date, row[1])));

    private static FrozenDictionary<string, Phrase[]> Group(IEnumerable<(string Words, TimexType Type, string Value)> rows) =>
        rows.Select(r => (Words: r.Words.Split(' '), r.Type, r.Value))
            .GroupBy(r => r.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.Select(r => new Phrase(r.Words[1..], r.Type, r.Value)).OrderByDescending(p => p.Rest.Length).ToArray(),
                StringComparer.OrdinalIgnoreCase);
}
