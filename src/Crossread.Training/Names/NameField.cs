// A conditional random field over the labels of names, while it is trained.
using System.Numerics;
using System.Runtime.InteropServices;

using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>A linear-chain conditional random field, trained by stochastic gradients with AdaGrad (Duchi et al. 2011).</summary>
internal sealed class NameField(Dictionary<uint, int> ids)
{
    private const int Width = NameModel.Width;
    private const float Rate = 0.07f;
    private const float Decay = 0.001f;
    private const float Drop = 0.1f;

    // Added to the score of every label inside a name: without it too few names are found.
    private const float Bonus = 0.6f;
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

    public void Learn(NameInstance instance, Random random)
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

    private void ScoreAll(NameInstance instance, bool drop)
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
    public void Decode(NameInstance instance, byte[] labels)
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
