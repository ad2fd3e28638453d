// Documents into the store: clean, analyse, find the story, keep.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Names;
using Crossread.Storage.Packing;
using Crossread.Stories;

namespace Crossread.Storage.Intake;

/// <summary>
/// Takes documents into a store. They stream: a batch is analysed in parallel while the one before is written, each batch is one write, and memory
/// does not grow with the pile. For one thread; keep it for as long as documents come, since it knows the stories.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">Tells when a report was added.</param>
public sealed class ReportIntake(IStore store, TimeProvider clock)
{
    /// <summary>Documents that are cleaned together, at most: what ends several of them alike is furniture.</summary>
    public const int MostDocuments = 128;

    /// <summary>Length of the sources that are held at one time, in UTF-16 code units, at most; a longer document is alone.</summary>
    public const int MostLetters = 4 << 20;

    private readonly StoryPlacer _placer = new();

    /// <summary>Reports that are analysed at one time, at most; default: as many as there are processors.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>True to put all documents of one <see cref="Add"/> into one story: that of the first of them, whether it is new or held; default false.</summary>
    public bool OneStory { get; init; }

    /// <summary>How documents must be read for an intake: with their bytes.</summary>
    public static ReadingLimits Limits { get; } = ReadingLimits.Default with { KeepBytes = true };

