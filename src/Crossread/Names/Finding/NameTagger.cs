// Labels the words of a text: two passes of a conditional random field, the second knowing what the first said of the whole stretch.
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>
/// The trained part of name finding. Sentence by sentence, the best sequence of labels (Viterbi); words that cannot be part of a name are outside without a look.
/// </summary>
internal sealed class NameTagger(NameModel model)
{
    // A stretch longer than this is read in parts of half its length: what far-off pages say about a word helps little.
    private const int LongestStretch = 6000;

    private readonly short[] _scores = new short[64 * NameModel.Width];

    /// <summary>The labels of all tokens of a text, see <see cref="NameLabel"/>.</summary>
    public byte[] Label(AnnotatedText text, out List<NameWindow> windows)
    {
        byte[] labels = new byte[text.Tokens.Length];
        windows = [.. Windows(text)];
        foreach (NameWindow window in windows)
        {
            Decode(window, model[0], labels.AsSpan(window.First, window.Count));
            labels.AsSpan(window.First, window.Count).CopyTo(window.Labels);
            window.Vote();
            Decode(window, model[1], labels.AsSpan(window.First, window.Count));
        }
        return labels;
    }

    /// <summary>Cuts a text into stretches of whole sentences.</summary>
    public static IEnumerable<NameWindow> Windows(AnnotatedText text)
    {
        int size = text.Tokens.Length <= LongestStretch ? LongestStretch : LongestStretch / 2;
        int first = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            if (s + 1 < text.Sentences.Length && text.Sentences[s + 1].EndToken - text.Sentences[first].FirstToken <= size)
                continue;
            yield return new NameWindow(text, first, s + 1);
            first = s + 1;
        }
    }

    /// <summary>The stretches of tokens that can hold names, with the borders of their sentences.</summary>
    public static IEnumerable<(int Start, int End, int From, int To)> Segments(NameWindow window)
    {
        for (int s = window.FirstSentence; s < window.EndSentence; s++)
        {
            int from = window.Text.Sentences[s].FirstToken - window.First, to = window.Text.Sentences[s].EndToken - window.First;
            for (int i = from; i < to; i++)
            {
                if (!window.Candidates[i])
                    continue;
                int start = i;
                while (i < to && window.Candidates[i])
                    i++;
                yield return (start, i, from, to);
            }
        }
    }

    private void Decode(NameWindow window, NameModel.Pass pass, Span<byte> labels)
    {
        labels.Clear();
        Span<uint> features = stackalloc uint[NameFeatures.Capacity];
        foreach ((int start, int end, int from, int to) in Segments(window))
        {
            for (int at = start; at < end; at += 64)
            {
                // A run of capitals longer than 64 words is no name: it is cut.
                int stop = Math.Min(end, at + 64);
                for (int i = at; i < stop; i++)
                {
                    int count = NameFeatures.Write(window, i, from, to, features);
                    pass.Score(features[..count], _scores.AsSpan((i - at) * NameModel.Width, NameModel.Width));
                }
                Viterbi(pass.Transitions, labels[at..stop]);
            }
        }
    }

    private void Viterbi(short[] transitions, Span<byte> labels)
    {
        int length = labels.Length;
        Span<int> now = stackalloc int[NameLabel.Count];
        Span<int> next = stackalloc int[NameLabel.Count];
        Span<byte> back = stackalloc byte[length * NameLabel.Count];
        const int never = int.MinValue / 4;
        now.Fill(never);
        now[NameLabel.Outside] = 0;
        for (int i = 0; i < length; i++)
        {
            for (int b = 0; b < NameLabel.Count; b++)
            {
                int best = never;
                foreach (byte a in NameLabel.Before[b])
                {
                    int score = now[a] + transitions[a * NameLabel.Count + b];
                    if (score > best)
                    {
                        best = score;
                        back[i * NameLabel.Count + b] = a;
                    }
                }
                next[b] = best <= never ? never : best + (b == 0 ? 0 : _scores[i * NameModel.Width + b - 1]);
            }
            next.CopyTo(now);
        }
        int last = NameLabel.Outside;
        for (int label = 1; label < NameLabel.Count; label++)
        {
            if (NameLabel.Closes(label) && now[label] + transitions[label * NameLabel.Count] > now[last] + transitions[last * NameLabel.Count])
                last = label;
        }
        for (int i = length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[i * NameLabel.Count + last];
        }
    }
}
