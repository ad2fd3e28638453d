// Makes many reports of one story out of a few: sentences left out and moved, figures changed, other outlets, later days.
using System.Globalization;
using System.Text.RegularExpressions;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Benchmarks.Piles;

/// <summary>Makes piles to measure <c>read</c> with: as many reports of one story as wanted, some of them edited copies, most of them mixtures of what several reports tell.</summary>
internal static partial class VariedReports
{
    /// <summary>Writes the reports into a folder as plain text with outlet and date.</summary>
    /// <param name="sample">A folder with reports of one story.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="reports">How many.</param>
    /// <param name="days">Over how many days.</param>
    public static void Write(string sample, string folder, int reports, int days)
    {
        Random random = new(11);
        string[][] texts = [.. Cleaner.Clean([.. DocumentReader.Read(sample).Select(r => r.Document).OfType<Document>()]).Where(r => r.Language == "en" && r.Text.Length > 300)
            .Select(r => r.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 20).ToArray())];
        Directory.CreateDirectory(folder);
        for (int i = 0; i < reports; i++)
        {
            string[] main = texts[random.Next(texts.Length)];
            List<string> paragraphs = [.. main.Skip(1).Where(_ => random.NextDouble() < 0.75)];
            // Two reports of three also tell what another report has.
            for (int more = random.Next(3) * 2; more > 0; more--)
            {
                string[] other = texts[random.Next(texts.Length)];
                paragraphs.Insert(random.Next(paragraphs.Count + 1), other[random.Next(1, other.Length)]);
            }
            string day = new DateOnly(2024, 3, 11).AddDays(i * days / reports).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string body = string.Join("\n\n", paragraphs.Select(p => Figures().Replace(p, f => Figure(f.Value, random))));
            string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:d4}.md"));
            File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"---\ntitle: \"{main[0].Replace('"', '\'')}\"\nsource: \"Paper {random.Next(60)}\"\ndate: {day}\n---\n\n{body}\n"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports} reports in {folder}"));
    }

    private static string Figure(string digits, Random random) =>
        random.Next(4) > 0 ? digits : (int.Parse(digits, CultureInfo.InvariantCulture) + random.Next(1, 4)).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[1-9][0-9]?\b")]
    private static partial Regex Figures();
}
