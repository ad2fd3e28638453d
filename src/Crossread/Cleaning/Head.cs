// What stands between headline and story: authors, dates, agencies, captions, the lines that sum up.
using System.Buffers;
using System.Collections.Frozen;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Reads the lines about the headline: who wrote it, when, after whom, what is under the picture.</summary>
internal static class Head
{
    private static readonly Lazy<FrozenDictionary<string, string>> _agencies = new(() =>
        ListFile.Rows("Cleaning/agencies.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, string>> _words = new(() =>
        ListFile.Rows("Cleaning/bylines.tsv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> _libraries = new(() => _words.Value["library"].ToFrozenSet(StringComparer.Ordinal));

    private static readonly SearchValues<char> _parts = SearchValues.Create("|•·");

    private static readonly SearchValues<char> _ownerEnds = SearchValues.Create(".|,;·(");

    /// <summary>The agency of this name, or null.</summary>
    public static string? Agency(string name) => _agencies.Value.GetValueOrDefault(name.Trim());

    /// <summary>True if the line is little more than a date.</summary>
    public static bool IsDateLine(StoryLine line) => line.Words is >= 1 and <= 12 && line.Text.Length <= 100 && DateNumbers.AnyIn(line.Text) && WrittenDate.Read(line.Text) is not null && !(line.Words > 7 && line.EndsSentence);

    /// <summary>True if the line names the author.</summary>
    public static bool IsByline(StoryLine line) => Author(line) is not null;

    /// <summary>The author named in a line such as "By Ana Ruiz" or "Ana Ruiz | 4 May 2031", or null.</summary>
    public static string? Author(StoryLine line)
    {
        if (line.Words is < 2 or > 30 || line.Text.Length > 160)
            return null;
        int border = line.Text.AsSpan().IndexOfAny(_parts);
        string text = border > 0 ? line.Text[..border].Trim() : line.Text;
        if (StoryLine.CountWords(text) is < 2 or > 12 || StoryLine.EndsLikeSentence(text))
            return null;
        foreach (string by in _words.Value["by"])
        {
            if (text.Length > by.Length + 1 && text.StartsWith(by, StringComparison.OrdinalIgnoreCase) && BlockBuilder.IsSpace(text[by.Length]))
            {
                string name = text[(by.Length + 1)..].Trim();
                int end = name.IndexOf('(', StringComparison.Ordinal);
                name = end > 0 ? name[..end] : name;
                int place = name.IndexOf(" in ", StringComparison.Ordinal);
                name = place > 2 ? name[..place] : name;
                if (WrittenDate.ReadAll(name, NumberOrder.Unknown) is [{ Start: > 3 } date, ..])
                    name = name[..date.Start]; // "By Ana Ruiz May 4, 2031"
                foreach (string when in (ReadOnlySpan<string>)[" at ", " on "])
                    name = name.IndexOf(when, StringComparison.Ordinal) is var at and > 2 ? name[..at] : name;
                name = WithoutRole(name).Trim().TrimEnd(',', '-', '–', '—').Trim();
                // Each word of a name but the particles begins with a capital.
                int small = name.Split(' ').Count(w => w.Length > 3 && char.IsLower(w[0]));
                return name.Length > 1 && char.IsUpper(name[0]) && small == 0 ? name : null;
            }
        }
        return border > 0 && IsFullName(text) && IsBesideDate(line.Text[(border + 1)..]) ? text : null;
    }

    // "Ana Ruiz, staff reporter", "Ana Ruiz, 6 May 2031": what stands behind the comma is no further name.
    private static string WithoutRole(string names)
    {
        for (int comma = names.IndexOf(", ", StringComparison.Ordinal); comma > 0; comma = names.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            string rest = names[(comma + 2)..];
            if (rest.Length == 0 || (char.IsLower(rest[0]) && !_words.Value["and"].Contains(rest.Split(' ')[0])) || WrittenDate.Read(rest) is not null)
                return names[..comma];
        }
        return names;
    }

    // Short parts, a date among them: "4 May 2031 | 5 min read".
    private static bool IsBesideDate(string text)
    {
        string[] parts = text.Split(['|', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.All(p => StoryLine.CountWords(p) <= 6) && parts.Any(p => WrittenDate.Read(p) is not null);
    }

    /// <summary>The author named behind the date in a line such as "Posted on 4 May 2031 by Ana Ruiz", or null.</summary>
    public static string? AuthorBehindDate(string text)
    {
        foreach (string by in _words.Value["by"])
        {
            int at = text.Length > 160 || by.Contains(' ', StringComparison.Ordinal) ? -1 : text.LastIndexOf(" " + by + " ", StringComparison.OrdinalIgnoreCase);
            if (at > 0 && text.AsSpan(0, at).ContainsAnyInRange('0', '9') && text[(at + by.Length + 2)..].Trim() is var name && IsFullName(name))
                return name;
        }
        return null;
    }

    /// <summary>A stated author's name without the word that begins a byline.</summary>
    public static string WithoutBy(string name)
    {
        foreach (string by in _words.Value["by"])
        {
            bool begins = name.Length > by.Length + 2 && name.StartsWith(by, StringComparison.OrdinalIgnoreCase) && BlockBuilder.IsSpace(name[by.Length]) && char.IsUpper(name[by.Length + 1]);
            if (begins && (by == "by" || name.AsSpan(by.Length + 1).Contains(' '))) // "Von Trapp" is a name
                return name[(by.Length + 1)..].Trim();
        }
        return name;
    }

    /// <summary>
    /// The people that an author's line names: "Ana Ruiz, Lio Brask and Oren Vasht" are three. Words joined so are people only if each part is
    /// several words that begin with a capital; "Ministry of Trade and Industry" stays one.
    /// </summary>
    public static IEnumerable<string> People(string names)
    {
        foreach (string and in _words.Value["and"])
        {
            int at = names.LastIndexOf(" " + and + " ", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            string[] people = [.. names[..at].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), names[(at + and.Length + 2)..].Trim()];
            if (people.Length > 1 && people.All(IsFullName))
                return people;
        }
        return [names];
    }

    private static bool IsFullName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) && words.All(w => char.IsUpper(w[0]) || w.Length <= 3);
    }

    /// <summary>The agency in a dateline such as "LIMA (Reuters) - " or "LIMA, March 3 /Reuters/.", or null.</summary>
    public static string? DatelineAgency(string text) => BracketedAgency(text) ?? SlashedAgency(text);

    private static string? SlashedAgency(string text)
    {
        int open = text.IndexOf('/', StringComparison.Ordinal);
        if (open is < 2 or > 60 || !char.IsUpper(text[0]) || text[open - 1] != ' ')
            return null;
        int close = text.IndexOf('/', open + 1);
        if (close < 0 || close - open is < 3 or > 50 || close + 1 >= text.Length || text[close + 1] is not ('.' or ' ' or ':'))
            return null;
        string name = text[(open + 1)..close];
        // Only the name of an agency, or a name that ends the dateline with the stop behind it.
        return Agency(name) ?? (text[close + 1] == '.' && char.IsUpper(name[0]) && !name.Any(char.IsDigit) && StoryLine.CountWords(name) <= 4 ? name.Trim() : null);
    }

    private static string? BracketedAgency(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open is < 2 or > 60 || !char.IsUpper(text[0]))
            return null;
        int close = text.IndexOf(')', open);
        if (close < 0 || close - open is < 3 or > 50)
            return null;
        ReadOnlySpan<char> after = text.AsSpan(close + 1).TrimStart();
        if (after.IsEmpty || after[0] is not ('-' or '–' or '—' or ':'))
            return null;
        string name = text[(open + 1)..close].Trim();
        return name.Any(char.IsDigit) ? null : Agency(name) ?? name;
    }

    /// <summary>The agency in a credit at a text's end such as "(AP)" or "(Reuters, AFP)", or null.</summary>
    public static string? ClosingAgency(string text)
    {
        string end = text.TrimEnd().TrimEnd('.').TrimEnd();
        int open = end.EndsWith(')') ? end.LastIndexOf('(') : -1;
        if (open < 0 || end.Length - open > 60)
            return null;
        string[] names = end[(open + 1)..^1].Split([",", "/", ";", " and ", " with "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && names.All(n => Agency(n) is not null) ? string.Join(", ", names.Select(Agency)) : null;
    }

    /// <summary>True if the line begins as a correction or an editor's note does.</summary>
    public static bool IsNote(string text) => Begins(text, "note");

    /// <summary>True if the line names those who reported and edited.</summary>
    public static bool IsStaff(string text) => text.Length < 200 && Begins(text, "staff");

    /// <summary>True if a line tells who a person is: it begins with the full name and goes on with a verb of being or working.</summary>
    public static bool IsAbout(string text, string name)
    {
        text = text.TrimStart('•', '*', '–', '—', '-', ' ');
        if (!name.Contains(' ', StringComparison.Ordinal) || !text.StartsWith(name, StringComparison.OrdinalIgnoreCase) || text.Length < name.Length + 4 || text[name.Length] is not (' ' or ','))
            return false;
        ReadOnlySpan<char> rest = text.AsSpan(name.Length).TrimStart(", ");
        foreach (string verb in _words.Value["about"])
        {
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && rest.Length > verb.Length && rest[verb.Length] == ' ')
                return true;
        }
        return false;
    }

    /// <summary>The owner named in a line such as "© 2031 The Valley Times. All rights reserved.", or null.</summary>
    public static string? Owner(string line)
    {
        int at = line.IndexOf('©', StringComparison.Ordinal);
        if (at < 0)
            return null;
        string rest = line[(at + 1)..].TrimStart(' ', ',', ':');
        int year = 0;
        while (year < rest.Length && (char.IsAsciiDigit(rest[year]) || rest[year] is '-' or '–' or ' ' or ',' or ':'))
            year++;
        if (year < 4)
            return null;
        string name = rest[year..];
        int end = name.AsSpan().IndexOfAny(_ownerEnds);
        name = (end >= 0 ? name[..end] : name).Trim();
        foreach (string tail in (ReadOnlySpan<string>)[" All rights reserved", " Alle Rechte vorbehalten"])
            name = name.EndsWith(tail, StringComparison.OrdinalIgnoreCase) ? name[..^tail.Length] : name;
        return name.Length is >= 3 and <= 40 && char.IsUpper(name[0]) && StoryLine.CountWords(name) <= 5 ? name : null;
    }

    private static bool Begins(string text, string kind)
    {
        foreach (string mark in _words.Value[kind])
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>True if the line begins as a picture's credit does.</summary>
    public static bool IsCredit(string text)
    {
        ReadOnlySpan<char> line = text.AsSpan().TrimStart("([ ©");
        foreach (string mark in _words.Value["credit"])
        {
            if (line.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return text[0] == '©';
    }

    /// <summary>True if a caption is nothing but its source: "A. Tell / Reuters", "iStock.com", "(Photo: private)".</summary>
    public static bool IsOnlyCredit(StoryLine line)
    {
        if (line.Words is 0 or > 7 || line.EndsSentence)
            return false;
        string text = line.Text;
        bool source = IsCredit(text);
        foreach (string part in text.Split(['/', '|', ',', '©', '(', ')', ':', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            source |= Agency(part) is not null || _libraries.Value.Contains(part.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
        // Only names beside it: a word in lower case would be about the picture.
        return source && (IsCredit(text) || !text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w.Length > 3 && char.IsLower(w[0]) && !w.Contains('.', StringComparison.Ordinal)));
    }

    /// <summary>True if a line with no sentence in it reads like the words under a picture.</summary>
    public static bool IsCaption(StoryLine line)
    {
        string text = line.Text;
        if (line.Words > 60)
            return false;
        foreach (string mark in _words.Value["credit"])
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        int slash = text.LastIndexOf('/');
        if (slash > 0 && Agency(text[(slash + 1)..]) is not null)
            return true;
        if (line.EndsSentence || line.Words < 5)
            return false;
        // Mostly names: a picture's people and its source.
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(w => char.IsUpper(w[0])) * 10 >= words.Length * 6;
    }
}
