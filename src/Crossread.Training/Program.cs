// Makes the models that ship inside the library. Verbs: language DATA_DIR, arcs DATA_DIR, lexicon WORDNET_DIR, score DATA_DIR, names DATA_DIR, name-folds DATA_DIR, all DATA_DIR.
using Crossread.Training.Language;
using Crossread.Training.Names;

if (args.Length < 2 || !Directory.Exists(args[1]))
{
    Console.Error.WriteLine("usage: all|language|arcs|lexicon|score|names|name-folds DATA_DIR [MODEL_DIR]: DATA_DIR is the folder with ud/, ner/ and the other corpora (for lexicon: WordNet's database files); MODEL_DIR is src/Crossread unless given");
    return 64;
}
string data = args[1], models = args.Length > 2 ? args[2] : Path.Combine("src", "Crossread"), language = Path.Combine(models, "Language"), names = Path.Combine(models, "Names", "Finding", "names.bin");
switch (args[0])
{
    case "all":
        new LanguageTrainer(data, language).Run();
        Scores.Print(data, language);
        return NameTraining.Run(["train", data, names]);
    case "language":
        new LanguageTrainer(data, language).Run();
        Scores.Print(data, language);
        return 0;
    case "arcs":
        new LanguageTrainer(data, language).RunArcs();
        Scores.Print(data, language);
        return 0;
    case "names":
        return NameTraining.Run(["train", data, names, .. args[Math.Min(3, args.Length)..]]);
    case "name-folds":
    case "name-errors":
    case "name-quick":
        return NameTraining.Run([args[0][5..], data, "", .. args[Math.Min(3, args.Length)..]]);
    case "lexicon":
        using (FileStream file = File.Create(Path.Combine(language, Crossread.Language.LanguageModels.LexiconFile)))
            new LexiconMaker(data).Write(file);
        return 0;
    case "score":
        Scores.Print(data, language);
        return 0;
    default:
        Console.Error.WriteLine($"{args[0]}: no such verb; the verbs are all, language, arcs, lexicon, score, names, name-folds");
        return 64;
}
