// Trains the arc model.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>Gradient descent (Adam, Kingma and Ba 2015) on the cross entropy of heads and relations, one sentence after another.</summary>
internal sealed class ArcTrainer
{
    private const int Width = ArcModel.Width, Half = ArcModel.Half, Gates = ArcModel.Gates, ArcWidth = ArcModel.ArcWidth, LabelWidth = ArcModel.LabelWidth, Labels = ArcModel.Labels;
    private const int BatchWords = 320, LongestSentence = 100;
    private const float Rate = 0.003f, Decay1 = 0.9f, Decay2 = 0.99f, Tiny = 1e-8f, Dropped = 0.25f;

    private readonly float[] _embeddings = new float[ArcModel.AllRows * Width];
    private readonly float[] _embeddingGradients = new float[ArcModel.AllRows * Width];
    private readonly float[] _embeddingFirst = new float[ArcModel.AllRows * Width], _embeddingSecond = new float[ArcModel.AllRows * Width];
    private readonly List<int> _touched = [];
    private readonly bool[] _isTouched = new bool[ArcModel.AllRows];
    private readonly float[][] _parts, _gradients, _first, _second, _turned;
    private readonly Random _random = new(5);
    private readonly Dictionary<uint, int> _counts = [];
    private readonly int _relations = Enum.GetValues<Relation>().Length;
    private int _steps;

    public ArcTrainer()
    {
        ArcPart[] all = Enum.GetValues<ArcPart>();
        _parts = [.. all.Select(p => new float[ArcModel.Length(p)])];
        _gradients = [.. all.Select(p => new float[ArcModel.Length(p)])];
        _first = [.. all.Select(p => new float[ArcModel.Length(p)])];
        _second = [.. all.Select(p => new float[ArcModel.Length(p)])];
        _turned = [.. all.Select(p => new float[ArcModel.Length(p)])];
        foreach ((ArcPart part, int inputs) in ((ArcPart, int)[])[(ArcPart.Gates1, Width), (ArcPart.Gates2, Width), (ArcPart.Child, Width), (ArcPart.Head, Width), (ArcPart.Between, 4 * ArcWidth), (ArcPart.LabelChild, Width), (ArcPart.LabelHead, Width), (ArcPart.Label, LabelWidth)])
        {
            float scale = MathF.Sqrt(3f / inputs);
            foreach (ref float number in _parts[(int)part].AsSpan())
                number = scale * (2 * _random.NextSingle() - 1);
        }
        // Forgetting begins low.
        foreach (ArcPart part in (ArcPart[])[ArcPart.GateBias1, ArcPart.GateBias2])
        {
            _parts[(int)part].AsSpan(Half, Half).Fill(1);
            _parts[(int)part].AsSpan(4 * Half, Half).Fill(1);
        }
        // Forms and endings begin at 0, so that what was never seen says nothing; the small features begin at random.
        int start = ArcModel.AllRows - 128 - 128 - ArcModel.Tags - 4096 - 256;
        for (int i = start * Width; i < _embeddings.Length; i++)
            _embeddings[i] = 0.3f * (2 * _random.NextSingle() - 1);
    }

    public void Train(Example[] examples, int rounds)
    {
        foreach (Example e in examples)
        {
            for (int i = 0; i < e.Sheet.Count; i++)
                _counts[e.Sheet.Word[i]] = _counts.GetValueOrDefault(e.Sheet.Word[i]) + 1;
        }
        Turn();
        int[] order = [.. Enumerable.Range(0, examples.Length).Where(i => examples[i].Sheet.Count is > 1 and <= LongestSentence)];
        int allWords = order.Sum(i => examples[i].Sheet.Count) * rounds, seen = 0;
        for (int round = 0; round < rounds; round++)
        {
            _random.Shuffle(order);
            int batch = 0, heads = 0, labels = 0, words = 0;
            double loss = 0;
            for (int k = 0; k < order.Length; k++)
            {
                Example e = examples[order[k]];
                loss += Sentence(e, ref heads, ref labels);
                batch += e.Sheet.Count;
                words += e.Sheet.Count;
                seen += e.Sheet.Count;
                if (batch >= BatchWords || k == order.Length - 1)
                {
                    Step(1f / batch, Rate * Math.Min(1f, _steps / 200f) * (1 - (float)seen / allWords));
                    batch = 0;
                }
            }
            LanguageTrainer.Log($"arcs round {round + 1}: loss {loss / words:F3}, heads {(double)heads / words:F4}, relations {(double)labels / words:F4}");
        }
    }

