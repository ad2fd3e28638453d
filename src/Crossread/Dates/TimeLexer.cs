// Cuts a stretch of text into the words, numbers and marks that the time grammar reads.
namespace Crossread.Dates;

/// <summary>One word, number or mark.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Word">What it can be in a time expression.</param>
/// <param name="Value">The value of the word, or the number.</param>
/// <param name="Form">How a number is written.</param>
internal readonly record struct Lexeme(int Start, int End, TimeWord Word, int Value, NumberForm Form)
{
    internal int Length => End - Start;
}

/// <summary>How a number is written.</summary>
internal enum NumberForm : byte
{
    Plain, Grouped, Decimal, Ordinal, Plural, Fraction, TooLong,
}

/// <summary>
/// Cuts text on its own terms rather than the parser's: <c>third-quarter</c>, <c>10-year</c>, <c>'90s</c>, <c>14th</c> and <c>p.m.</c>
/// come out the same however the language layer cuts them.
/// </summary>
internal static class TimeLexer
{
    /// <summary>Adds the lexemes of a stretch to the list.</summary>
    internal static void Read(string text, int start, int end, List<Lexeme> into)
    {
        int at = start;
        while (at < end)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                at++;
            else if (char.IsAsciiDigit(c))
                at = Number(text, at, end, into);
            else if (char.IsLetter(c))
                at = Word(text, at, end, into);
            else
                at = Mark(text, at, end, into);
        }
    }

    private static int Number(string text, int at, int end, List<Lexeme> into)
    {
        int from = at;
        long value = 0;
        NumberForm form = NumberForm.Plain;
        while (at < end && char.IsAsciiDigit(text[at]))
            value = Math.Min(value * 10 + (text[at++] - '0'), int.MaxValue);
        if (at - from > 9)
            form = NumberForm.TooLong;
        while (at + 3 < end && text[at] == ',' && Digits(text, at + 1, end) == 3)
        {
            form = NumberForm.Grouped;
            value = Math.Min(value * 1000 + int.Parse(text.AsSpan(at + 1, 3), System.Globalization.CultureInfo.InvariantCulture), int.MaxValue);
            at += 4;
        }
        if (at + 1 < end && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            form = NumberForm.Decimal;
            at++;
            while (at < end && char.IsAsciiDigit(text[at]))
                at++;
        }
        else if (at + 1 < end && text[at] == '/' && at - from == 1 && Digits(text, at + 1, end) == 1 && (at + 2 >= end || text[at + 2] != '/'))
        {
            form = NumberForm.Fraction;
            at += 2;
        }
        else if (at < end && char.IsLetter(text[at]))
        {
            int letters = at;
            while (letters < end && char.IsLetter(text[letters]))
                letters++;
            ReadOnlySpan<char> ending = text.AsSpan(at, letters - at);
            if (ending.Equals("st", StringComparison.OrdinalIgnoreCase) || ending.Equals("nd", StringComparison.OrdinalIgnoreCase)
                || ending.Equals("rd", StringComparison.OrdinalIgnoreCase) || ending.Equals("th", StringComparison.OrdinalIgnoreCase))
            {
                (form, at) = (NumberForm.Ordinal, letters);
            }
            else if (ending.Equals("s", StringComparison.OrdinalIgnoreCase))
            {
                (form, at) = (NumberForm.Plural, letters);
            }
        }
        else if (at + 1 < end && text[at] is '\'' or '’' && text[at + 1] == 's' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])) && value % 10 == 0 && at - from == 4)
        {
            form = NumberForm.Plural;
            at += 2;
        }
        into.Add(new Lexeme(from, at, TimeWord.Digits, (int)value, form));
        return at;
    }

    private static int Digits(string text, int at, int end)
    {
        int from = at;
        while (at < end && at - from < 12 && char.IsAsciiDigit(text[at]))
            at++;
        return at - from;
    }

    private static int Word(string text, int at, int end, List<Lexeme> into)
    {
        int from = at;
        while (at < end && char.IsLetter(text[at]))
            at++;
        // a.m., p.m: letter, full stop, letter.
        if (at - from == 1 && at + 1 < end && text[at] == '.' && text[at + 1] is 'm' or 'M' && (at + 2 >= end || !char.IsLetter(text[at + 2])))
        {
            at += 2;
        }
        else if (at - from == 1 && text[from] is 'o' or 'O' && at + 5 < end && text[at] is '\'' or '’' && text.AsSpan(at + 1, 5).Equals("clock", StringComparison.OrdinalIgnoreCase))
        {
            into.Add(new Lexeme(from, at + 6, TimeWord.OClock, 0, NumberForm.Plain));
            return at + 6;
        }
        (TimeWord word, int value) = TimeVocabulary.Find(text.AsSpan(from, at - from));
        // 10:35 a.m. ends a sentence with one full stop for both.
        if (word == TimeWord.AmPm && at < end && text[at] == '.' && text[at - 2] == '.')
            at++;
        into.Add(new Lexeme(from, at, word, value, NumberForm.Plain));
        return at;
    }

    private static int Mark(string text, int at, int end, List<Lexeme> into)
    {
        char c = text[at];
        if (c is '\'' or '’' && at + 1 < end && text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])))
        {
            into.Add(new Lexeme(at, at + 2, TimeWord.PossessiveEnding, 0, NumberForm.Plain));
            return at + 2;
        }
        TimeWord word = c switch
        {
            '-' or '–' or '—' or '‐' or '‑' => TimeWord.Hyphen,
            ',' => TimeWord.Comma,
            '.' => TimeWord.Period,
            '/' => TimeWord.Slash,
            ':' => TimeWord.Colon,
            '(' or '[' => TimeWord.Open,
            ')' or ']' => TimeWord.Close,
            '\'' or '’' or '‘' or '`' => TimeWord.Quote,
            '$' or '£' or '€' or '¥' or '#' => TimeWord.Currency,
            '%' => TimeWord.Percent,
            _ => TimeWord.Punctuation,
        };
        into.Add(new Lexeme(at, at + 1, word, 0, NumberForm.Plain));
        return at + 1;
    }
}
