// The sample stories, read whole: the tests' real run.
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

using Crossread.Exports;
using Crossread.Stories;

namespace Crossread.Tests.Samples;

public sealed class SampleReadingTests
{
    private static readonly ConcurrentDictionary<string, Story> _stories = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("ulmar-flood")]
    [InlineData("tres-cruces-mine")]
    [InlineData("zoragh-airport")]
    public void The_sample_is_read_as_a_careful_reader_reads_it(string sample)
    {
        Hold("samples", sample, new GoldReading(Path.Combine(Folder(sample), "reading.json"), Read(sample)).Score());
    }

    [Theory]
    [InlineData("ulmar-flood")]
    [InlineData("tres-cruces-mine")]
    [InlineData("zoragh-airport")]
    public void The_events_of_the_sample_are_those_that_a_careful_reader_lists(string sample)
    {
        GoldEvents gold = new(Path.Combine(Folder(sample), "reading.json"), Read(sample));
        Hold("sample events", sample, gold.Score());
        Assert.Empty(gold.TakenForDone);
    }

    [Theory]
    [InlineData("ulmar-flood")]
    [InlineData("tres-cruces-mine")]
    [InlineData("zoragh-airport")]
    public void The_order_of_the_files_does_not_change_a_byte(string sample)
    {
        string[] files = Files(sample);
        Array.Reverse(files);
        Assert.Equal(Bytes(Read(sample)), Bytes(Read(files)));
    }

    [Theory]
    [InlineData("ulmar-flood")]
    [InlineData("tres-cruces-mine")]
    [InlineData("zoragh-airport")]
    public async Task The_number_of_threads_does_not_change_a_byte(string sample)
    {
        // One thread at a time, whatever the library would like.
        ConcurrentExclusiveSchedulerPair one = new(TaskScheduler.Default, 1);
        byte[] alone = await Task.Factory.StartNew(() => Bytes(Read(Files(sample))), TestContext.Current.CancellationToken, TaskCreationOptions.None, one.ExclusiveScheduler);
        Assert.Equal(Bytes(Read(sample)), alone);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_does_not_change_a_byte(string name)
    {
        byte[] plain = Bytes(Read("ulmar-flood"));
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo? threads = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(name);
            Assert.Equal(plain, Bytes(Read(Files("ulmar-flood"))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = threads;
        }
    }

    private static void Hold(string floors, string sample, IReadOnlyList<(string Section, bool Found, string What)> facts)
    {
        StringBuilder report = new();
        foreach (var section in facts.GroupBy(f => f.Section))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"{section.Key}: {section.Count(f => f.Found)} of {section.Count()}");
            foreach (var missing in section.Where(f => !f.Found))
                report.AppendLine(CultureInfo.InvariantCulture, $"    missing  {missing.What}");
        }
        double share = facts.Count(f => f.Found) / (double)facts.Count;
        using JsonDocument all = JsonDocument.Parse(File.ReadAllText(Path.Combine(HouseTests.Root(), "bench", "scores", "floors.json")));
        double floor = all.RootElement.GetProperty(floors).GetProperty(sample).GetDouble();
        Assert.True(share >= floor, string.Create(CultureInfo.InvariantCulture, $"{share:F4} is under the floor of {floor:F4}\n{report}"));
    }

    private static Story Read(string sample) => _stories.GetOrAdd(sample, s => Read(Files(s)));

    private static Story Read(string[] files) => Crossreader.Read(files, null, TestContext.Current.CancellationToken);

    private static string Folder(string sample) => Path.Combine(HouseTests.Root(), "samples", sample);

    private static string[] Files(string sample) => [.. Directory.EnumerateFiles(Folder(sample)).Where(f => Path.GetFileName(f) is not ("reading.json" or "README.md")).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(Story story)
    {
        using MemoryStream output = new();
        StoryJson.Write(output, story);
        return output.ToArray();
    }
}
