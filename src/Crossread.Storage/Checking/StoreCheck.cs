// Is everything that the store holds whole?
using System.Collections.Immutable;
using System.Security.Cryptography;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Statements;
using Crossread.Storage.Decisions;
using Crossread.Storage.Searching;
using Crossread.Stories;
using Crossread.Text;

namespace Crossread.Storage.Checking;

/// <summary>Checks a store: every original against its hash, every span against its text, every reference against what it leads to.</summary>
public static class StoreCheck
{
    private const int _atOnce = 256;
    private const string _remedy = "crossread backup --rescue NEWFILE saves what is whole into a new store";

    /// <summary>All that is wrong, in the order in which it is found; nothing if the store is whole.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progress">Told how many reports of how many are checked; or null.</param>
    /// <param name="cancel">Stops the check.</param>
    public static IEnumerable<Problem> Run(IStore store, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Problems(store, progress, cancel);
    }

    private static IEnumerable<Problem> Problems(IStore store, Action<long, long>? progress, CancellationToken cancel)
    {
        using IStoreReader reader = store.Read();
        foreach (Problem problem in reader.CheckEngine())
            yield return problem;
        long done = 0, all = Try(() => reader.Count().Reports, out Problem? broken);
        if (broken is not null)
            yield return broken;
        foreach (HeldReport[] reports in Pages(reader, cancel))
        {
            // The items of a feed stand together, so its bytes are unpacked and read once.
            (string Sha256, HashSet<string> Items)? last = null;
            foreach (HeldReport report in reports)
            {
                foreach (string wrong in Wrong(reader, report, ref last))
                    yield return new Problem(store.About.Location, "report " + report.Id, wrong, _remedy);
                progress?.Invoke(++done, all);
            }
        }
        IReadOnlyList<Decision> decisions = Try(reader.Decisions, out broken) ?? [];
        if (broken is not null)
            yield return broken;
        foreach (Decision decision in decisions.Where(d => d.Matter is UndoDecision undo && !decisions.Any(o => o.Number == undo.Undone)))
            yield return new Problem(store.About.Location, FormattableString.Invariant($"decision {decision.Number}"), "undoes a decision that is not there", _remedy);
    }

    private static IEnumerable<HeldReport[]> Pages(IStoreReader reader, CancellationToken cancel)
    {
        for (int at = 0; ; at += _atOnce)
        {
            cancel.ThrowIfCancellationRequested();
            HeldReport[] page = [.. Try(() => reader.Reports(null, new Page(at, _atOnce)), out _) ?? []];
            if (page.Length == 0)
                yield break;
            yield return page;
        }
    }

    private static T? Try<T>(Func<T> ask, out Problem? problem)
    {
        try
        {
            problem = null;
            return ask();
        }
        catch (StoreException failure)
        {
            problem = failure.Problem;
            return default;
        }
    }

    private static List<string> Wrong(IStoreReader reader, HeldReport report, ref (string Sha256, HashSet<string> Items)? last)
    {
        List<string> wrong = [];
        try
        {
            if (last?.Sha256 != report.Original)
                last = (report.Original, Items(reader.Original(report.Original), report, wrong));
            if (!last.Value.Items.Contains(report.Sha256))
                wrong.Add("its original holds no report with its hash");
            if (reader.Reading(report.Id) is not { } held)
                wrong.Add("what was found in it is missing");
            else
                wrong.AddRange(Spans(report, held.Reading, reader.StatementsOf(report.Id)));
        }
        catch (StoreException failure)
        {
            wrong.Add(failure.Problem.What);
        }
        return wrong;
    }

    // The hashes of what the original holds: its own, and those of its items.
    private static HashSet<string> Items(byte[]? original, HeldReport report, List<string> wrong)
    {
        if (original is null)
        {
            wrong.Add("its original is missing");
            return [];
        }
        string hash = Convert.ToHexStringLower(SHA256.HashData(original));
        if (hash != report.Original)
            wrong.Add("its original is not what its hash says");
        return hash == report.Sha256 ? [hash] : [hash, .. DocumentReader.Read(original, report.File).Select(r => r.Document?.Sha256).OfType<string>()];
    }

    private static IEnumerable<string> Spans(HeldReport held, Reading reading, IReadOnlyList<SearchedStatement> statements)
    {
        Report report = reading.Report;
        int length = report.Text.Length;
        bool Out(TextSpan? span) => span is { } s && s.End > length;
        if (report.Id != held.Id || report.Sha256 != held.Sha256 || length != held.Letters)
            yield return "its analysis is of another report";
        if (report.Map.Length != length)
            yield return "the map to its original is not as long as its text";
        if (reading.Report.Passages.Any(p => Out(p.Span)))
            yield return "a passage lies outside of its text";
        if (reading.Words.Tokens.Any(t => Out(t.Span)) || reading.Words.Sentences.Any(s => Out(s.Span)))
            yield return "a word or sentence lies outside of its text";
        if (reading.Names.Mentions.Any(m => Out(m.Span) || Out(m.Role)) || reading.Names.References.Any(r => Out(r.Span)))
            yield return "a name lies outside of its text";
        if (reading.Names.EntityOf.Length != reading.Names.Mentions.Length || reading.Names.EntityOf.Any(e => e < 0 || e >= reading.Names.Entities.Length))
            yield return "a name leads to no entity";
        if (reading.Times.Any(t => Out(t.Span)))
            yield return "a time lies outside of its text";
        if (reading.Statements.Any(s => Out(s.Speaker) || Out(s.Cue) || Out(s.Occasion) || s.Content.Any(c => Out(c))))
            yield return "a statement lies outside of its text";
        if (reading.Events.Any(e => Out(e.Trigger) || Out(e.Actor) || Out(e.Recipient) || Out(e.Place)))
            yield return "an event lies outside of its text";
        ImmutableArray<Statement> said = [.. reading.Statements.Where(s => !s.Content.IsEmpty)];
        if (said.Length != statements.Count || said.Zip(statements).Any(p => p.First.Stance != p.Second.Stance || p.First.Content.Min(c => c.Start) != p.Second.Span.Start || p.First.Content.Max(c => c.End) != p.Second.Span.End))
            yield return "the statements that search knows are not those of its analysis";
    }
}