    /// <summary>Takes documents in.</summary>
    /// <param name="documents">The documents, read with <see cref="Limits"/>, or why there are none.</param>
    /// <param name="kept">Told of each report once it is kept and will stay, in order; or null.</param>
    /// <param name="progress">Told how many documents were done, from any thread; or null.</param>
    /// <param name="cancel">Stops the work; what was kept stays.</param>
    /// <exception cref="StoreException">The store failed; what was kept before stays.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IntakeResult Add(IEnumerable<DocumentResult> documents, Action<IntakeReport>? kept = null, Action<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Tally tally = new(kept, progress);
        Task writing = Task.CompletedTask;
        Task warm = Task.Run(() => Prepare(cancel), cancel);
        try
        {
            foreach (Batch batch in Batches(documents))
            {
                Batch ready = Analyse(batch, cancel);
                tally.Problems.AddRange(ready.Problems);
                writing.GetAwaiter().GetResult();
                warm.GetAwaiter().GetResult();
                writing = Task.Run(() => Keep(ready, tally, cancel), CancellationToken.None);
            }
            writing.GetAwaiter().GetResult();
        }
        finally
        {
            // The last batch is either kept or not; nobody may go on while that is open.
            foreach (Task open in new[] { warm, writing })
            {
                if (!open.IsCompleted)
                    ((IAsyncResult)open).AsyncWaitHandle.WaitOne();
            }
        }
        return new IntakeResult(tally.Added, tally.Held, [.. tally.Stories], [.. tally.Problems]);
    }

    // Learns of the stories before the first write, so that no other writer waits for that.
    private void Prepare(CancellationToken cancel)
    {
        NameFinder.Prepare();
        using IStoreReader reader = store.Read();
        _placer.CatchUp(reader, cancel);
    }

    private sealed class Tally(Action<IntakeReport>? kept, Action<int>? progress)
    {
        private int _done;

        public int Added { get; set; }

        public int Held { get; set; }

        public string? Home { get; set; }

        public SortedSet<string> Stories { get; } = new(StringComparer.Ordinal);

        public List<Problem> Problems { get; } = [];

        public void Tell(IntakeReport report) => kept?.Invoke(report);

        public void Progress(int done) => progress?.Invoke(_done += done);
    }

    private sealed record Batch(List<Document> Documents, List<ImmutableArray<Problem>> Told, List<Problem> Problems)
    {
        public NewReport[] Reports { get; init; } = [];
    }

    private static IEnumerable<Batch> Batches(IEnumerable<DocumentResult> documents)
    {
        Batch batch = new([], [], []);
        long letters = 0;
        foreach (DocumentResult result in documents)
        {
            batch.Problems.AddRange(result.Problems);
            if (result.Document is not { } document)
                continue;
            if (batch.Documents.Count == MostDocuments || (batch.Documents.Count > 0 && letters + document.Source.Length > MostLetters))
            {
                yield return batch;
                batch = new([], [], []);
                letters = 0;
            }
            batch.Documents.Add(document);
            batch.Told.Add(result.Problems);
            letters += document.Source.Length;
        }
        yield return batch;
    }

    // What is held already is not analysed again; a second writer may still be first, which the write finds out.
    private Batch Analyse(Batch batch, CancellationToken cancel)
    {
        HashSet<string> held = new(StringComparer.Ordinal);
        using (IStoreReader reader = store.Read())
        {
            foreach (Document document in batch.Documents)
            {
                if (reader.Holds(document.Sha256))
                    held.Add(document.Sha256);
            }
        }
        if (held.Count > 0 && batch.Documents.TrueForAll(d => held.Contains(d.Sha256)))
            return batch;
        ImmutableArray<Report> clean = Cleaner.Clean(batch.Documents);
        Problem?[] checks = new Problem?[clean.Length];
        NewReport?[] reports = new NewReport?[clean.Length];
        ConcurrentDictionary<byte[], Lazy<PackedOriginal>> originals = new(ReferenceEqualityComparer.Instance);
        DateTimeOffset now = clock.GetUtcNow();
        Parallel.For(0, clean.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = AtOnce }, i =>
        {
            if (held.Contains(clean[i].Sha256))
                return;
            Reading reading = Crossreader.Analyse(clean[i]);
            checks[i] = ReportCheck.Of(clean[i]);
            ImmutableArray<Problem> problems = checks[i] is { } unread ? batch.Told[i].Add(unread) : batch.Told[i];
            ImmutableArray<byte> bytes = batch.Documents[i].Bytes;
            if (bytes.IsEmpty)
                throw new ArgumentException($"The document {clean[i].File} comes without its bytes; read it with ReportIntake.Limits.", nameof(batch));
            // The items of one feed share its bytes.
            PackedOriginal original = originals.GetOrAdd(ImmutableCollectionsMarshal.AsArray(bytes)!, b => new Lazy<PackedOriginal>(() => PackedOriginal.Of(b))).Value;
            reports[i] = new NewReport(reading, problems, bytes, now) { Packed = PackedReading.Of(reading, problems, bytes.AsSpan()), PackedOriginal = original };
        });
        batch.Problems.AddRange(checks.OfType<Problem>());
        return batch with { Reports = [.. reports.OfType<NewReport>()] };
    }

    private void Keep(Batch batch, Tally tally, CancellationToken cancel)
    {
        List<IntakeReport> added = [];
        string? home = tally.Home;
        try
        {
            store.Write(writer =>
            {
                _placer.CatchUp(writer, cancel);
                if (batch.Documents is [Document first, ..])
                    home ??= writer.ReportOf(first.Sha256)?.Story;
                foreach (NewReport report in batch.Reports)
                {
                    Report held = report.Reading.Report;
                    if (writer.Holds(held.Sha256))
                        continue;
                    Placement placement = _placer.Place(held, OneStory ? home : null);
                    home ??= placement.Story;
                    HeldReport kept = writer.Keep(report, placement);
                    _placer.Kept(kept.Arrival);
                    added.Add(new IntakeReport(kept, placement));
                }
                return added.Count;
            });
            tally.Home = home;
        }
        catch
        {
            _placer.Forget();
            throw;
        }
        foreach (IntakeReport report in added)
        {
            tally.Stories.Add(report.Placement.Story);
            tally.Stories.ExceptWith(report.Placement.Merged ?? []);
            tally.Tell(report);
        }
        tally.Added += added.Count;
        tally.Held += batch.Documents.Count - added.Count;
        tally.Progress(batch.Documents.Count);
    }
}
