// Cuts a name that was found too long down to the name.
using Crossread.Language;
using Crossread.Names.Finding;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>
/// Takes off what stands before a name and is none: the rest of a role (<c>of State Anna Dorn</c>), a noun (<c>ferry company Kestrel</c>),
/// another name of the report; and parts two names that one mention holds.
/// </summary>
internal sealed class MentionTrim(AnnotatedText text, Dictionary<string, EntityKind> others)
{
    /// <summary>The mentions that one mention turns out to be, in order; mostly itself alone.</summary>
    public IEnumerable<Mention> Apply(Mention mention, List<TextSpan> words)
    {
        if (words.Count < 2)
            return [mention];
        if (words[0].Start == mention.Span.Start && DatesWhatFollows(words[0]))
            return Apply(mention with { Span = new TextSpan(words[1].Start, mention.Span.End) }, words[1..]);
        if (mention.Kind == EntityKind.Person)
            return From(mention, words, PersonStart(words));
        if (mention.Kind == EntityKind.Place && Aliases.Shared.Place(mention.Span.Cut(text.Text)) == null && Comma(words) is var comma and > 0)
            return [mention with { Span = Trimmed(words[0].Hull(words[comma - 1])) }, new Mention(words[comma].Hull(words[^1]), EntityKind.Place)];
        if (mention.Kind != EntityKind.Organisation)
            return [mention];
        if (Bearer(words) is var bearer and > 0)
            return From(mention with { Kind = EntityKind.Person }, words, bearer);
        int start = BodyStart(words);
        int and = words.FindIndex(start, w => Of(w) is "and" or "&");
        if (and > start && and < words.Count - 1 && others.ContainsKey(Of(words[start].Hull(words[and - 1]))) && others.ContainsKey(Of(words[and + 1].Hull(words[^1]))))
            return [mention with { Span = words[start].Hull(words[and - 1]) }, new Mention(words[and + 1].Hull(words[^1]), EntityKind.Organisation)];
        return From(mention, words, start);
    }

    // What was cut off may hold a name of its own: “United States carmaker Kestrel”.
    private IEnumerable<Mention> From(Mention mention, List<TextSpan> words, int start)
    {
        if (start == 0 || start >= words.Count)
            return [mention];
        Mention name = mention with
        {
            Span = new TextSpan(words[start].Start, mention.Span.End),
            Role = mention.Kind == EntityKind.Person ? mention.Role ?? words[0].Hull(words[start - 1]) : mention.Role,
        };
        for (int first = 0; first < start; first++)
        {
            for (int n = Math.Min(4, start - first); n >= 1; n--)
            {
                if (char.IsUpper(text.Text[words[first].Start]) && IsKnown(words, first, n))
                {
                    TextSpan span = words[first].Hull(words[first + n - 1]);
                    return [new Mention(span, others.GetValueOrDefault(Of(span), EntityKind.Place)), name];
                }
            }
        }
        return [name];
    }

    // "In May Rovaria's army", "on Sunday Rovaria's minister": the month and the day are no part of the name behind them.
    private bool DatesWhatFollows(TextSpan word)
    {
        int before = text.TokenAt(word.Start) - 1;
        return (NameLexicon.Shared.Of(Of(word)) & WordClass.Calendar) != 0 && before >= 0
            && text.Form(before).ToString().ToLowerInvariant() is "in" or "on" or "since" or "by" or "until" or "from" or "last" or "next" or "this" or "early" or "late";
    }

    // "Harbour Board Whip Dick Dorn": an office in capitals, then a given name and a surname; -1 if nobody bears it.
    private int Bearer(List<TextSpan> words)
    {
        for (int i = 1; i < words.Count - 2; i++)
        {
            if ((NameLexicon.Shared.Of(Of(words[i])) & WordClass.Role) == 0 || (NameLexicon.Shared.Of(Of(words[i + 1])) & WordClass.Given) == 0)
                continue;
            bool body = words.Skip(i + 1).Any(w => !char.IsUpper(text.Text[w.Start]) || (NameLexicon.Shared.Of(Of(w)) & (WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead)) != 0);
            if (!body && words.Count - i <= 4)
                return i + 1;
        }
        return -1;
    }

    private int PersonStart(List<TextSpan> words)
    {
        int start = 0;
        // The rest of a role that was cut in two: “-General Anna Dorn”, “of State Anna Dorn”, “of the United States Anna Dorn”.
        while (start < words.Count - 1 && !char.IsLetter(text.Text[words[start].Start]) && text.Text[words[start].Start] is not ('"' or '“'))
            start++;
        if (start < words.Count - 2 && Of(words[start]) is "of" or "for")
        {
            start++;
            if (Of(words[start]) == "the" && start < words.Count - 2)
                start++;
            int known = Enumerable.Range(1, Math.Max(1, words.Count - start - 1)).Reverse().FirstOrDefault(n => start + n < words.Count && IsKnown(words, start, n), 1);
            start = Math.Min(start + known, words.Count - 1);
        }
        // A title or a small noun inside: the name stands behind it.
        for (int i = words.Count - 2; i >= start; i--)
        {
            string word = Of(words[i]);
            WordClass known = NameLexicon.Shared.Of(word);
            bool role = (known & (WordClass.Role | WordClass.Title)) != 0 && (known & WordClass.Given) == 0 && (known & WordClass.Particle) == 0;
            bool noun = char.IsLower(word[0]) && (known & (WordClass.PersonNoun | WordClass.GroupNoun)) != 0 && (known & WordClass.Particle) == 0;
            if ((role && i > start || noun) && char.IsUpper(text.Text[words[i + 1].Start]))
                return i + 1;
        }
        for (int n = words.Count - start - 2; n >= 1; n--)
        {
            if (others.ContainsKey(Of(words[start].Hull(words[start + n - 1]))) && (NameLexicon.Shared.Of(Of(words[start])) & WordClass.Given) == 0)
                return start + n;
        }
        return start;
    }

    // “ferry company Kestrel”, “carmaker Kestrel”: behind the last small noun of a kind of people or body.
    private int BodyStart(List<TextSpan> words)
    {
        for (int i = words.Count - 2; i >= 0; i--)
        {
            string word = Of(words[i]);
            if (char.IsLower(word[0]) && char.IsUpper(text.Text[words[i + 1].Start]) && (NameLexicon.Shared.Of(word) & WordClass.Common) != 0
                && (NameLexicon.Shared.Of(word) & (WordClass.Particle | WordClass.Connector)) == 0 && !OrganisationForm.Is(word, "small") && !SmallWords.Is(word, "border"))
            {
                return i + 1;
            }
        }
        return 0;
    }

    private bool IsKnown(List<TextSpan> words, int start, int count)
    {
        string name = Of(words[start].Hull(words[start + count - 1]));
        return Aliases.Shared.Place(name) != null || Countries.Shared.OfName(name) != null || others.ContainsKey(name);
    }

    private int Comma(List<TextSpan> words)
    {
        for (int i = 1; i < words.Count; i++)
        {
            if (text.Text[words[i - 1].End - 1] == ',' && char.IsUpper(text.Text[words[i].Start]))
                return i;
        }
        return -1;
    }

    private TextSpan Trimmed(TextSpan span)
    {
        int end = span.End;
        while (end > span.Start + 1 && (text.Text[end - 1] == ',' || char.IsWhiteSpace(text.Text[end - 1])))
            end--;
        return new TextSpan(span.Start, end);
    }

    private string Of(TextSpan span) => span.Cut(text.Text);
}
