// Makes the lexicon from WordNet's database files.
using System.Globalization;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Training.Language;

/// <summary>Reads WordNet's index, exceptions and counts, and adds the regular forms of each word.</summary>
internal sealed class LexiconMaker(string wordnet)
{
    private const int Noun = 1, Plural = 2, Verb = 4, Present = 8, Past = 16, Gerund = 32, Adjective = 64, Adverb = 128, Comparative = 256, Superlative = 512, Proper = 1024;
    private readonly Dictionary<string, (int Class, byte Noun, byte Verb)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    public void Write(Stream file)
    {
        foreach (string line in File.ReadLines(Path.Combine(wordnet, "cntlist.rev")))
        {
            string[] columns = line.Split(' ');
            int percent = columns[0].IndexOf('%', StringComparison.Ordinal);
            int part = columns[0][percent + 1] - '1';
            string lemma = columns[0][..percent];
            if (!_counts.TryGetValue(lemma, out int[]? counts))
                _counts[lemma] = counts = new int[4];
            counts[part == 4 ? 2 : part] += int.Parse(columns[^1], CultureInfo.InvariantCulture);
        }
        Dictionary<string, (byte Field, bool Instance)> nounSynsets = Synsets("data.noun"), verbSynsets = Synsets("data.verb");
        foreach ((string lemma, string synset) in Index("index.noun"))
        {
            (byte field, bool instance) = nounSynsets[synset];
            Add(lemma, instance ? Proper : Noun, field, 0);
            if (!instance)
                Add(PluralOf(lemma), Plural, field, 0);
        }
        foreach ((string lemma, string synset) in Index("index.verb"))
        {
            byte field = verbSynsets[synset].Field;
            Add(lemma, Verb, 0, field);
            Add(PluralOf(lemma), Present, 0, field);
            foreach (string stem in Stems(lemma))
                Add(stem + "ed", Past, 0, field);
            foreach (string stem in Stems(lemma, gerund: true))
                Add(stem + "ing", Gerund, 0, field);
        }
        foreach ((string lemma, _) in Index("index.adj"))
        {
            Add(lemma, Adjective, 0, 0);
            if (lemma.Length > 6)
                continue;
            foreach (string stem in Stems(lemma))
            {
                Add(stem + "er", Comparative, 0, 0);
                Add(stem + "est", Superlative, 0, 0);
            }
        }
        foreach ((string lemma, _) in Index("index.adv"))
            Add(lemma, Adverb, 0, 0);
        AddExceptions("noun.exc", _ => Plural);
        AddExceptions("verb.exc", form => form.EndsWith("ing", StringComparison.Ordinal) ? Gerund : form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) ? Present : Past);
        AddExceptions("adj.exc", form => form.EndsWith("st", StringComparison.Ordinal) ? Superlative : Comparative);
        SortedDictionary<uint, LexicalEntry> entries = [];
        WordSheet sheet = new(Lexicon.Empty);
        foreach ((string word, (int bits, byte noun, byte verb)) in _words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            sheet.Fill(word, [new TextSpan(0, word.Length)]);
            entries[sheet.Word[0]] = new LexicalEntry((ushort)(bits | Leading(word) << 11), noun, verb);
        }
        LanguageTrainer.Log($"lexicon: {entries.Count} spellings");
        LanguageModels.Pack(file, writer => Lexicon.Write(writer, entries));
    }

    /// <summary>The part of speech of four in five counted uses: 1 noun, 2 verb, 3 adjective, 4 adverb; 5 if mixed, 0 if not counted.</summary>
    private int Leading(string word)
    {
        if (!_counts.TryGetValue(word, out int[]? counts) || counts.Sum() < 3)
            return 0;
        int top = Array.IndexOf(counts, counts.Max());
        return counts[top] * 5 >= counts.Sum() * 4 ? top + 1 : 5;
    }

    private Dictionary<string, (byte Field, bool Instance)> Synsets(string name)
    {
        Dictionary<string, (byte, bool)> synsets = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(wordnet, name)))
        {
            if (line[0] == ' ')
                continue;
            synsets[line[..8]] = ((byte)(byte.Parse(line.AsSpan(9, 2), CultureInfo.InvariantCulture) + 1), line.Contains(" @i ", StringComparison.Ordinal));
        }
        return synsets;
    }

    /// <summary>Lemmas of one word with their first synset.</summary>
    private IEnumerable<(string Lemma, string Synset)> Index(string name)
    {
        foreach (string line in File.ReadLines(Path.Combine(wordnet, name)))
        {
            if (line[0] == ' ')
                continue;
            string[] columns = line.TrimEnd().Split(' ');
            if (columns[0].All(char.IsAsciiLetter))
                yield return (columns[0], columns[6 + int.Parse(columns[3], CultureInfo.InvariantCulture)]);
        }
    }

    private void Add(string word, int bit, byte noun, byte verb)
    {
        (int bits, byte oldNoun, byte oldVerb) = _words.GetValueOrDefault(word);
        _words[word] = (bits | bit, oldNoun != 0 ? oldNoun : noun, oldVerb != 0 ? oldVerb : verb);
    }

    private void AddExceptions(string name, Func<string, int> bit)
    {
        foreach (string line in File.ReadLines(Path.Combine(wordnet, name)))
        {
            string[] columns = line.Split(' ');
            if (!columns[0].All(char.IsAsciiLetter))
                continue;
            (_, byte noun, byte verb) = _words.GetValueOrDefault(columns[1]);
            int kind = bit(columns[0]);
            Add(columns[0], kind, kind == Plural ? noun : (byte)0, kind is Past or Gerund or Present ? verb : (byte)0);
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string PluralOf(string lemma)
    {
        if (lemma.Length > 2 && lemma[^1] == 'y' && !IsVowel(lemma[^2]))
            return lemma[..^1] + "ies";
        return lemma + (lemma[^1] is 's' or 'x' or 'z' || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma[^1] == 'o' ? "es" : "s");
    }

    /// <summary>What -ed, -ing, -er and -est join: doubled consonants, dropped e, i for y.</summary>
    private static IEnumerable<string> Stems(string lemma, bool gerund = false)
    {
        if (lemma[^1] == 'e')
            return gerund && lemma.EndsWith("ie", StringComparison.Ordinal) ? [lemma[..^2] + "y"] : [lemma[..^1]];
        if (!gerund && lemma.Length > 2 && lemma[^1] == 'y' && !IsVowel(lemma[^2]))
            return [lemma[..^1] + "i"];
        if (lemma.Length > 2 && !IsVowel(lemma[^1]) && lemma[^1] is not ('w' or 'x' or 'y') && IsVowel(lemma[^2]) && !IsVowel(lemma[^3]))
            return lemma.Length <= 4 ? [lemma + lemma[^1]] : [lemma, lemma + lemma[^1]];
        return [lemma];
    }
}
