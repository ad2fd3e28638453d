// Reads the words of CoNLL-U files (universaldependencies.org/format.html).
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Documents;

namespace Crossread.Language;

/// <summary>Reads the words and sentences of CoNLL-U; what the file says about them is passed over.</summary>
public static class ConlluReader
{
    private const string SpaceAfterNo = "SpaceAfter=No";
    private const string Remedy = "give ten columns parted by tabs, words numbered from 1, and an empty line after each sentence";

    /// <summary>Reads the documents one by one. A sentence with a fault is left out and becomes a problem.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="problems">Takes what could not be read.</param>
    public static IEnumerable<ConlluDocument> Read(TextReader reader, string file, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(problems);
        return Documents(reader, file, problems);
    }

    private static IEnumerable<ConlluDocument> Documents(TextReader reader, string file, ICollection<Problem> problems)
    {
        string? id = null;
        bool named = false;
        ImmutableArray<ConlluSentence>.Builder sentences = ImmutableArray.CreateBuilder<ConlluSentence>();
        Draft draft = new();
        int number = 0;
        while (true)
        {
            string? line = reader.ReadLine();
            number++;
            if (line is null || string.IsNullOrWhiteSpace(line))
            {
                if (draft.Finish() is { } sentence)
                    sentences.Add(sentence);
                draft = new Draft();
                if (line is null)
                    break;
                continue;
            }
            if (number == 1 && line[0] == '\ufeff')
                line = line[1..];
            if (line.StartsWith('#'))
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                {
                    if (sentences.Count > 0 || named)
                        yield return new ConlluDocument(id, sentences.ToImmutable());
                    sentences.Clear();
                    id = line.IndexOf('=', StringComparison.Ordinal) is > 0 and int at ? line[(at + 1)..].Trim() : null;
                    named = true;
                }
                draft.Comments.Add(line);
            }
            else if (draft.Fault is null && draft.Add(line) is { } fault)
            {
                draft.Fault = fault;
                problems.Add(new Problem(file, string.Create(CultureInfo.InvariantCulture, $"line {number}"), fault, Remedy));
            }
        }
        if (sentences.Count > 0 || named)
            yield return new ConlluDocument(id, sentences.ToImmutable());
    }

    /// <summary>The sentence that is being read.</summary>
    private sealed class Draft
    {
        private readonly ImmutableArray<GivenWord>.Builder _words = ImmutableArray.CreateBuilder<GivenWord>();
        private readonly ImmutableArray<(int, int, string)>.Builder _ranges = ImmutableArray.CreateBuilder<(int, int, string)>();
        private int _rangeEnd;
        private bool _rangeSpace;

        public List<string> Comments { get; } = [];

        public string? Fault { get; set; }

        /// <summary>Takes a line; returns what is wrong with it, or null.</summary>
        public string? Add(string line)
        {
            string[] columns = line.Split('\t');
            if (columns.Length != 10)
                return string.Create(CultureInfo.InvariantCulture, $"the line has {columns.Length} columns, not 10");
            if (columns[1].Length == 0)
                return "the word has no letters (second column)";
            string number = columns[0];
            if (number.Contains('.', StringComparison.Ordinal))
                return null;
            bool space = !columns[9].Contains(SpaceAfterNo, StringComparison.Ordinal);
            int dash = number.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                if (!TryNumber(number.AsSpan(0, dash), out int first) || !TryNumber(number.AsSpan(dash + 1), out int last) || first != _words.Count + 1 || last < first)
                    return $"the range {number} does not fit the words around it (first column)";
                _ranges.Add((first - 1, last - 1, columns[1]));
                (_rangeEnd, _rangeSpace) = (last, space);
                return null;
            }
            if (!TryNumber(number, out int index) || index != _words.Count + 1)
                return string.Create(CultureInfo.InvariantCulture, $"the word's number is {number}, not {_words.Count + 1} (first column)");
            _words.Add(new GivenWord(columns[1], index < _rangeEnd ? false : index == _rangeEnd ? _rangeSpace : space));
            return null;
        }

        public ConlluSentence? Finish() => Fault is null && _words.Count > 0
            ? new ConlluSentence([.. Comments], _words.ToImmutable(), [.. _ranges.Where(r => r.Item2 < _words.Count)])
            : null;

        private static bool TryNumber(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
