// Makes piles of invented reports: stories of several reports, and edited copies of reports.
using System.Text;

using Crossread.Cleaning;
using Crossread.Text;

namespace Crossread.Benchmarks.Grouping;

/// <summary>Makes piles of invented reports from a seed. Words follow Zipf's law; each story has names, words, numbers and days of its own, and every hundredth story looks like the one before it.</summary>
internal sealed class InventedPile
{
    private static readonly string[] Small = "the of to in and a that on for with was by at from as it is his an were has had their which after not but this be who".Split(' ');
    private static readonly string[] Onsets = "b c d f g h j k l m n p r s t v w z br cr dr fl gr kl pr st tr sh th".Split(' ');
    private static readonly string[] Rimes = "a e i o u an en in on ar er or al el il as es ik ot um and ent".Split(' ');

    private readonly int _shortest;
    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _mass;

    /// <summary>Makes the vocabulary.</summary>
    /// <param name="seed">Another one makes other piles.</param>
    /// <param name="shortest">Sentences of the shortest report; the longest has thirteen more, of 17 words on average.</param>
    public InventedPile(int seed, int shortest = 8)
    {
        _shortest = shortest;
        _random = new Random(seed);
        _words = new string[40_000];
        _mass = new double[_words.Length];
        HashSet<string> taken = [];
        for (int i = 0; i < _words.Length; i++)
        {
            string word;
            do
                word = Word(2 + _random.Next(3));
            while (!taken.Add(word));
            _words[i] = word;
            _mass[i] = (i == 0 ? 0 : _mass[i - 1]) + (1.0 / (i + 3));
        }
    }

    /// <summary>Reports of stories of 1 to 60 reports, with the number of each report's story, shuffled within some days.</summary>
    public List<(Report Report, int Story)> Stories(int reports)
    {
        List<(Report, int)> pile = [];
        Facts? before = null;
        for (int story = 0; pile.Count < reports; story++)
        {
            Facts facts = new(this, story, story % 100 == 99 ? before : null);
            before = facts;
            int size = Math.Min(reports - pile.Count, (int)(1 / Math.Pow((_random.NextDouble() * 0.98) + 0.02, 1.05)));
            for (int i = 0; i < size; i++)
                pile.Add((Write(facts, pile.Count), story));
        }
        // A stream: reports come by day, stories overlap.
        return [.. pile.Select((p, i) => (p, At: i + _random.Next(400))).OrderBy(p => p.At).Select(p => p.p)];
    }

    /// <summary>Reports of which many are edited copies of one another, with the number of each one's original.</summary>
    public List<(Report Report, int Original)> Copies(int reports)
    {
        List<(Report, int)> pile = [];
        for (int original = 0; pile.Count < reports; original++)
        {
            // Two originals out of three share a story with the one before: like, and no copies.
            Facts facts = new(this, original / 3, null);
            Report report = Write(facts, pile.Count);
            pile.Add((report, original));
            for (int copies = _random.Next(4); copies > 0 && pile.Count < reports; copies--)
                pile.Add((Make(Edit(report.Text), pile.Count, report.Title!), original));
        }
        return [.. pile.OrderBy(_ => _random.Next())];
    }

    // Sentences cut, moved and added, and some words of the others replaced.
    private string Edit(string text)
    {
        List<string> sentences = [.. text.Split('\n')];
        for (int cuts = _random.Next(1 + (sentences.Count / 4)); cuts > 0; cuts--)
            sentences.RemoveAt(_random.Next(sentences.Count));
        if (_random.Next(2) == 0)
        {
            int from = _random.Next(sentences.Count);
            string moved = sentences[from];
            sentences.RemoveAt(from);
            sentences.Insert(_random.Next(sentences.Count + 1), moved);
        }
        double replaced = _random.NextDouble() * 0.08;
        for (int i = 0; i < sentences.Count; i++)
            sentences[i] = string.Join(' ', sentences[i].Split(' ').Select(w => _random.NextDouble() < replaced ? Common() : w));
        if (_random.Next(3) == 0)
            sentences.Add("Read more of our coverage in tonight's edition and sign up for the letter.");
        return string.Join('\n', sentences);
    }

    private Report Write(Facts facts, int number)
    {
        StringBuilder text = new();
        for (int sentence = _shortest + _random.Next(14); sentence > 0; sentence--)
        {
            for (int word = 0, length = 10 + _random.Next(16); word < length; word++)
            {
                double pick = _random.NextDouble();
                string next = pick < 0.45 ? Small[_random.Next(Small.Length)]
                    : pick < 0.78 ? Common()
                    : pick < 0.92 ? facts.Words[_random.Next(facts.Words.Length)]
                    : pick < 0.985 ? facts.Names[_random.Next(facts.Names.Length)]
                    : facts.Numbers[_random.Next(facts.Numbers.Length)];
                text.Append(word == 0 ? char.ToUpperInvariant(next[0]) + next[1..] : next).Append(word + 1 == length ? '.' : ' ');
            }
            text.Append(sentence == 1 ? "" : "\n");
        }
        return Make(text.ToString(), number, $"{facts.Names[0]} {facts.Words[0]} {facts.Words[1]}", facts.Day + _random.Next(5));
    }

    private static Report Make(string text, int number, string title, int? day = null) => new()
    {
        Id = $"r{number}",
        File = $"{number}.txt",
        Sha256 = "",
        Title = title,
        Language = "en",
        Published = day is int d ? new StatedDate(DateOnly.FromDayNumber(738_000 + d).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "") : null,
        Text = text,
        Passages = [],
        Map = SourceMap.Identity(text.Length),
    };

    private string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => Onsets[_random.Next(Onsets.Length)] + Rimes[_random.Next(Rimes.Length)]));

    private string Name() => Word(2 + _random.Next(2)) is var w ? char.ToUpperInvariant(w[0]) + w[1..] : "";

    private string Common()
    {
        int at = Array.BinarySearch(_mass, _random.NextDouble() * _mass[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }

    private sealed class Facts
    {
        public Facts(InventedPile pile, int story, Facts? like)
        {
            Names = [.. Enumerable.Range(0, 6).Select(_ => $"{pile.Name()} {pile.Name()}")];
            Words = like?.Words ?? [.. Enumerable.Range(0, 24).Select(_ => pile._words[200 + pile._random.Next(8000)])];
            Numbers = [.. Enumerable.Range(0, 3).Select(_ => $"{pile._random.Next(3, 900)}")];
            Day = story / 60;
        }

        public string[] Names { get; }

        public string[] Words { get; }

        public string[] Numbers { get; }

        public int Day { get; }
    }
}
