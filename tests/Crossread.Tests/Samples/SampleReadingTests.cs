// The sample story, read whole: the tests' real run.
using System.Globalization;
using System.Text;
using System.Text.Json;

using Crossread.Exports;
using Crossread.Stories;

namespace Crossread.Tests.Samples;

public sealed class SampleReadingTests
{
    private static readonly string _folder = Path.Combine(HouseTests.Root(), "samples", "ulmar-flood");
    private static readonly Lazy<Story> _story = new(() => Crossreader.Read(Files()));

    [Fact]
    public void The_sample_is_read_as_a_careful_reader_reads_it()
    {
        IReadOnlyList<(string Section, bool Found, string What)> facts = new GoldReading(Path.Combine(_folder, "reading.json"), _story.Value).Score();
        StringBuilder report = new();
        foreach (var section in facts.GroupBy(f => f.Section))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"{section.Key}: {section.Count(f => f.Found)} of {section.Count()}");
            foreach (var missing in section.Where(f => !f.Found))
                report.AppendLine(CultureInfo.InvariantCulture, $"    missing  {missing.What}");
        }
        double share = facts.Count(f => f.Found) / (double)facts.Count;
        using JsonDocument floors = JsonDocument.Parse(File.ReadAllText(Path.Combine(HouseTests.Root(), "bench", "scores", "floors.json")));
        double floor = floors.RootElement.GetProperty("sample").GetProperty("reading").GetDouble();
        Assert.True(share >= floor, string.Create(CultureInfo.InvariantCulture, $"{share:F4} is under the floor of {floor:F4}\n{report}"));
    }

    [Fact]
    public void The_order_of_the_files_does_not_change_a_byte()
    {
        string[] files = Files();
        Array.Reverse(files);
        Assert.Equal(Bytes(_story.Value), Bytes(Read(files)));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_does_not_change_a_byte(string name)
    {
        byte[] plain = Bytes(_story.Value);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo? threads = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(name);
            Assert.Equal(plain, Bytes(Read(Files())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = threads;
        }
    }

    private static Story Read(string[] files) => Crossreader.Read(files, null, TestContext.Current.CancellationToken);

    private static string[] Files() => [.. Directory.EnumerateFiles(_folder).Where(f => Path.GetFileName(f) is not ("reading.json" or "README.md")).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(Story story)
    {
        using MemoryStream output = new();
        StoryJson.Write(output, story);
        return output.ToArray();
    }
}
