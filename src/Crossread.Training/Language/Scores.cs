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
        {
            Raw(part, Treebank.Read(Path.Combine(data, "ud", part + ".conllu")));
            GivenWords(part, Treebank.Read(Path.Combine(data, "ud", part + ".conllu")), loaded);
        }
    }

    /// <summary>Sentences and words found in raw text: with a line a paragraph, and with paragraphs run together.</summary>
    private static void Raw(string name, List<GoldSentence> gold)
    {
        bool news = name.Contains("gum", StringComparison.Ordinal);
        IEnumerable<GoldSentence> chosen = gold.Where(s => !news || s.Document.Contains("_news_", StringComparison.Ordinal) || s.Document.Contains("_interview_", StringComparison.Ordinal) || s.Document.Contains("_speech_", StringComparison.Ordinal));
        foreach (bool lines in (bool[])[true, false])
        {
            int right = 0, found = 0, wanted = 0, rightWords = 0, foundWords = 0, wantedWords = 0;
            foreach (IGrouping<string, GoldSentence> document in chosen.GroupBy(s => s.Document, StringComparer.Ordinal))
            {
                StringBuilder text = new();
                HashSet<(int, int)> sentences = [], words = [];
                foreach (GoldSentence sentence in document)
                {
                    if (text.Length > 0)
                        text.Append(lines && sentence.StartsParagraph ? '\n' : ' ');
                    int start = text.Length, end = start;
                    for (int i = 0; i < sentence.Count; i++)
                    {
                        words.Add((text.Length, text.Length + sentence.Forms[i].Length));
                        text.Append(sentence.Forms[i]);
                        end = text.Length;
                        if (sentence.SpaceAfter[i] && i + 1 < sentence.Count)
                            text.Append(' ');
                    }
                    sentences.Add((start, end));
                }
                (List<Text.TextSpan> cut, List<int> ends) = LanguageReader.Cut(text.ToString(), []);
                int first = 0;
                foreach (int end in ends)
                {
                    (int, int) span = (cut[first].Start, cut[end - 1].End);
                    if (sentences.Contains(span))
                        right++;
                    first = end;
                }
                (found, wanted, foundWords, wantedWords) = (found + ends.Count, wanted + sentences.Count, foundWords + cut.Count, wantedWords + words.Count);
                rightWords += cut.Count(w => words.Contains((w.Start, w.End)));
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, raw text, {(lines ? "a line a paragraph" : "run together")}: sentences F1 {2.0 * right / (found + wanted):F4}, words F1 {2.0 * rightWords / (foundWords + wantedWords):F4}"));
        }
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
