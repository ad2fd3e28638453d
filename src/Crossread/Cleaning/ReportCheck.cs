// Says of a report that was read why little or nothing will be found in it.
using System.Globalization;

using Crossread.Documents;

namespace Crossread.Cleaning;

/// <summary>Tells reports that cannot be analysed: no words, one word, another language than English.</summary>
public static class ReportCheck
{
    /// <summary>Longer texts, in UTF-16 code units, are no single report and are not analysed: about 80,000 words.</summary>
    public const int LongestAnalysed = 500_000;

    /// <summary>What stands in the way of an analysis, or null.</summary>
    public static Problem? Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        int words = Words(report.Text, 2);
        if (words == 0)
            return new Problem(report.File, null, "holds no words", "check that the right file was saved");
        if (words == 1)
            return new Problem(report.File, null, "holds one word and no sentence", "check that the report was saved whole");
        if (report.Text.Length > LongestAnalysed)
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"is {report.Text.Length} characters long; a report of more than {LongestAnalysed} is cleaned and grouped, not analysed");
            return new Problem(report.File, null, what, "cut it into the reports that it holds");
        }
        if (report.Language is "en" or "und")
            return null;
        string language = CultureInfo.GetCultureInfo(report.Language).EnglishName;
        return new Problem(report.File, null, $"is in {language}, which is not analysed; it was cleaned, dated and grouped", "give an English report of the same if there is one");
    }

    private static int Words(string text, int enough)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool letter = char.IsLetterOrDigit(c);
            if (letter && !inside && ++words == enough)
                break;
            inside = letter;
        }
        return words;
    }
}
