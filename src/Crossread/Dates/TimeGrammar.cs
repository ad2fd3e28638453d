// The grammar of time expressions: what stands before the core, and how the parts of the grammar are tried.
namespace Crossread.Dates;

/// <summary>An expression found by the grammar: the lexeme behind it, and what it says; no mention if nothing was found.</summary>
internal readonly record struct Hit(int End, TimeMention? Mention)
{
    internal static Hit Longer(Hit a, Hit b) => b.Mention is not null && (a.Mention is null || b.End > a.End) ? b : a;
}

/// <summary>
/// Reads time expressions from lexemes by recursive descent. Every rule looks at a bounded number of lexemes,
/// so that the whole is linear in the text.
/// </summary>
internal sealed partial class TimeGrammar(string text, List<Lexeme> words)
{
    private static readonly TimeMention Date = new(default, TimexType.Date);
    private static readonly TimeMention Length = new(default, TimexType.Duration) { Form = TimeForm.Fixed };

    /// <summary>The longest expression that begins at this lexeme.</summary>
    internal Hit At(int i)
    {
        if (!Begins(i) || W(i) == TimeWord.Last && IsVerb(i))
            return default;
        return Hit.Longer(Modified(i), Core(i));
    }

    private bool Begins(int i) => W(i) is not (TimeWord.None or TimeWord.Punctuation or TimeWord.Hyphen or TimeWord.Comma or TimeWord.Period
        or TimeWord.Slash or TimeWord.Colon or TimeWord.Open or TimeWord.Close or TimeWord.Currency or TimeWord.Percent or TimeWord.PossessiveEnding)
        || Named(i);

    // "to last six weeks", "would last a week": the verb.
    private bool IsVerb(int i) => Is(i - 1, "to") || Is(i - 1, "will") || Is(i - 1, "would") || Is(i - 1, "could") || Is(i - 1, "may") || Is(i - 1, "might") || Is(i - 1, "can") || Is(i - 1, "should");

    private bool Named(int i) =>
        i < words.Count && W(i) == TimeWord.None && (IsCode(i) || TimeVocabulary.Phrases.ContainsKey(Form(i)) || TimeVocabulary.Festivals.ContainsKey(Form(i)) || Is(i, "eve"));

    private Hit Core(int i)
    {
        Hit best = default;
        best = Hit.Longer(best, Clock(i));
        best = Hit.Longer(best, ClockInWords(i));
        best = Hit.Longer(best, EveAt(i));
        best = Hit.Longer(best, Calendar(i));
        best = Hit.Longer(best, Directed(i));
        best = Hit.Longer(best, Counted(i));
        best = Hit.Longer(best, Recurring(i));
        best = Hit.Longer(best, Code(i));
        return Hit.Longer(best, FixedPhrase(i));
    }

    /// <summary>What stands before the core: the end of, early, later, about, at least.</summary>
    private Hit Modified(int i)
    {
        int k = W(i) == TimeWord.The ? i + 1 : i;
        switch (W(k))
        {
            case TimeWord.StartOf or TimeWord.MiddleOf or TimeWord.EndOf or TimeWord.TurnOf when W(k + 1) == TimeWord.Of:
                Hit whole = Hit.Longer(Core(k + 2), DefiniteUnit(k + 2));
                return IsDate(whole) && whole.Mention!.TimeOfDay is null ? With(whole, W(k) is TimeWord.EndOf ? "END" : W(k) is TimeWord.MiddleOf ? "MID" : "START") : default;
            case TimeWord.Early or TimeWord.Late or TimeWord.Mid:
                return Part(i, k);
            case TimeWord.Earlier or TimeWord.Later when k == i:
                int from = W(k + 1) is TimeWord.In or TimeWord.On ? k + 2 : k + 1;
                Hit sooner = Hit.Longer(Core(from), from > k + 1 ? DefiniteUnit(from) : default);
                return IsDate(sooner) && sooner.Mention is { Form: TimeForm.Shift, Unit: >= TimeUnit.Day, Shift: not null }
                    ? With(sooner, W(k) == TimeWord.Earlier ? "START" : "END") : default;
            case TimeWord.Sometime:
                Hit some = Core(k + 1);
                return IsDate(some) && some.Mention!.Form == TimeForm.Shift ? With(some, null) : default;
            case TimeWord.Unit when V(k) == (int)TimeUnit.Year:
                int end = W(k + 1) is TimeWord.PossessiveEnding ? k + 2 : Join(k + 1);
                return W(end) == TimeWord.EndOf && V(end) == 0 && Is(end, "end")
                    ? new Hit(end + 1, Date with { Form = TimeForm.Shift, Unit = TimeUnit.Year, Shift = 0, Modifier = "END" }) : default;
        }
        return Approximate(i);
    }

    private Hit Part(int i, int k)
    {
        string mod = W(k) == TimeWord.Early ? "START" : W(k) == TimeWord.Late ? "END" : "MID";
        int core = Join(k + 1);
        if (W(k) == TimeWord.Mid && core == k + 1 && W(core) != TimeWord.Part)
            return default;
        if (W(core) == TimeWord.On && W(core + 1) is TimeWord.Weekday)
            core++;
        Hit inner = Core(core);
        if (W(core) == TimeWord.Season)
            inner = Hit.Longer(inner, SeasonAt(core));
        if (W(core) == TimeWord.Part && (W(k) == TimeWord.Mid || k > i || W(core + 1) is TimeWord.NamedDay or TimeWord.Weekday))
            inner = Hit.Longer(inner, PartAlone(core));
        if (inner.Mention is not { Type: TimexType.Date or TimexType.Time, Fixed: null } m || m.FromEarlier && m.Unit == TimeUnit.Day && m.TimeOfDay is null)
            return default;
        if (k > i && m is { Form: TimeForm.Calendar, Weekday: not null })
            return default;
        return With(inner, mod);
    }

