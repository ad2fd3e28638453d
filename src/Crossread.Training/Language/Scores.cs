// Measures the models on the development parts of the treebanks.
using System.Diagnostics;
using System.Globalization;
using System.Text;

using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>Scores with given words, and of sentences and words from raw text.</summary>
internal static class Scores
{
    public static void Print(string data, string models)
    {
        LanguageModels loaded = LanguageModels.Load(name => File.OpenRead(Path.Combine(models, name)));
        foreach (string part in (string[])["en_ewt-dev", "en_gum-dev"])
            GivenWords(part, Treebank.Read(Path.Combine(data, "ud", part + ".conllu")), loaded);
    }

    private static void GivenWords(string name, List<GoldSentence> gold, LanguageModels models)
    {
        SentenceReader reader = new(models);
        int words = 0, upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;
        TimeSpan took = TimeSpan.Zero;
        for (int pass = 0; pass < 2; pass++)
        {
            words = upos = xpos = lemma = uas = las = 0;
            long began = Stopwatch.GetTimestamp();
            AnnotatedText text = LanguageReader.ReadWords([.. gold.Select(s => s.Forms.Select((f, i) => new GivenWord(f, s.SpaceAfter[i])).ToArray())], reader);
            took = Stopwatch.GetElapsedTime(began);
            int first = 0;
            foreach (GoldSentence sentence in gold)
            {
                for (int i = 0; i < sentence.Count; i++)
                {
                    Token token = text.Tokens[first + i];
                    words++;
                    string[] tags = sentence.Tags[i].Split(' ');
                    upos += token.Upos.ToString() == tags[0] ? 1 : 0;
                    xpos += token.Xpos == tags[1] ? 1 : 0;
                    lemma += string.Equals(token.Lemma, sentence.Lemmas[i], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                    bool head = (token.Head < 0 ? -1 : token.Head - first) == sentence.Heads[i];
                    uas += head ? 1 : 0;
                    las += head && Universal(token.Relation) == Universal(sentence.Relations[i]) ? 1 : 0;
                }
                first += sentence.Count;
            }
        }
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{name}: UPOS {(double)upos / words:F4} XPOS {(double)xpos / words:F4} lemma {(double)lemma / words:F4} ");
        line.Append(CultureInfo.InvariantCulture, $"UAS {(double)uas / words:F4} LAS {(double)las / words:F4} ({words / took.TotalSeconds:F0} words a second)");
        Console.WriteLine(line);
    }

    private static string Universal(Relation relation) => RelationNames.NameOf(relation).Split(':')[0];
}
