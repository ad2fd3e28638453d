// crossread doctor: is everything in order, and what to do if not?
using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Sqlite;

namespace Crossread.Cli.Commands;

/// <summary>Tells versions, engine, models, store and free space, and what to do where something is wrong.</summary>
internal static class DoctorCommand
{
    private const long _little = 1L << 30;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> store = StoreOptions.Store();
        Command command = new("doctor", "Tell versions, engine, models, store and free space, with remedies.") { store };
        command.SetAction(parsed =>
        {
            string file = StoreOptions.File(parsed.GetValue(store));
            List<Problem> problems = [];
            Row("program", $"Crossread {Maker.Current.Library}, build {Maker.Current.Build}");
            Row("runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Counted.Of(Environment.ProcessorCount, "processor")}");
            Row("models", Maker.Current.Models);
            try
            {
                using SqliteStore held = SqliteStore.Open(file, StoreAccess.Read);
                Store(held, file, problems);
            }
            catch (StoreException failure)
            {
                Row("store", $"{file}: {(failure.Failure == StoreFailure.Missing ? "none yet" : "cannot be opened")}");
                if (failure.Failure != StoreFailure.Missing || File.Exists(file))
                    problems.Add(failure.Problem);
            }
            Space(file, problems);
            return Problems.Report(problems, 1);
        });
        return command;
    }

    private static void Store(SqliteStore held, string file, List<Problem> problems)
    {
        Row("engine", $"{held.About.Engine}, {held.About.EngineSource}");
        using IStoreReader reader = held.Read();
        StoreCounts counts = reader.Count();
        Row("store", string.Create(CultureInfo.InvariantCulture, $"{file}, form {held.About.Format}, {new FileInfo(file).Length / 1048576.0:f1} MiB"));
        Row("holds", $"{Counted.Of(counts.Reports, "report")}, {Counted.Of(counts.Stories, "story", "stories")}, {Counted.Of(reader.Decisions().Count, "decision")}");
        long older = reader.Makers().Where(m => m.Maker != Maker.Current).Sum(m => m.Reports);
        if (older > 0)
            problems.Add(new Problem(file, null, $"{Counted.Of(older, "report was", "reports were")} analysed by another build of Crossread", "they are shown as that build read them; crossread renew reads them anew"));
        foreach (Problem problem in reader.CheckEngine())
            problems.Add(problem);
        string log = file + "-wal";
        if (File.Exists(log) && new FileInfo(log).Length > 256L << 20)
            problems.Add(new Problem(log, null, "the log of writes has grown large: some process has held a view of the store for long", "end the processes that use the store"));
    }

    private static void Space(string file, List<Problem> problems)
    {
        try
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";
            while (!Directory.Exists(folder))
                folder = Path.GetDirectoryName(folder) ?? "/";
            long free = new DriveInfo(folder).AvailableFreeSpace;
            Row("free space", string.Create(CultureInfo.InvariantCulture, $"{free / 1073741824.0:f1} GiB"));
            if (free < _little)
                problems.Add(new Problem(folder, null, "there is little room left", "free some space; a store takes up to three times the length of its texts"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(new Problem(file, null, "its free space cannot be told (" + failure.Message + ")", "check its disk"));
        }
    }

    private static void Row(string what, string value) => Console.Out.WriteLine($"{what,-12}{value}");
}
