// Analyses that another version made are made anew, out of the originals.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Storage.Packing;
using Crossread.Stories;

namespace Crossread.Storage.Intake;

/// <summary>
/// Brings the analyses of a store up to this program: a report that another build read is read again from its original. Stories and decisions stay as
/// they are. Each batch is one write, so a stop in the middle leaves a whole store, and the next run goes on.
/// </summary>
public static class ReportRenewal
{
    /// <summary>Renews every analysis that another build made.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progress">Told how many reports of how many were looked at, from any thread; or null.</param>
    /// <param name="cancel">Stops the work; what was renewed stays.</param>
    /// <returns>How many were renewed, and for each that could not be, why.</returns>
    /// <exception cref="StoreException">The store failed; what was renewed before stays.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static (int Renewed, IReadOnlyList<Problem> Problems) Run(IStore store, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        List<Problem> problems = [];
        int renewed = 0;
        for (int at = 0; ; at += ReportIntake.MostDocuments)
        {
            cancel.ThrowIfCancellationRequested();
            NewReport[] reports;
            using (IStoreReader reader = store.Read())
            {
                if (reader.Makers().All(m => m.Maker == Maker.Current))
                    return (renewed, problems);
                IReadOnlyList<HeldReport> page = reader.Reports(null, new Page(at, ReportIntake.MostDocuments));
                if (page.Count == 0)
                    return (renewed, problems);
                reports = Anew(reader, page, problems, store.About.Location, cancel);
                progress?.Invoke(at + page.Count, reader.Count().Reports);
            }
            store.Write(writer =>
            {
                foreach (NewReport report in reports)
                    writer.Renew(report);
                return 0;
            });
            renewed += reports.Length;
        }
    }

    // Reports that came together are cleaned together, as when they were added.
    private static NewReport[] Anew(IStoreReader reader, IReadOnlyList<HeldReport> page, List<Problem> problems, string location, CancellationToken cancel)
    {
        List<(HeldReport Held, HeldReading Was, DocumentResult Result)> old = [];
        foreach (HeldReport held in page)
        {
            HeldReading was = reader.Reading(held.Id)!;
            if (Document(reader, held, was) is { } result)
                old.Add((held, was, result));
            else
                problems.Add(new Problem(location, "report " + held.Id, "cannot be read from its original any more", "what was found in it before stays; crossread verify tells whether the store is whole"));
        }
        ImmutableArray<Report> clean = Cleaner.Clean([.. old.Select(o => o.Result.Document!)]);
        NewReport?[] renewed = new NewReport?[clean.Length];
        Parallel.For(0, clean.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            (HeldReport held, HeldReading was, DocumentResult result) = old[i];
            if (was.Maker == Maker.Current)
                return;
            Reading reading = Crossreader.Analyse(clean[i] with { Id = held.Id, File = held.File });
            ImmutableArray<Problem> told = ReportCheck.Of(reading.Report) is { } unread ? result.Problems.Add(unread) : result.Problems;
            ImmutableArray<byte> bytes = result.Document!.Bytes;
            renewed[i] = new NewReport(reading, told, bytes, held.Added) { Packed = PackedReading.Of(reading, told, bytes.AsSpan()) };
        });
        return [.. renewed.OfType<NewReport>()];
    }

    private static DocumentResult? Document(IStoreReader reader, HeldReport held, HeldReading was)
    {
        if (reader.Original(held.Original) is not { } bytes)
            return null;
        return DocumentReader.Read(bytes, held.File, ReportIntake.Limits, was.Reading.Report.Encoding).FirstOrDefault(r => r.Document?.Sha256 == held.Sha256);
    }
}
