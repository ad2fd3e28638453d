// What several exports need: sentences, events of accounts, days, zip files, tables.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Dates;
using Crossread.Events;
using Crossread.Language;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Text;

namespace Crossread.Exports;

/// <summary>Pieces that several exports share.</summary>
internal static class ExportParts
{
    private static readonly DateTimeOffset _noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JsonWriterOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event that an account rests on.</summary>
    public static Event EventOf(Story story, HappeningAccount account) => story.Reports[account.Report].Reading.Events[account.Event];

    /// <summary>The sentence in which the words stand.</summary>
    public static TextSpan SentenceOf(StoryReport report, TextSpan words)
    {
        AnnotatedText text = report.Reading.Words;
        return text.Sentences.IsEmpty ? words : text.Sentences[text.SentenceOf(text.TokenAt(words.Start))].Span;
    }

    /// <summary>Number of the sentence in which the words stand, from 1.</summary>
    public static int SentenceNumber(StoryReport report, TextSpan words) =>
        report.Reading.Words.Sentences.IsEmpty ? 1 : report.Reading.Words.SentenceOf(report.Reading.Words.TokenAt(words.Start)) + 1;

    /// <summary>First and last day as in 2026-03-14, or null.</summary>
    public static (string First, string Last)? Days(string? edtf) =>
        EdtfDays.Bounds(edtf) is (int start, int end) ? (EdtfDays.Day(start), EdtfDays.Day(end)) : null;

    /// <summary>Words on one line.</summary>
    public static string Line(string words) => string.Join(' ', words.Split(['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Writes files into a zip; their times are fixed, so that the same files give the same bytes.</summary>
    public static void Zip(Stream stream, IEnumerable<(string Name, string Text)> files)
    {
        using MemoryStream whole = new();
        using (ZipArchive zip = new(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = _noTime;
                using Stream content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        whole.Position = 0;
        whole.CopyTo(stream);
    }

    /// <summary>One table with a heading, as RFC 4180 writes it. A cell that a spreadsheet would run as a formula is preceded by an apostrophe.</summary>
    public static string Csv(string heading, IEnumerable<IEnumerable<object?>> rows)
    {
        StringBuilder made = new();
        made.Append(heading).Append("\r\n");
        foreach (IEnumerable<object?> row in rows)
        {
            made.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }
        return made.ToString();
    }

    private static string Cell(object? value)
    {
        string text = value switch { null => "", bool yes => yes ? "true" : "false", IFormattable number => number.ToString(null, CultureInfo.InvariantCulture), _ => value.ToString() ?? "" };
        if (value is string && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
