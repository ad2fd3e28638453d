// The language layer's speed and memory, step by step.
using System.Collections.Immutable;

using BenchmarkDotNet.Attributes;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Benchmarks;

/// <summary>Each step over the same text of twenty thousand words.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LanguageBenchmarks
{
    private const int Words = 20_000;
    private string _text = "";
    private ImmutableArray<Passage> _passages;
    private TextSpan[] _words = [];
    private int[] _ends = [];
    private LanguageModels _models = LanguageModels.Default;
    private WordSheet _sheet = new(LanguageModels.Default.Lexicon);
    private Tagger _tagger = new(LanguageModels.Default.Tagger);

    [GlobalSetup]
    public void Setup()
    {
        (_text, _passages) = NewsText.Make(Words);
        (List<TextSpan> words, List<int> ends) = LanguageReader.Cut(_text, _passages);
        (_words, _ends) = ([.. words], [.. ends]);
        _models = LanguageModels.Default;
        _sheet = new WordSheet(_models.Lexicon) { Kinds = _models.Tags.Kinds };
        _tagger = new Tagger(_models.Tagger);
    }

    [Benchmark]
    public int WordsAndSentences() => LanguageReader.Cut(_text, _passages).Words.Count;

    [Benchmark]
    public int Tags()
    {
        int first = 0;
        foreach (int end in _ends)
        {
            _sheet.Fill(_text, _words.AsSpan(first..end));
            _tagger.Tag(_sheet);
            first = end;
        }
        return first;
    }

    [Benchmark(Baseline = true)]
    public int Everything() => LanguageReader.Read(_text, _passages).Tokens.Length;
}
