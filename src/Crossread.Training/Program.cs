// Makes the models that ship inside the library. Verbs: language DATA_DIR, score DATA_DIR, all DATA_DIR.
using Crossread.Training.Language;

if (args.Length < 2 || !Directory.Exists(args[1]))
{
    Console.Error.WriteLine("usage: all|language|score DATA_DIR [MODEL_DIR]: DATA_DIR is the folder with ud/, ner/ and the other corpora; MODEL_DIR is src/Crossread unless given");
    return 64;
}
string data = args[1], models = args.Length > 2 ? args[2] : Path.Combine("src", "Crossread");
switch (args[0])
{
    case "all":
    case "language":
        new LanguageTrainer(data, Path.Combine(models, "Language")).Run();
        return 0;
    case "score":
        Scores.Print(data, Path.Combine(models, "Language"));
        return 0;
    default:
        Console.Error.WriteLine($"{args[0]}: no such verb; the verbs are all, language, score");
        return 64;
}
