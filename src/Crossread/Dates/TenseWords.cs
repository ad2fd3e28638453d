// Words that tell the tense of a clause, from tense-words.tsv.
using System.Collections.Frozen;

using Crossread.Text;

namespace Crossread.Dates;

/// <summary>Auxiliaries, and words that put what follows them into the future.</summary>
internal static class TenseWords
{
    /// <summary>What a word does to the tense.</summary>
    internal enum Kind : byte { None, Future, Modal, Have, Plan, Lead, Ahead, Deadline, Call, Timetable }

    private static readonly FrozenDictionary<string, Kind> Words = Read();

    internal static Kind Auxiliary(string word) => Words.TryGetValue(word, out Kind kind) && kind < Kind.Plan ? kind : Kind.None;

    internal static bool Plans(string lemma) => Words.TryGetValue(lemma, out Kind kind) && kind == Kind.Plan;

    internal static bool IsDeadline(string lemma) => Words.TryGetValue(lemma, out Kind kind) && kind == Kind.Deadline;

    internal static bool Leads(string lemma) => Words.TryGetValue(lemma, out Kind kind) && kind is Kind.Plan or Kind.Lead;

    internal static bool Calls(string lemma) => Words.TryGetValue(lemma, out Kind kind) && kind is Kind.Plan or Kind.Lead or Kind.Call;

    internal static bool Arranges(string lemma) => Words.TryGetValue(lemma, out Kind kind) && kind == Kind.Timetable;

    internal static bool Ahead(ReadOnlySpan<char> word) => word.Length <= 7 && Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out Kind kind) && kind == Kind.Ahead;

    private static FrozenDictionary<string, Kind> Read()
    {
        Dictionary<string, Kind> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in ListFile.Rows("Dates/tense-words.tsv"))
            words[row[0]] = Enum.Parse<Kind>(row[1], ignoreCase: true);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