    private Hit Approximate(int i)
    {
        (int k, string? mod) = W(i) switch
        {
            TimeWord.Approximately => (i + 1, "APPROX"),
            TimeWord.Nearly => (i + 1, "LESS_THAN"),
            TimeWord.Over => (i + 1, "MORE_THAN"),
            TimeWord.Under => (i + 1, "LESS_THAN"),
            TimeWord.More when W(i + 1) == TimeWord.Than => (i + 2, "MORE_THAN"),
            TimeWord.Less when W(i + 1) == TimeWord.Than => (i + 2, "LESS_THAN"),
            TimeWord.At when W(i + 1) == TimeWord.Least => (i + 2, "EQUAL_OR_MORE"),
            TimeWord.At when W(i + 1) == TimeWord.Most => (i + 2, "EQUAL_OR_LESS"),
            TimeWord.Up when W(i + 1) == TimeWord.To => (i + 2, "EQUAL_OR_LESS"),
            TimeWord.No when W(i + 1) is TimeWord.More or TimeWord.Less && W(i + 2) == TimeWord.Than => (i + 3, W(i + 1) == TimeWord.More ? "EQUAL_OR_LESS" : "EQUAL_OR_MORE"),
            _ => (i, null),
        };
        if (k == i)
            return default;
        bool over = W(i) is TimeWord.Over or TimeWord.Under;
        bool about = Is(i, "about");
        Hit inner = Core(k);
        if (inner.Mention is not { } m)
            return default;
        bool counted = m.Type == TimexType.Duration && m.Fixed?[0] == 'P' && !(over && W(k) != TimeWord.Article) && !(about && W(k) != TimeWord.Article);
        bool ago = m is { Form: TimeForm.Shift, Shift: not null } && W(k) is TimeWord.Digits or TimeWord.Number or TimeWord.Article or TimeWord.Vague;
        bool date = Is(i, "around") && m is { Form: TimeForm.Calendar, Direction: TimeDirection.None, Weekday: null } or { Unit: TimeUnit.Year, Modifier: not null };
        bool clock = mod == "APPROX" && !about && m.TimeOfDay is not null && W(k) is TimeWord.Digits or TimeWord.ClockName;
        return counted || ago || date || clock ? With(inner, mod) : default;
    }

    /// <summary>"the year", "this month", "the day": only behind words that make a date of it.</summary>
    private Hit DefiniteUnit(int i) =>
        W(i) == TimeWord.The && W(i + 1) == TimeWord.Unit && V(i + 1) >= (int)TimeUnit.Day
            ? new Hit(i + 2, Date with { Form = TimeForm.Shift, Unit = (TimeUnit)V(i + 1), Shift = 0, FromEarlier = V(i + 1) == (int)TimeUnit.Day })
            : W(i) == TimeWord.The && W(i + 1) == TimeWord.Season ? SeasonAt(i + 1) : default;

    private Hit FixedPhrase(int i)
    {
        if (i >= words.Count || !TimeVocabulary.Phrases.TryGetValue(Form(i), out TimeVocabulary.Phrase[]? phrases))
            return default;
        foreach (TimeVocabulary.Phrase phrase in phrases)
        {
            if (Follows(i, phrase.Rest))
                return new Hit(i + 1 + phrase.Rest.Length, Date with { Type = phrase.Type, Form = TimeForm.Fixed, Fixed = phrase.Value });
        }
        return default;
    }

    private bool Follows(int i, string[] rest)
    {
        for (int n = 0; n < rest.Length; n++)
        {
            if (i + 1 + n >= words.Count || !Form(i + 1 + n).Equals(rest[n], StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }

    private static Hit With(Hit hit, string? modifier) => hit.Mention is null ? hit : hit with { Mention = hit.Mention with { Modifier = modifier ?? hit.Mention.Modifier } };

    private static bool IsDate(Hit hit) => hit.Mention is { Type: TimexType.Date, Fixed: null };

    private TimeWord W(int i) => i >= 0 && i < words.Count ? words[i].Word : TimeWord.None;

    private int V(int i) => i >= 0 && i < words.Count ? words[i].Value : 0;

    private NumberForm N(int i) => i >= 0 && i < words.Count ? words[i].Form : NumberForm.Plain;

    private ReadOnlySpan<char> Form(int i) => i >= 0 && i < words.Count ? text.AsSpan(words[i].Start, words[i].Length) : [];

    private bool Is(int i, string word) => Form(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Capital(int i) => i >= 0 && i < words.Count && char.IsUpper(text[words[i].Start]);

    private bool Touches(int i) => i > 0 && i < words.Count && words[i - 1].End == words[i].Start;

    /// <summary>The next lexeme behind a hyphen without spaces, else this one.</summary>
    private int Join(int i) => W(i) == TimeWord.Hyphen && Touches(i) && Touches(i + 1) ? i + 1 : i;

    private bool PlainNumber(int i, int least, int most) => W(i) == TimeWord.Digits && N(i) == NumberForm.Plain && V(i) >= least && V(i) <= most;
}
