// Trains and measures the name tagger: a conditional random field in two passes, five-fold on WikiGold.
using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

using Crossread.Names;
using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>Trains and measures the name tagger.</summary>
internal static class NameTraining
{
    private const int Width = NameModel.Width;

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
            byte[] model = TrainBoth([.. gold, .. news, .. rest, .. NameCorpus.Rewritten([.. gold, .. news])], 3, 190_000);
            File.WriteAllBytes(args[2], model);
            Console.WriteLine($"{model.Length} bytes, {watch.Elapsed.TotalSeconds:F0} s");
            return 0;
        }
        int folds = args[0] == "folds" ? 5 : 0;
        var total = new Score();
        var whole = new Score();
        bool showErrors = args[0] == "errors";
        for (int fold = 0; fold < 5; fold++)
        {
            if (folds == 0 && fold > 1)
                break;
            NameDocument[] train = [.. gold.Where((_, i) => i % 5 != fold), .. sets.Contains('m', StringComparison.Ordinal) ? news : [], .. rest];
            if (sets.Contains('h', StringComparison.Ordinal))
                train = [.. train, .. NameCorpus.Rewritten(train.Where(d => d.Source is "wikigold" or "meantime"))];
            var model = new NameModel(TrainBoth(train, 3, 190_000));
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
            var held = new Score();
            var model = new NameModel(TrainBoth([.. gold, .. rest], 3, 200_000));
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

    /// <summary>Both passes; the second is trained on what first passes that have not seen a document say of it.</summary>
    private static byte[] TrainBoth(NameDocument[] documents, int folds, int most)
    {
        NameWindow[][] windows = [.. documents.Select(d => NameTagger.Windows(d.Text).ToArray())];
        Instance[] instances = Instances(documents, windows);
        for (int fold = 0; fold < folds; fold++)
        {
            Weights part = Train([.. instances.Where(x => x.Document % folds != fold)]);
            foreach (Instance instance in instances.Where(x => x.Document % folds == fold))
                part.Decode(instance, instance.Window.Labels);
        }
        Weights first = Train(instances);
        foreach (NameWindow window in windows.SelectMany(w => w))
            window.Vote();
        Weights second = Train(Instances(documents, windows));
        return [.. BitConverter.GetBytes(NameModel.Magic), .. first.ToBytes(most / 3), .. second.ToBytes(most * 2 / 3)];
    }

    private sealed record Instance(int Document, NameWindow Window, int Start, uint[][] Hashes, uint[] Allowed, float Share)
    {
        public int[][] Features { get; set; } = [];
    }

    private static Instance[] Instances(NameDocument[] documents, NameWindow[][] windows)
    {
        const uint others = 0xfu << (1 + 4 * NameLabel.Other);
        var instances = new List<Instance>();
        uint[] buffer = new uint[NameFeatures.Capacity];
        for (int d = 0; d < documents.Length; d++)
        {
            NameDocument document = documents[d];
            foreach (NameWindow window in windows[d])
            {
                foreach ((int start, int end, int from, int to) in NameTagger.Segments(window))
                {
                    uint[][] hashes = new uint[end - start][];
                    uint[] allowed = new uint[end - start];
                    for (int i = start; i < end; i++)
                    {
                        int count = NameFeatures.Write(window, i, from, to, buffer);
                        hashes[i - start] = buffer.AsSpan(0, count).ToArray();
                        int label = document.Labels[window.First + i];
                        allowed[i - start] = label == 0 && !document.MarksOther && (document.Source is "btc" or "re3d" || (window.Classes[i] & (WordClass.Adjective | WordClass.People)) != 0) ? 1u | others : 1u << label;
                    }
                    // A name that reaches past the stretch cannot be learned.
                    bool cut = !NameLabel.Opens(document.Labels[window.First + start]) || !NameLabel.Closes(document.Labels[window.First + end - 1]);
                    if (!cut && end - start <= 60)
                        instances.Add(new Instance(d, window, start, hashes, allowed, ShareOf(document.Source)));
                }
            }
        }
        return [.. instances];
    }

    // How much a sentence of each corpus counts. Chosen by cross-validation: GUM marks names by another scheme, tweets are another English.
    private static float ShareOf(string source) => source switch
    {
        "wikigold" or "meantime" => 2f,
        "gum" => 0.2f,
        "wnut" => 0.3f,
        "btc" => 0.15f,
        _ => 0.5f,
    };

    private static Weights Train(Instance[] instances)
    {
        // Features seen once are left out; their ids follow the order of the text.
        var seen = new Dictionary<uint, int>();
        foreach (Instance instance in instances)
        {
            foreach (uint hash in instance.Hashes.SelectMany(h => h))
                CollectionsMarshal.GetValueRefOrAddDefault(seen, hash, out _)++;
        }
        var ids = new Dictionary<uint, int>();
        foreach (Instance instance in instances)
        {
            instance.Features = [.. instance.Hashes.Select(hashes =>
            {
                var row = new List<int>(hashes.Length);
                foreach (uint hash in hashes)
                {
                    if (seen[hash] < 2)
                        continue;
                    if (!ids.TryGetValue(hash, out int id))
                        ids.Add(hash, id = ids.Count);
                    row.Add(id);
                }
                return row.ToArray();
            })];
        }
        var weights = new Weights(ids);
        var random = new Random(7);
        int[] order = [.. Enumerable.Range(0, instances.Length)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order)
                weights.Learn(instances[i], random);
        }
        return weights;
    }

    private const int Epochs = 12;
    private const float Rate = 0.07f;
    private const float Decay = 0.001f;
    private const float Drop = 0.1f;

    // Added to the score of every label inside a name: without it too few names are found.
    private const float Bonus = 0.6f;

    /// <summary>A linear-chain conditional random field, trained by stochastic gradients with AdaGrad (Duchi et al. 2011).</summary>
    private sealed class Weights(Dictionary<uint, int> ids)
    {
        private const int Labels = NameLabel.Count;
        private readonly float[] _weights = new float[ids.Count * Width];
        private readonly float[] _squares = new float[ids.Count * Width];
        private readonly float[] _transitions = new float[Labels * Labels];
        private readonly float[] _transitionSquares = new float[Labels * Labels];
        private readonly float[] _scores = new float[64 * Labels];
        private readonly float[] _all = new float[64 * Labels];
        private readonly float[] _gold = new float[64 * Labels];
        private readonly float[] _forward = new float[65 * Labels];
        private readonly float[] _backward = new float[65 * Labels];
        private readonly float[] _edges = new float[Labels * Labels];
        private readonly float[] _edgeExp = new float[Labels * Labels];
        private readonly bool[] _keep = new bool[64 * NameFeatures.Capacity];

        public void Learn(Instance instance, Random random)
        {
            int length = instance.Allowed.Length;
            for (int i = 0; i < length; i++)
            {
                for (int f = 0; f < instance.Features[i].Length; f++)
                    _keep[i * NameFeatures.Capacity + f] = Drop <= 0 || random.NextSingle() >= Drop;
            }
            ScoreAll(instance, true);
            Array.Clear(_edges);
            for (int i = 0; i < _edgeExp.Length; i++)
                _edgeExp[i] = NameLabel.Follows(i / Labels, i % Labels) ? MathF.Exp(_transitions[i]) : 0;
            Marginals(length, null, _all, -1);
            if (Array.TrueForAll(instance.Allowed, uint.IsPow2))
                GoldPath(instance.Allowed);
            else
                Marginals(length, instance.Allowed, _gold, 1);
            Span<float> step = stackalloc float[Width];
            for (int i = 0; i < length; i++)
            {
                bool any = false;
                for (int label = 1; label < Labels; label++)
                {
                    step[label - 1] = instance.Share * (_gold[i * Labels + label] - _all[i * Labels + label]);
                    any |= MathF.Abs(step[label - 1]) > 1e-3f;
                }
                if (!any)
                    continue;
                int[] features = instance.Features[i];
                for (int f = 0; f < features.Length; f++)
                {
                    if (_keep[i * NameFeatures.Capacity + f])
                        Update(features[f] * Width, step);
                }
            }
            for (int i = 0; i < _edges.Length; i++)
            {
                if (_edges[i] == 0)
                    continue;
                float g = instance.Share * _edges[i];
                _transitionSquares[i] += g * g;
                _transitions[i] += Rate * g / (MathF.Sqrt(_transitionSquares[i]) + 0.1f);
            }
        }

        // One sequence only is allowed: its chances are 1.
        private void GoldPath(uint[] allowed)
        {
            Array.Clear(_gold, 0, allowed.Length * Labels);
            int previous = NameLabel.Outside;
            for (int i = 0; i < allowed.Length; i++)
            {
                int label = BitOperations.Log2(allowed[i]);
                _gold[i * Labels + label] = 1;
                _edges[previous * Labels + label]++;
                previous = label;
            }
            _edges[previous * Labels]++;
        }

        private void Update(int at, ReadOnlySpan<float> step)
        {
            for (int l = 0; l < Width; l += Vector<float>.Count)
            {
                var w = new Vector<float>(_weights, at + l);
                Vector<float> g = new Vector<float>(step[l..]) - w * Decay;
                Vector<float> s = new Vector<float>(_squares, at + l) + g * g;
                s.CopyTo(_squares, at + l);
                (w + g * Rate / (Vector.SquareRoot(s) + new Vector<float>(0.1f))).CopyTo(_weights, at + l);
            }
        }

        private void ScoreAll(Instance instance, bool drop)
        {
            Span<float> sum = stackalloc float[Width];
            float scale = drop && Drop > 0 ? 1 / (1 - Drop) : 1;
            for (int i = 0; i < instance.Allowed.Length; i++)
            {
                sum.Clear();
                int[] features = instance.Features[i];
                for (int f = 0; f < features.Length; f++)
                {
                    if (drop && !_keep[i * NameFeatures.Capacity + f])
                        continue;
                    int at = features[f] * Width;
                    for (int l = 0; l < Width; l += Vector<float>.Count)
                        (new Vector<float>(sum[l..]) + new Vector<float>(_weights, at + l)).CopyTo(sum[l..]);
                }
                _scores[i * Labels] = 0;
                for (int l = 0; l < Width; l++)
                    _scores[i * Labels + 1 + l] = sum[l] * scale;
            }
        }

        // Forward and backward sums over all sequences, or over the allowed ones; adds sign × the chance of each transition.
        private void Marginals(int length, uint[]? allowed, float[] into, int sign)
        {
            Span<float> emit = stackalloc float[64 * Labels];
            for (int i = 0; i < length; i++)
            {
                float most = float.MinValue;
                for (int l = 0; l < Labels; l++)
                    most = Math.Max(most, _scores[i * Labels + l]);
                for (int l = 0; l < Labels; l++)
                    emit[i * Labels + l] = allowed is null || (allowed[i] >> l & 1) != 0 ? MathF.Exp(Math.Max(_scores[i * Labels + l] - most, -30)) : 0;
            }
            for (int l = 0; l < Labels; l++)
                _forward[l] = _edgeExp[l] * emit[l];
            Normalise(_forward.AsSpan(0, Labels));
            for (int i = 1; i < length; i++)
            {
                for (int b = 0; b < Labels; b++)
                {
                    float sum = 0;
                    if (emit[i * Labels + b] > 0)
                    {
                        for (int a = 0; a < Labels; a++)
                            sum += _forward[(i - 1) * Labels + a] * _edgeExp[a * Labels + b];
                    }
                    _forward[i * Labels + b] = sum * emit[i * Labels + b];
                }
                Normalise(_forward.AsSpan(i * Labels, Labels));
            }
            for (int l = 0; l < Labels; l++)
                _backward[(length - 1) * Labels + l] = _edgeExp[l * Labels];
            for (int i = length - 2; i >= 0; i--)
            {
                for (int a = 0; a < Labels; a++)
                {
                    float sum = 0;
                    for (int b = 0; b < Labels; b++)
                        sum += _edgeExp[a * Labels + b] * emit[(i + 1) * Labels + b] * _backward[(i + 1) * Labels + b];
                    _backward[i * Labels + a] = sum;
                }
                Normalise(_backward.AsSpan(i * Labels, Labels));
            }
            Span<float> edge = stackalloc float[Labels * Labels];
            for (int i = 0; i < length; i++)
            {
                for (int l = 0; l < Labels; l++)
                    into[i * Labels + l] = _forward[i * Labels + l] * _backward[i * Labels + l];
                Normalise(into.AsSpan(i * Labels, Labels));
                if (i == 0)
                    continue;
                float total = 0;
                for (int a = 0; a < Labels; a++)
                {
                    for (int b = 0; b < Labels; b++)
                        total += edge[a * Labels + b] = _forward[(i - 1) * Labels + a] * _edgeExp[a * Labels + b] * emit[i * Labels + b] * _backward[i * Labels + b];
                }
                if (total > 0)
                {
                    for (int e = 0; e < edge.Length; e++)
                        _edges[e] += sign * edge[e] / total;
                }
            }
            for (int l = 0; l < Labels; l++)
            {
                _edges[l] += sign * into[l];
                _edges[l * Labels] += sign * into[(length - 1) * Labels + l];
            }
        }

        private static void Normalise(Span<float> values)
        {
            float sum = 0;
            foreach (float value in values)
                sum += value;
            if (sum <= 0)
                return;
            for (int i = 0; i < values.Length; i++)
                values[i] /= sum;
        }

        /// <summary>Labels an instance that has not been learned.</summary>
        public void Decode(Instance instance, byte[] labels)
        {
            int length = instance.Allowed.Length;
            instance.Features = [.. instance.Hashes.Select(h => h.Select(x => ids.GetValueOrDefault(x, -1)).Where(x => x >= 0).ToArray())];
            ScoreAll(instance, false);
            byte[] back = new byte[length * Labels];
            float[] now = new float[Labels], next = new float[Labels];
            Array.Fill(now, -1e9f);
            now[0] = 0;
            for (int i = 0; i < length; i++)
            {
                for (int b = 0; b < Labels; b++)
                {
                    float best = -1e9f;
                    for (int a = 0; a < Labels; a++)
                    {
                        if (NameLabel.Follows(a, b) && now[a] + _transitions[a * Labels + b] > best)
                        {
                            best = now[a] + _transitions[a * Labels + b];
                            back[i * Labels + b] = (byte)a;
                        }
                    }
                    next[b] = best + _scores[i * Labels + b];
                }
                (now, next) = (next, now);
            }
            int last = 0;
            for (int l = 1; l < Labels; l++)
            {
                if (NameLabel.Closes(l) && now[l] + _transitions[l * Labels] > now[last] + _transitions[last * Labels])
                    last = l;
            }
            for (int i = length - 1; i >= 0; i--)
            {
                labels[instance.Start + i] = (byte)last;
                last = back[i * Labels + last];
            }
        }

        private static readonly uint BiasHash = NameFeatures.Bias;

        /// <summary>The heaviest features, in the form that <see cref="NameModel"/> reads.</summary>
        public byte[] ToBytes(int most)
        {
            var rows = new List<(uint Hash, float Mass, sbyte[] Row)>();
            foreach ((uint hash, int id) in ids)
            {
                sbyte[] row = new sbyte[Width];
                float mass = 0;
                for (int l = 0; l < Width; l++)
                {
                    float w = _weights[id * Width + l] + (hash == BiasHash ? Bonus : 0);
                    row[l] = (sbyte)Math.Clamp(MathF.Round(w * NameModel.Scale), -127, 127);
                    mass += row[l] == 0 ? 0 : MathF.Abs(w);
                }
                if (mass > 0 && hash != 0)
                    rows.Add((hash, mass, row));
            }
            Console.WriteLine($"    {ids.Count} features, {rows.Count} not zero");
            rows = [.. rows.OrderByDescending(r => r.Mass).ThenBy(r => r.Hash).Take(most).OrderBy(r => r.Hash)];
            var bytes = new List<byte>();
            foreach (float t in _transitions)
                bytes.AddRange(BitConverter.GetBytes((short)MathF.Round(t * NameModel.Scale)));
            bytes.AddRange(BitConverter.GetBytes(rows.Count));
            foreach ((uint hash, _, _) in rows)
                bytes.AddRange(BitConverter.GetBytes(hash));
            foreach ((_, _, sbyte[] row) in rows)
                bytes.AddRange(MemoryMarshal.AsBytes(row.AsSpan()));
            return [.. bytes];
        }
    }

    private sealed class Score
    {
        private readonly int[,] _counts = new int[4, 3];

        public void Add(NameDocument document, byte[] labels, bool show)
        {
            HashSet<(int, int, int)> gold = Spans(document.Labels), found = Spans(labels);
            foreach ((int, int, int Kind) g in gold)
                _counts[g.Kind, 2]++;
            foreach ((int, int, int Kind) f in found)
            {
                _counts[f.Kind, 1]++;
                if (gold.Contains(f))
                    _counts[f.Kind, 0]++;
            }
            if (!show)
                return;
            string Words((int From, int To, int Kind) s) => "POLX"[s.Kind] + ":" + document.Text.SpanOf(s.From, s.To).Cut(document.Text.Text);
            foreach ((int From, int To, int Kind) g in gold.Where(g => !found.Contains(g)).Order())
            {
                string near = string.Join(" | ", found.Where(f => f.Item1 <= g.To && g.From <= f.Item2).Order().Select(Words));
                int a = Math.Max(0, g.From - 4), b = Math.Min(document.Labels.Length - 1, g.To + 3);
                Console.WriteLine($"MISS {Words(g)}   GOT {near}   IN {document.Text.SpanOf(a, b).Cut(document.Text.Text)}");
            }
            foreach ((int From, int To, int Kind) f in found.Where(f => !gold.Any(g => f.Item1 <= g.Item2 && g.Item1 <= f.Item2)).Order())
            {
                int a = Math.Max(0, f.From - 4), b = Math.Min(document.Labels.Length - 1, f.To + 3);
                Console.WriteLine($"EXTRA {Words(f)}   IN {document.Text.SpanOf(a, b).Cut(document.Text.Text)}");
            }
        }

        public string Line(int kind)
        {
            int good = 0, found = 0, gold = 0;
            for (int k = 0; k < 4; k++)
            {
                if (k == kind || kind < 0 && k < 3)
                    (good, found, gold) = (good + _counts[k, 0], found + _counts[k, 1], gold + _counts[k, 2]);
            }
            double p = (double)good / Math.Max(1, found), r = (double)good / Math.Max(1, gold);
            string name = kind switch { 0 => "PER", 1 => "ORG", 2 => "LOC", 3 => "other", _ => "all" };
            return $"{name,-5} P {p:F4} R {r:F4} F1 {2 * p * r / Math.Max(1e-9, p + r):F4} ({gold})";
        }

        private static HashSet<(int, int, int)> Spans(byte[] labels)
        {
            var spans = new HashSet<(int, int, int)>();
            for (int i = 0; i < labels.Length; i++)
            {
                if (labels[i] == 0 || !NameLabel.Opens(labels[i]))
                    continue;
                int end = i;
                while (!NameLabel.Closes(labels[end]))
                    end++;
                spans.Add((i, end, NameLabel.Kind(labels[i])));
            }
            return spans;
        }
    }
}
