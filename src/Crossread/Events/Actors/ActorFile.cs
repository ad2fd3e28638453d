// Reads a user's actor file.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Crossread.Documents;

namespace Crossread.Events.Actors;

/// <summary>
/// Reads tables of actors: UTF-8, a line an actor, columns name, code, from, to, parted by tabs, or by commas with double quotes as in RFC 4180.
/// Lines that are empty or begin with # are passed over, as is a first line whose first column is <c>name</c>.
/// </summary>
public static class ActorFile
{
    /// <summary>The most lines that are read.</summary>
    public const int MostLines = 200_000;

    private const int LongestLine = 4_000;

    /// <summary>Reads the file; lines that are wrong become problems, and the rest is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Takes what is wrong: file, line, what, remedy.</param>
    public static ImmutableArray<ActorEntry> Read(string path, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using StreamReader reader = new(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(reader, path, problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(new Problem(path, null, "the actor file cannot be read: " + error.Message, "give a UTF-8 text file with the columns name, code, from, to"));
            return [];
        }
    }

    /// <summary>Reads an open file; <paramref name="file"/> names it in problems.</summary>
    public static ImmutableArray<ActorEntry> Read(TextReader reader, string file, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(problems);
        ImmutableArray<ActorEntry>.Builder read = ImmutableArray.CreateBuilder<ActorEntry>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number > MostLines)
            {
                problems.Add(new Problem(file, FormattableString.Invariant($"line {number}"), FormattableString.Invariant($"the file has more than {MostLines} lines"), "split it; the lines before are used"));
                break;
            }
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
                continue;
            if (Entry(line, number == 1, out string what, out string remedy) is { } entry)
                read.Add(entry);
            else if (what.Length > 0)
                problems.Add(new Problem(file, FormattableString.Invariant($"line {number}"), what, remedy));
        }
        return read.ToImmutable();
    }

    private static ActorEntry? Entry(string line, bool first, out string what, out string remedy)
    {
        (what, remedy) = ("", "");
        if (line.Length > LongestLine)
        {
            (what, remedy) = ("the line is too long to be an actor", "write one actor a line: name, code, from, to");
            return null;
        }
        string[] columns = [.. (line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t') : Commas(line)).Select(c => c.Trim())];
        if (first && columns[0].TrimStart('\ufeff').Equals("name", StringComparison.OrdinalIgnoreCase))
            return null;
        if (columns.Length is < 2 or > 4)
        {
            (what, remedy) = (FormattableString.Invariant($"the line has {columns.Length} columns"), "write two to four, parted by tabs or commas: name, code, from, to");
            return null;
        }
        string code = columns[1];
        if (columns[0].Length == 0)
        {
            (what, remedy) = ("the name is empty", "write the actor's name in the first column");
            return null;
        }
        if (ActorCodes.Wrong(code) is { } wrong)
        {
            (what, remedy) = ($"'{code}' is no actor code: {wrong}", "write an ISO 3166-1 alpha-3 country, a sector, or both, as in LBY, MIL, LBYMIL; sectors are " + string.Join(", ", ActorCodes.Sectors));
            return null;
        }
        string? from = Day(columns, 2, ref what), to = Day(columns, 3, ref what);
        if (what.Length == 0 && from is not null && to is not null && string.CompareOrdinal(to, from) < 0)
            what = $"the line ends on {to}, before it begins on {from}";
        if (what.Length > 0)
        {
            remedy = "write days as in 2026-03-14, the first in the third column and the last in the fourth, or leave them empty";
            return null;
        }
        return new ActorEntry(columns[0], code, from, to);
    }

    private static string? Day(string[] columns, int column, ref string what)
    {
        if (columns.Length <= column || columns[column].Length == 0)
            return null;
        if (DateOnly.TryParseExact(columns[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return columns[column];
        what = $"'{columns[column]}' is no day";
        return null;
    }

    private static string[] Commas(string line)
    {
        List<string> columns = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                columns.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
        columns.Add(cell.ToString());
        return [.. columns];
    }
}