    public void Write(BinaryWriter writer) => ArcModel.Write(writer, _embeddings, _parts);

    private float[] Part(ArcPart part) => _parts[(int)part];

    private float[] Gradient(ArcPart part) => _gradients[(int)part];

    /// <summary>Forwards and backwards through one sentence; adds to the gradients and returns the loss.</summary>
    private double Sentence(Example example, ref int rightHeads, ref int rightLabels)
    {
        WordSheet sheet = example.Sheet;
        int n = sheet.Count, m = n + 1;
        int[] rows = new int[m * ArcModel.Features];
        float[] x0 = new float[m * Width];
        for (int i = 0; i < m; i++)
        {
            Span<int> own = rows.AsSpan(i * ArcModel.Features, ArcModel.Features);
            ArcModel.FindRows(sheet, i, own);
            if (i < n)
            {
                // Rare forms are often hidden, so that the model learns to do without; a hidden feature has no row.
                if (_random.NextSingle() < 0.6f / (0.6f + _counts[sheet.Word[i]]) || _random.NextSingle() < 0.1f)
                    own[0] = -1;
                for (int f = 1; f < own.Length; f++)
                {
                    if (_random.NextSingle() < 0.1f)
                        own[f] = -1;
                }
            }
            foreach (int row in own)
            {
                if (row >= 0)
                    Add(_embeddings.AsSpan(row * Width, Width), x0.AsSpan(i * Width, Width));
            }
        }
        (float[] x1, LayerSpace space1) = Layer(x0, ArcPart.Gates1, ArcPart.GateBias1, m);
        (float[] x2, LayerSpace space2) = Layer(x1, ArcPart.Gates2, ArcPart.GateBias2, m);
        float[] mask = Mask(x2.Length);
        float[] y = Times(x2, mask);
        float[] childMask = Mask(n * ArcWidth), headMask = Mask(m * ArcWidth);
        float[] child = Project(y, n, ArcPart.Child, ArcPart.ChildBias, ArcWidth), head = Project(y, m, ArcPart.Head, ArcPart.HeadBias, ArcWidth);
        RectifyMasked(child, childMask);
        RectifyMasked(head, headMask);
        float[] between = new float[n * ArcWidth];
        DenseMath.AddProduct(child, ArcWidth, 1, Part(ArcPart.Between), between, n, ArcWidth, ArcWidth);
        for (int d = 0; d < n; d++)
            Add(Part(ArcPart.HeadAlone), between.AsSpan(d * ArcWidth, ArcWidth));
        int padded = DenseMath.Padded(m);
        float[] turned = new float[ArcWidth * padded], arcs = new float[n * padded];
        for (int h = 0; h < m; h++)
        {
            for (int k = 0; k < ArcWidth; k++)
                turned[k * padded + h] = head[h * ArcWidth + k];
        }
        float[] pairs = Part(ArcPart.TagPair), distances = Part(ArcPart.TagDistance), pairGradients = Gradient(ArcPart.TagPair), distanceGradients = Gradient(ArcPart.TagDistance);
        int PairAt(int d, int h) => sheet.Tag[d] * ArcModel.Tags + (h == n ? ArcModel.RootTag : sheet.Tag[h]);
        int DistanceAt(int d, int h) => sheet.Tag[d] * ArcModel.Distances + (h == n ? 15 : ArcModel.Distance(d, h));
        for (int d = 0; d < n; d++)
        {
            for (int h = 0; h < m; h++)
                arcs[d * padded + h] = h == d ? -1000 : pairs[PairAt(d, h)] + distances[DistanceAt(d, h)];
        }
        DenseMath.AddProduct(between, ArcWidth, 1, turned, arcs, n, ArcWidth, padded);
        double loss = 0;
        // From here on arcs holds the gradient.
        for (int d = 0; d < n; d++)
        {
            Span<float> row = arcs.AsSpan(d * padded, padded);
            row[m..].Clear();
            row[d] = -1000;
            int gold = example.Gold.Heads[d] < 0 ? n : example.Gold.Heads[d];
            loss += Softmax(row[..m], gold, ref rightHeads);
            row[d] = 0;
            for (int h = 0; h < m; h++)
            {
                if (h != d)
                {
                    pairGradients[PairAt(d, h)] += row[h];
                    distanceGradients[DistanceAt(d, h)] += row[h];
                }
            }
        }
        float[] gBetween = new float[n * ArcWidth], gHead = new float[m * ArcWidth], gChild = new float[n * ArcWidth], gy = new float[m * Width];
        DenseMath.AddProduct(arcs, padded, 1, head, gBetween, n, m, ArcWidth);
        DenseMath.AddProduct(arcs, 1, padded, between, gHead, m, n, ArcWidth);
        for (int d = 0; d < n; d++)
            Add(gBetween.AsSpan(d * ArcWidth, ArcWidth), Gradient(ArcPart.HeadAlone));
        DenseMath.AddProduct(gBetween, ArcWidth, 1, Turned(ArcPart.Between), gChild, n, ArcWidth, ArcWidth);
        DenseMath.AddProduct(child, 1, ArcWidth, gBetween, Gradient(ArcPart.Between), ArcWidth, n, ArcWidth);
        Unrectify(gChild, child, childMask);
        Unrectify(gHead, head, headMask);
        Back(y, gChild, gy, n, ArcPart.Child, ArcPart.ChildBias, ArcWidth);
        Back(y, gHead, gy, m, ArcPart.Head, ArcPart.HeadBias, ArcWidth);
        loss += LabelLoss(example, y, gy, n, m, ref rightLabels);
        for (int i = 0; i < gy.Length; i++)
            gy[i] *= mask[i];
        float[] g1 = LayerBack(gy, x1, space2, ArcPart.Gates2, ArcPart.GateBias2, m);
        float[] g0 = LayerBack(g1, x0, space1, ArcPart.Gates1, ArcPart.GateBias1, m);
        for (int i = 0; i < m; i++)
        {
            foreach (int row in rows.AsSpan(i * ArcModel.Features, ArcModel.Features))
            {
                if (row < 0)
                    continue;
                Add(g0.AsSpan(i * Width, Width), _embeddingGradients.AsSpan(row * Width, Width));
                if (!_isTouched[row])
                {
                    _isTouched[row] = true;
                    _touched.Add(row);
                }
            }
        }
        return loss;
    }

