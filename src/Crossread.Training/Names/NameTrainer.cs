// Trains the two passes of the name tagger.
using System.Runtime.InteropServices;

using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>Trains the two passes of the name tagger: the second sees what the first says of the whole text.</summary>
internal static class NameTrainer
{
    private const int Epochs = 12;

    /// <summary>Both passes; the second is trained on what first passes that have not seen a document say of it.</summary>
    public static byte[] Train(NameDocument[] documents, int folds, int most)
    {
        NameWindow[][] windows = [.. documents.Select(d => NameTagger.Windows(d.Text).ToArray())];
        NameInstance[] instances = Instances(documents, windows);
        for (int fold = 0; fold < folds; fold++)
        {
            NameField part = TrainField([.. instances.Where(x => x.Document % folds != fold)]);
            foreach (NameInstance instance in instances.Where(x => x.Document % folds == fold))
                part.Decode(instance, instance.Window.Labels);
        }
        NameField first = TrainField(instances);
        foreach (NameWindow window in windows.SelectMany(w => w))
            window.Vote();
        NameField second = TrainField(Instances(documents, windows));
        return [.. BitConverter.GetBytes(NameModel.Magic), .. first.ToBytes(most / 3), .. second.ToBytes(most * 2 / 3)];
    }

    private static NameInstance[] Instances(NameDocument[] documents, NameWindow[][] windows)
    {
        const uint others = 0xfu << (1 + 4 * NameLabel.Other);
        var instances = new List<NameInstance>();
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
                        instances.Add(new NameInstance(d, window, start, hashes, allowed, ShareOf(document.Source)));
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

    private static NameField TrainField(NameInstance[] instances)
    {
        // Features seen once are left out; their ids follow the order of the text.
        var seen = new Dictionary<uint, int>();
        foreach (NameInstance instance in instances)
        {
            foreach (uint hash in instance.Hashes.SelectMany(h => h))
                CollectionsMarshal.GetValueRefOrAddDefault(seen, hash, out _)++;
        }
        var ids = new Dictionary<uint, int>();
        foreach (NameInstance instance in instances)
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
        var weights = new NameField(ids);
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
}
