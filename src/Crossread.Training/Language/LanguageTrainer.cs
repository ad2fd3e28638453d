// Makes the language layer's models from the treebanks.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Training.Language;

/// <summary>Makes tagger, lemmatiser and parser.</summary>
internal sealed class LanguageTrainer(string data, string models)
{
    private const int Folds = 4, TaggerRounds = 6, ParserRounds = 3, BeamRounds = 6, BeamWidth = 4, TreeFolds = 2, TreeRounds = 2, SecondRounds = 5, ArcRounds = 12;

    private readonly List<GoldSentence> _train = [.. Treebank.Read(Path.Combine(data, "ud", "en_ewt-train.conllu")), .. Treebank.Read(Path.Combine(data, "ud", "en_gum-train.conllu"))];

    private readonly Lexicon _lexicon = LanguageModels.Unpack(File.OpenRead(Path.Combine(models, LanguageModels.LexiconFile)), Lexicon.Read);

    public void Run()
    {
        Directory.CreateDirectory(models);
        TagSet tags = Tags();
        Example[] examples = [.. _train.Select(s => new Example(s, tags, _lexicon))];
        Lemmas(tags);
        TaggerTrainer tagger = new(tags.Names.Length);
        TrainingTable table = tagger.Train([.. examples, .. Headlines.From(_train, tags, _lexicon)], TaggerRounds);
        Save(LanguageModels.TaggerFile, writer =>
        {
            writer.Write(tags.Names.Length);
            foreach (string name in tags.Names)
                writer.Write(name);
            (uint[] keys, short[][] rows) = table.Quantise(4, 1);
            Log($"tagger: {table.Rows} rows, {keys.Length} kept");
            WeightTable.Write(writer, table.Columns, keys, rows);
        });
        Jackknife(tagger, examples, tags, _lexicon);
        Arcs(examples);
        ParserTrainer parser = new(examples);
        TrainingTable moves = parser.Train(examples, ParserRounds);
        parser.TrainBeam(moves, examples, BeamRounds, BeamWidth);
        Save(LanguageModels.ParserFile, writer => parser.Write(writer, moves, 4, 1));
        Second(tagger, examples);
    }

    /// <summary>Makes the arc model alone; the other models stay as they are.</summary>
    public void RunArcs()
    {
        TagSet tags = Tags();
        Example[] examples = [.. _train.Select(s => new Example(s, tags, _lexicon))];
        Jackknife(new TaggerTrainer(tags.Names.Length), examples, tags, _lexicon);
        Arcs(examples);
    }

    private TagSet Tags() => new([.. _train.SelectMany(s => s.Tags).GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() >= 5).Select(g => g.Key).Order(StringComparer.Ordinal)]);

    private void Arcs(Example[] examples)
    {
        ArcTrainer arcs = new();
        arcs.Train(examples, ArcRounds);
        Save(LanguageModels.ArcFile, arcs.Write);
    }

    private void Lemmas(TagSet tags) => Save(LanguageModels.LemmaFile, writer => LemmaRules.Write(writer, LemmaTrainer.Train(_train, tags)));

    /// <summary>Tags each part of the training text by a tagger that did not see it, as the parser will meet tags.</summary>
    private static void Jackknife(TaggerTrainer tagger, Example[] examples, TagSet tags, Lexicon lexicon)
    {
        for (int fold = 0; fold < Folds; fold++)
        {
            int held = fold;
            Example[] seen = [.. examples.Where((_, i) => i / 50 % Folds != held)];
            TrainingTable table = tagger.Train([.. seen, .. Headlines.From([.. seen.Select(e => e.Gold)], tags, lexicon)], TaggerRounds - 1);
            Example[] unseen = [.. examples.Where((_, i) => i / 50 % Folds == held)];
            tagger.Tag(table, unseen);
            foreach (Example example in unseen)
                example.Tags = example.Sheet.Tag[..example.Sheet.Count];
        }
        foreach (Example example in examples)
            example.Tags.CopyTo(example.Sheet.Tag, 0);
        int right = examples.Sum(e => e.GoldTags.Where((t, i) => t == e.Sheet.Tag[i]).Count());
        Log($"jackknifed tags: {(double)right / examples.Sum(e => e.Sheet.Count):F4}");
    }

    private void Second(TaggerTrainer tagger, Example[] examples)
    {
        JackknifeTrees(examples, TreeFolds, TreeRounds);
        TrainingTable table = tagger.TrainSecond(examples, SecondRounds);
        Save(LanguageModels.RetaggerFile, writer =>
        {
            (uint[] keys, short[][] rows) = table.Quantise(4, 1);
            WeightTable.Write(writer, table.Columns, keys, rows);
        });
    }

    /// <summary>Parses each part of the training text by a parser that did not see it, as the second tagging will meet trees.</summary>
    private static void JackknifeTrees(Example[] examples, int folds, int rounds)
    {
        for (int fold = 0; fold < folds; fold++)
        {
            int held = fold;
            ParserTrainer trainer = new(examples);
            TrainingTable table = trainer.Train([.. examples.Where((_, i) => i / 50 % folds != held)], rounds);
            Parser parser = trainer.Freeze(table);
            foreach (Example e in examples.Where((_, i) => i / 50 % folds == held))
                parser.Parse(e.Sheet);
        }
    }

    private void Save(string name, Action<BinaryWriter> write)
    {
        string path = Path.Combine(models, name);
        using (FileStream file = File.Create(path))
            LanguageModels.Pack(file, write);
        Log($"{name}: {new FileInfo(path).Length:N0} bytes");
    }

    internal static void Log(string line) => Console.Error.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {line}");
}

/// <summary>A sentence of a treebank as the models see it.</summary>
internal sealed class Example
{
    public Example(GoldSentence gold, TagSet tags, Lexicon lexicon)
    {
        Gold = gold;
        Sheet = new WordSheet(lexicon) { Kinds = tags.Kinds };
        System.Text.StringBuilder text = new();
        TextSpan[] words = new TextSpan[gold.Count];
        for (int i = 0; i < gold.Count; i++)
        {
            words[i] = new TextSpan(text.Length, text.Length + gold.Forms[i].Length);
            text.Append(gold.Forms[i]);
            if (gold.SpaceAfter[i])
                text.Append(' ');
        }
        Sheet.Fill(text.ToString(), words);
        GoldTags = [.. gold.Tags.Select(t => Array.IndexOf(tags.Names, t))];
    }

    public GoldSentence Gold { get; }

    public WordSheet Sheet { get; }

    /// <summary>Tags by a tagger that did not see the sentence.</summary>
    public byte[] Tags { get; set; } = [];

    /// <summary>Numbers of the tags; -1 for one that the models do not know.</summary>
    public int[] GoldTags { get; }
}