    private double LabelLoss(Example example, float[] y, float[] gy, int n, int m, ref int right)
    {
        float[] child = Project(y, n, ArcPart.LabelChild, ArcPart.LabelChildBias, LabelWidth);
        float[] head = new float[m * LabelWidth], hidden = new float[n * LabelWidth], hiddenMask = Mask(n * LabelWidth), logits = new float[n * Labels];
        DenseMath.AddProduct(y, Width, 1, Part(ArcPart.LabelHead), head, m, Width, LabelWidth);
        int Gold(int d) => example.Gold.Heads[d] < 0 ? n : example.Gold.Heads[d];
        for (int d = 0; d < n; d++)
        {
            int g = Gold(d);
            Span<float> own = hidden.AsSpan(d * LabelWidth, LabelWidth);
            child.AsSpan(d * LabelWidth, LabelWidth).CopyTo(own);
            Add(head.AsSpan(g * LabelWidth, LabelWidth), own);
            Add(Part(ArcPart.Side).AsSpan(g < d ? 0 : LabelWidth, LabelWidth), own);
        }
        RectifyMasked(hidden, hiddenMask);
        DenseMath.FillRows(Part(ArcPart.LabelBias), logits, n);
        DenseMath.AddProduct(hidden, LabelWidth, 1, Part(ArcPart.Label), logits, n, LabelWidth, Labels);
        double loss = 0;
        for (int d = 0; d < n; d++)
        {
            loss += Softmax(logits.AsSpan(d * Labels, _relations), (int)example.Gold.Relations[d], ref right);
            logits.AsSpan(d * Labels + _relations, Labels - _relations).Clear();
        }
        float[] gHidden = new float[n * LabelWidth], gHead = new float[m * LabelWidth];
        DenseMath.AddProduct(logits, Labels, 1, Turned(ArcPart.Label), gHidden, n, Labels, LabelWidth);
        DenseMath.AddProduct(hidden, 1, LabelWidth, logits, Gradient(ArcPart.Label), LabelWidth, n, Labels);
        for (int d = 0; d < n; d++)
            Add(logits.AsSpan(d * Labels, Labels), Gradient(ArcPart.LabelBias));
        Unrectify(gHidden, hidden, hiddenMask);
        for (int d = 0; d < n; d++)
        {
            int g = Gold(d);
            ReadOnlySpan<float> own = gHidden.AsSpan(d * LabelWidth, LabelWidth);
            Add(own, gHead.AsSpan(g * LabelWidth, LabelWidth));
            Add(own, Gradient(ArcPart.Side).AsSpan(g < d ? 0 : LabelWidth, LabelWidth));
        }
        Back(y, gHidden, gy, n, ArcPart.LabelChild, ArcPart.LabelChildBias, LabelWidth);
        DenseMath.AddProduct(gHead, LabelWidth, 1, Turned(ArcPart.LabelHead), gy, m, LabelWidth, Width);
        DenseMath.AddProduct(y, 1, Width, gHead, Gradient(ArcPart.LabelHead), Width, m, LabelWidth);
        return loss;
    }

