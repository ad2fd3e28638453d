// Trains and measures the name tagger: a conditional random field in two passes, five-fold on WikiGold.
using System.Diagnostics;

using Crossread.Names;
using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>Trains and measures the name tagger.</summary>
internal static class NameTraining
{

    /// <summary><c>names folds DATA</c> prints the scores of five-fold cross-validation; <c>names train DATA FILE</c> writes the model.</summary>
    public static int Run(string[] args)
    {
        string data = args[1];
        var watch = Stopwatch.StartNew();
        List<NameDocument> gold = NameCorpus.ReadColumns("wikigold", Path.Combine(data, "ner/wikigold/CONLL-format/data/wikigold.conll.txt"), true, false);
        List<NameDocument> news = NameCorpus.ReadMeantime(Path.Combine(data, "meantime/intra_cross-doc_annotation"));
        string sets = args.Length > 3 ? args[3] : "gmrwbh";
        List<NameDocument> rest = [];
        if (sets.Contains('g', StringComparison.Ordinal))
            rest.AddRange(NameCorpus.ReadGum(Path.Combine(data, "ud/en_gum-train.conllu")).Concat(NameCorpus.ReadGum(Path.Combine(data, "ud/en_gum-dev.conllu"))));
        if (sets.Contains('r', StringComparison.Ordinal))
            rest.AddRange(NameCorpus.ReadRe3d(Path.Combine(data, "re3d")));
        if (sets.Contains('w', StringComparison.Ordinal))
        {
            rest.AddRange(NameCorpus.ReadColumns("wnut", Path.Combine(data, "ner/WNUT17/CONLL-format/data/train/wnut17train.conll"), true, true));
            rest.AddRange(NameCorpus.ReadColumns("wnut", Path.Combine(data, "ner/WNUT17/CONLL-format/data/dev/emerging.dev.conll"), true, true));
        }
        if (sets.Contains('b', StringComparison.Ordinal))
        {
            foreach (string part in "abefg".Select(c => c.ToString()))
                rest.AddRange(NameCorpus.ReadColumns("btc", Path.Combine(data, $"ner/BTC/CONLL-format/data/{part}.conll"), false, true));
        }
        foreach (IGrouping<string, NameDocument> set in gold.Concat(news).Concat(rest).GroupBy(d => d.Source))
            Console.WriteLine($"{set.Key}: {set.Count()} documents, {set.Sum(d => d.Labels.Length)} words, {set.Sum(d => d.Labels.Count(l => l != 0 && NameLabel.Opens(l)))} names, {Lost(set)} out of reach");
        if (args[0] == "train")
        {
            byte[] model = NameTrainer.Train([.. gold, .. news, .. rest, .. NameCorpus.Rewritten([.. gold, .. news])], 3, 190_000);
            File.WriteAllBytes(args[2], model);
            Console.WriteLine($"{model.Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
            return 0;
        }
        int folds = args[0] == "folds" ? 5 : 0;
        var total = new NameScore();
        var whole = new NameScore();
        bool showErrors = args[0] == "errors";
        for (int fold = 0; fold < 5; fold++)
        {
            if (folds == 0 && fold > 1)
                break;
            NameDocument[] train = [.. gold.Where((_, i) => i % 5 != fold), .. sets.Contains('m', StringComparison.Ordinal) ? news : [], .. rest];
            if (sets.Contains('h', StringComparison.Ordinal))
                train = [.. train, .. NameCorpus.Rewritten(train.Where(d => d.Source is "wikigold" or "meantime"))];
            var model = new NameModel(NameTrainer.Train(train, 3, 190_000));
            var tagger = new NameTagger(model);
            foreach (NameDocument document in gold.Where((_, i) => i % 5 == fold))
            {
                total.Add(document, tagger.Label(document.Text, out _), false);
                whole.Add(document, WithRules(document, model), showErrors);
            }
            Console.WriteLine($"fold {fold}: {total.Line(-1)} so far, {watch.Elapsed.TotalSeconds:F0} s");
        }
        for (int kind = -1; kind < 4; kind++)
            Console.WriteLine($"{total.Line(kind)}   with rules {whole.Line(kind)}");
        if (folds > 0)
        {
            var held = new NameScore();
            var model = new NameModel(NameTrainer.Train([.. gold, .. rest], 3, 200_000));
            foreach (NameDocument document in news)
                held.Add(document, WithRules(document, model), false);
            for (int kind = -1; kind < 3; kind++)
                Console.WriteLine("meantime held out " + held.Line(kind));
        }
        return 0;
    }

    private static byte[] WithRules(NameDocument document, NameModel model)
    {
        byte[] labels = new byte[document.Labels.Length];
        foreach (NameSpan span in NameFinder.Draft(document.Text, [], model).Spans())
        {
            int kind = span.Kind switch { EntityKind.Person => NameLabel.Person, EntityKind.Organisation => NameLabel.Organisation, EntityKind.Place => NameLabel.Place, _ => NameLabel.Other };
            for (int i = span.First; i <= span.Last; i++)
                labels[i] = (byte)NameLabel.Of(kind, span.Count == 1 ? NameLabel.Unit : i == span.First ? NameLabel.Begin : i == span.Last ? NameLabel.Last : NameLabel.Inside);
        }
        return labels;
    }

    private static int Lost(IEnumerable<NameDocument> documents)
    {
        int lost = 0;
        foreach (NameDocument document in documents)
        {
            foreach (NameWindow window in NameTagger.Windows(document.Text))
            {
                for (int i = 0; i < window.Count; i++)
                {
                    int label = document.Labels[window.First + i];
                    if (label == 0 || !NameLabel.Opens(label))
                        continue;
                    int end = i;
                    while (!NameLabel.Closes(document.Labels[window.First + end]))
                        end++;
                    if (Enumerable.Range(i, end - i + 1).Any(j => !window.Candidates[j]))
                        lost++;
                }
            }
        }
        return lost;
    }
}
