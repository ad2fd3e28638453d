// Benchmarks of the library's stages.
using Crossread.Benchmarks;
using Crossread.Benchmarks.Grouping;
using Crossread.Benchmarks.Pages;
using Crossread.Benchmarks.Piles;

switch (args)
{
    case ["group", string reports]:
        GroupingRun.Batch(int.Parse(reports, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["stream", string reports]:
        GroupingRun.Stream(int.Parse(reports, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["copies", string texts]:
        GroupingRun.Copies(int.Parse(texts, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["pile", string sample, string folder, string reports]:
        VariedReports.Write(sample, folder, int.Parse(reports, System.Globalization.CultureInfo.InvariantCulture), 30);
        return 0;
    case ["story", string folder]:
        StorySpeed.Print(folder);
        return 0;
    case ["pages", string pages]:
        PagesRun.Print(int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["stages", string folder, string rounds]:
        StageSpeed.Print(folder, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["store", string reports, .. string[] file]:
        StoreSpeed.Print(int.Parse(reports, System.Globalization.CultureInfo.InvariantCulture), file.FirstOrDefault());
        return 0;
    case ["grow", string from, string to, string times]:
        GrownStore.Write(from, to, int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["primer", string store, string file]:
        GrownStore.WritePrimer(store, file);
        return 0;
    case ["asked", string file]:
        StoreSpeed.PrintAsked(file);
        return 0;
    case ["words", string store, string file]:
        GrownStore.WriteWords(store, file);
        return 0;
    case ["language", string words]:
        LanguageSpeed.Print(int.Parse(words, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["steps", ..]:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(LanguageBenchmarks).Assembly).Run(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine("store REPORTS [FILE] | grow STORE NEWSTORE TIMES | asked STORE | primer STORE FILE | words STORE FILE | language WORDS | steps [BenchmarkDotNet's options] | stages FOLDER ROUNDS | pile SAMPLE FOLDER REPORTS | story FOLDER | group REPORTS | stream REPORTS | copies TEXTS | pages PAGES");
        return 64;
}