    private sealed record LayerSpace(float[] Mask, float[] Input, float[] Raw, float[] Memory);

    private (float[] Output, LayerSpace Space) Layer(float[] x, ArcPart part, ArcPart bias, int m)
    {
        float[] mask = Mask(x.Length), input = Times(x, mask);
        float[] raw = Project(input, m, part, bias, Gates), memory = new float[m * Width], output = [.. x];
        for (int side = 0; side < 2; side++)
        {
            int g = side * 3 * Half, share = side * Half;
            for (int t = 0; t < m; t++)
            {
                int i = side == 0 ? t : m - 1 - t, before = side == 0 ? i - 1 : i + 1;
                for (int c = 0; c < Half; c++)
                {
                    float fresh = Squash(raw[i * Gates + g + c]), keep = Gate(raw[i * Gates + g + Half + c]), open = Gate(raw[i * Gates + g + 2 * Half + c]);
                    float last = t == 0 ? 0 : memory[before * Width + share + c];
                    float now = fresh + keep * (last - fresh);
                    memory[i * Width + share + c] = now;
                    output[i * Width + share + c] += open * now;
                }
            }
        }
        return (output, new LayerSpace(mask, input, raw, memory));
    }

    private float[] LayerBack(float[] gy, float[] x, LayerSpace space, ArcPart part, ArcPart bias, int m)
    {
        float[] graw = new float[m * Gates];
        (float[] raw, float[] memory) = (space.Raw, space.Memory);
        float[] carry = new float[Half];
        for (int side = 0; side < 2; side++)
        {
            int g = side * 3 * Half, share = side * Half;
            Array.Clear(carry);
            for (int t = m - 1; t >= 0; t--)
            {
                int i = side == 0 ? t : m - 1 - t, before = side == 0 ? i - 1 : i + 1;
                for (int c = 0; c < Half; c++)
                {
                    int at = i * Gates + g + c;
                    float fresh = Squash(raw[at]), keep = Gate(raw[at + Half]), open = Gate(raw[at + 2 * Half]);
                    float last = t == 0 ? 0 : memory[before * Width + share + c], now = memory[i * Width + share + c], up = gy[i * Width + share + c];
                    float gNow = up * open + carry[c];
                    graw[at] = gNow * (1 - keep) * Slope(raw[at]);
                    graw[at + Half] = gNow * (last - fresh) * 0.5f * Slope(raw[at + Half]);
                    graw[at + 2 * Half] = up * now * 0.5f * Slope(raw[at + 2 * Half]);
                    carry[c] = gNow * keep;
                }
            }
        }
        float[] gx = new float[x.Length];
        Back(space.Input, graw, gx, m, part, bias, Gates);
        for (int i = 0; i < gx.Length; i++)
            gx[i] = gx[i] * space.Mask[i] + gy[i];
        return gx;
    }

    private static float Squash(float x) => x / (1 + MathF.Abs(x));

    private static float Gate(float x) => 0.5f + 0.5f * Squash(x);

    private static float Slope(float x)
    {
        float s = 1 / (1 + MathF.Abs(x));
        return s * s;
    }

    private float[] Project(float[] y, int rows, ArcPart part, ArcPart bias, int width)
    {
        float[] to = new float[rows * width];
        DenseMath.FillRows(Part(bias), to, rows);
        DenseMath.AddProduct(y, Width, 1, Part(part), to, rows, Width, width);
        return to;
    }

