// The command that makes the language models, on a treebank of our own sample's sentences.
using System.Text;

using Crossread.Language;
using Crossread.Stories;
using Crossread.Training.Language;

namespace Crossread.Tests.Language;

public sealed class LanguageTrainingTests
{
    [Fact]
    public void Training_runs_to_its_end_gives_the_same_bytes_twice_and_models_that_read()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crossread-training-");
        try
        {
            string data = WriteTreebanks(folder.FullName);
            string[] files = [LanguageModels.TaggerFile, LanguageModels.LemmaFile, LanguageModels.ArcFile, LanguageModels.ParserFile, LanguageModels.RetaggerFile];
            string first = Train(data, Path.Combine(folder.FullName, "first")), second = Train(data, Path.Combine(folder.FullName, "second"));
            Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(first, f)), File.ReadAllBytes(Path.Combine(second, f))));

            AnnotatedText seen = LanguageReader.ReadWords([[.. "The dam is safe .".Split(' ').Select(w => new GivenWord(w, true))]], new SentenceReader(LanguageModels.Load(name => File.OpenRead(Path.Combine(first, name)))));
            Assert.Equal([Upos.DET, Upos.NOUN, Upos.AUX, Upos.ADJ, Upos.PUNCT], seen.Tokens.Select(t => t.Upos));
            Assert.Equal([1, 3, 3, -1, 3], seen.Tokens.Select(t => t.Head));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The sample as the shipped models read it, under the names of the treebanks that the trainer looks for.</summary>
    private static string WriteTreebanks(string folder)
    {
        DirectoryInfo ud = Directory.CreateDirectory(Path.Combine(folder, "ud"));
        StringWriter train = new();
        foreach (StoryReport report in Crossreader.Read([Path.Combine(HouseTests.Root(), "samples", "ulmar-flood")]).Reports)
            ConlluWriter.Write(train, report.Reading.Words, report.Reading.Report.Id);
        foreach (string name in (string[])["en_ewt-train", "en_gum-train", "en_ewt-dev", "en_gum-dev"])
            File.WriteAllText(Path.Combine(ud.FullName, name + ".conllu"), train.ToString(), new UTF8Encoding(false));
        return folder;
    }

    private static string Train(string data, string models)
    {
        Directory.CreateDirectory(models);
        using (Stream lexicon = LanguageModels.Embedded("Language/" + LanguageModels.LexiconFile))
        using (FileStream file = File.Create(Path.Combine(models, LanguageModels.LexiconFile)))
            lexicon.CopyTo(file);
        new LanguageTrainer(data, models).Run();
        return models;
    }
}
