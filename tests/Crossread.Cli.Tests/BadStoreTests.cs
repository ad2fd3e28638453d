// A store that another process holds, that may not be written, that has no room, that is damaged.
using System.Diagnostics;

using Crossread.Storage;
using Crossread.Storage.Sqlite;

namespace Crossread.Cli.Tests;

public sealed class BadStoreTests : IDisposable
{
    private static readonly string _sample = Path.Combine(Checkout.Root, "samples", "ulmar-flood");
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Crossread.Cli.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("crossread-bad-store-").FullName;

    private string Store => Path.Combine(_folder, "flood.db");

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
            Shell("chmod", "-R", "u+rwX", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_store_that_another_process_writes_is_read_and_a_second_writer_is_told_to_wait()
    {
        Add();
        using SqliteStore held = SqliteStore.Open(Store, StoreAccess.Write);
        Run? read = null, write = null;
        held.Write(_ =>
        {
            read = Run.Of("stories", "--store", Store);
            write = Run.Of("decide", "note", "Tovi Maresh", "ask again", "--store", Store);
            return 0;
        });
        Assert.Equal(ExitStatus.AllRead, read!.Status);
        Assert.Equal(ExitStatus.SomeUnread, write!.Status);
        Assert.Contains("another process is writing to the store", write.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.AllRead, Run.Of("decide", "note", "Tovi Maresh", "ask again", "--store", Store).Status);
    }

    [Fact]
    public void A_store_on_a_read_only_medium_is_read_and_says_why_it_cannot_be_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights are set in Linux's manner.");
        Assert.SkipUnless(AsNobody($"test -r \"{_program}\" -a -r \"{_sample}\"").Status == 0, "The command lies in a folder that no other user may enter.");
        Add();
        string copy = Path.Combine(_folder, "medium", "flood.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        Assert.Equal(ExitStatus.AllRead, Run.Of("backup", copy, "--store", Store).Status);
        Assert.Equal(0, Shell("chmod", "0444", copy).Status);
        Assert.Equal(0, Shell("chmod", "0555", Path.GetDirectoryName(copy)!, _folder).Status);
        (int status, string output, string error) = AsNobody($"dotnet \"{_program}\" stories --store \"{copy}\"");
        Assert.True(status == ExitStatus.AllRead, error);
        Assert.Contains("10 reports", output, StringComparison.Ordinal);
        (status, output, error) = AsNobody($"dotnet \"{_program}\" search gates --store \"{copy}\"");
        Assert.True(status == ExitStatus.AllRead && output.Length > 0, error);
        (status, _, error) = AsNobody($"dotnet \"{_program}\" add \"{_sample}\" --store \"{copy}\"");
        Assert.Equal(ExitStatus.SomeUnread, status);
        Assert.Contains("may not be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_fills_up_in_the_middle_of_adding_is_told_and_leaves_a_whole_store()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small disk is made in Linux's manner.");
        string disk = Path.Combine(_folder, "disk"), pile = Path.Combine(_folder, "pile");
        Directory.CreateDirectory(disk);
        Directory.CreateDirectory(pile);
        for (int i = 0; i < 400; i++)
            File.WriteAllText(Path.Combine(pile, $"{i:d3}.txt"), $"Harbour report {i}\n\n" + string.Concat(Enumerable.Range(0, 8).Select(k => $"The harbour master Orin Tesk said on Monday that {i * 31 + k} ships wait outside of Velmora at berth {k * i}. The pilot Ansel Korth denied that quay {i % 17 + k} is closed.\n")));
        // The disk is there for the script alone.
        (int status, string output, string error) = Shell("unshare", "-r", "-m", "bash", "-c", $"mount -t tmpfs -o size=3m none \"{disk}\" || exit 90; dotnet \"{_program}\" add \"{pile}\" --store \"{disk}/full.db\"; echo \"added: $?\"; dotnet \"{_program}\" verify --store \"{disk}/full.db\"; echo \"verified: $?\"");
        Assert.SkipWhen(status == 90 || error.Contains("unshare", StringComparison.Ordinal), "No disk of one's own may be made here: " + error);
        Assert.Contains("added: 2", output, StringComparison.Ordinal);
        Assert.Contains("no room left", error, StringComparison.Ordinal);
        Assert.Contains("verified: 0", output, StringComparison.Ordinal);
        Assert.Matches("whole: [1-9][0-9]* reports", output);
    }

    [Fact]
    public void A_file_that_may_not_grow_further_is_told_and_leaves_a_whole_store()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The bound is set in Linux's manner.");
        (int status, string output, string error) = Shell("bash", "-c", $"(trap '' XFSZ; ulimit -f 1000; DOTNET_EnableWriteXorExecute=0 dotnet \"{_program}\" add \"{_sample}\" --store \"{Store}\"); echo \"added: $?\"; dotnet \"{_program}\" verify --store \"{Store}\"; echo \"verified: $?\"");
        Assert.Equal(0, status);
        Assert.Contains("added: 2", output, StringComparison.Ordinal);
        Assert.Contains("disk", error, StringComparison.Ordinal);
        Assert.Contains("verified: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_store_says_so_and_what_is_whole_goes_into_a_new_one()
    {
        Add();
        byte[] bytes = File.ReadAllBytes(Store);
        Random random = new(3);
        for (int page = 0; page < bytes.Length / 16_384 / 8; page++)
            random.NextBytes(bytes.AsSpan(16_384 * random.Next(4, bytes.Length / 16_384), 16_384));
        File.WriteAllBytes(Store, bytes);
        Run verify = Run.Of("verify", "--store", Store);
        Assert.Equal(ExitStatus.SomeUnread, verify.Status);
        Assert.Contains("--rescue", verify.Error, StringComparison.Ordinal);
        string saved = Path.Combine(_folder, "saved.db");
        Run rescue = Run.Of("backup", "--rescue", saved, "--store", Store);
        Assert.Contains("saved", rescue.Output, StringComparison.Ordinal);
        Run whole = Run.Of("verify", "--store", saved);
        Assert.True(whole.Status == ExitStatus.AllRead, whole.Error);
    }

    private void Add()
    {
        Run added = Run.Of("add", _sample, "--store", Store);
        Assert.True(added.Status == ExitStatus.AllRead, added.Error);
    }

    // Rights bind everybody but the administrator, as whom tests may run.
    private static (int Status, string Output, string Error) AsNobody(string command) =>
        Environment.IsPrivilegedProcess ? Shell("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/nonexistent", "bash", "-c", command) : Shell("bash", "-c", command);

    private static (int Status, string Output, string Error) Shell(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