    /// <summary>From the gradient of a projection to those of its input, its matrix and its bias.</summary>
    private void Back(float[] y, float[] g, float[] gy, int rows, ArcPart part, ArcPart bias, int width)
    {
        DenseMath.AddProduct(g, width, 1, Turned(part), gy, rows, width, Width);
        DenseMath.AddProduct(y, 1, Width, g, Gradient(part), Width, rows, width);
        for (int i = 0; i < rows; i++)
            Add(g.AsSpan(i * width, width), Gradient(bias));
    }

    private float[] Turned(ArcPart part) => _turned[(int)part];

    private void Turn()
    {
        foreach ((ArcPart part, int rows) in ((ArcPart, int)[])[(ArcPart.Gates1, Width), (ArcPart.Gates2, Width), (ArcPart.Child, Width), (ArcPart.Head, Width), (ArcPart.Between, ArcWidth), (ArcPart.LabelChild, Width), (ArcPart.LabelHead, Width), (ArcPart.Label, LabelWidth)])
        {
            float[] from = Part(part), to = Turned(part);
            int columns = from.Length / rows;
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    to[j * rows + i] = from[i * columns + j];
            }
        }
    }

    /// <summary>Puts the gradient in the row's place; returns the loss.</summary>
    private static double Softmax(Span<float> row, int gold, ref int right)
    {
        float most = float.MinValue;
        int best = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] > most)
                (most, best) = (row[i], i);
        }
        if (best == gold)
            right++;
        float sum = 0;
        foreach (ref float number in row)
        {
            number = MathF.Exp(number - most);
            sum += number;
        }
        foreach (ref float number in row)
            number /= sum;
        double loss = -Math.Log(Math.Max(row[gold], 1e-9));
        row[gold] -= 1;
        return loss;
    }

    private float[] Mask(int length)
    {
        float[] mask = new float[length];
        for (int i = 0; i < length;)
        {
            ulong bits = (ulong)_random.NextInt64(long.MaxValue);
            for (int k = 0; k < 30 && i < length; k++, bits >>= 2)
                mask[i++] = (bits & 3) == 0 ? 0 : 1 / (1 - Dropped);
        }
        return mask;
    }

    private static float[] Times(float[] x, float[] mask)
    {
        float[] product = new float[x.Length];
        for (int i = 0; i < x.Length; i++)
            product[i] = x[i] * mask[i];
        return product;
    }

    private static void RectifyMasked(float[] x, float[] mask)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] > 0 ? x[i] * mask[i] : 0;
    }

    private static void Unrectify(float[] g, float[] x, float[] mask)
    {
        for (int i = 0; i < g.Length; i++)
            g[i] = x[i] > 0 ? g[i] * mask[i] : 0;
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int i = 0; i <= from.Length - 8; i += 8)
            (new System.Numerics.Vector<float>(from[i..]) + new System.Numerics.Vector<float>(to[i..])).CopyTo(to[i..]);
    }

    private void Step(float scale, float rate)
    {
        _steps++;
        float correct1 = 1 / (1 - MathF.Pow(Decay1, _steps)), correct2 = 1 / (1 - MathF.Pow(Decay2, _steps));
        for (int p = 0; p < _parts.Length; p++)
            Adam(_parts[p], _gradients[p], _first[p], _second[p], scale, rate, correct1, correct2);
        foreach (int row in _touched)
        {
            _isTouched[row] = false;
            int at = row * Width;
            Adam(_embeddings.AsSpan(at, Width), _embeddingGradients.AsSpan(at, Width), _embeddingFirst.AsSpan(at, Width), _embeddingSecond.AsSpan(at, Width), scale, rate, correct1, correct2);
        }
        _touched.Clear();
        Turn();
    }

    private static void Adam(Span<float> weights, Span<float> gradients, Span<float> first, Span<float> second, float scale, float rate, float correct1, float correct2)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            float g = gradients[i] * scale;
            gradients[i] = 0;
            first[i] = Decay1 * first[i] + (1 - Decay1) * g;
            second[i] = Decay2 * second[i] + (1 - Decay2) * g * g;
            weights[i] -= rate * first[i] * correct1 / (MathF.Sqrt(second[i] * correct2) + Tiny);
        }
    }
}
