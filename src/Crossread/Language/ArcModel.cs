// Weights of the arc model: a small recurrent encoder and a biaffine score for each pair of words (after Dozat and Manning 2017).
using System.Runtime.InteropServices;

namespace Crossread.Language;

/// <summary>The parts of the arc model, in the order of the file.</summary>
internal enum ArcPart
{
    /// <summary>Gates of the two layers, forwards and backwards: candidate, forgetting, output.</summary>
    Gates1,
    GateBias1,
    Gates2,
    GateBias2,

    /// <summary>A word as child, as head, and the form between them.</summary>
    Child,
    ChildBias,
    Head,
    HeadBias,
    Between,
    HeadAlone,

    /// <summary>A word as child and as head for the relation; the side of the head; the relations.</summary>
    LabelChild,
    LabelChildBias,
    LabelHead,
    Side,
    Label,
    LabelBias,

    /// <summary>Both tags; the child's tag with the distance.</summary>
    TagPair,
    TagDistance,
}

/// <summary>A trained arc model. Immutable after loading; safe to share between threads.</summary>
internal sealed class ArcModel
{
    /// <summary>Numbers a word in and between the layers, one direction's share, and numbers a word for arcs and for relations.</summary>
    public const int Width = 128, Half = Width / 2, ArcWidth = 64, LabelWidth = 64, Gates = 6 * Half;

    /// <summary>Room for tags, relations and steps of distance.</summary>
    public const int Tags = 128, Labels = 64, Distances = 16;

    /// <summary>Features of a word: form, two endings, beginning, shape, lexicon, fields of meaning, tag.</summary>
    public const int Features = 8;

    /// <summary>The tag that stands for the root.</summary>
    public const byte RootTag = Tags - 1;

    private static readonly int[] Rows = [16384, 8192, 4096, 256, 4096, 128, 128, Tags];

    private ArcModel(sbyte[] embeddings, float scale, float[][] parts)
    {
        Embeddings = embeddings;
        Scale = scale;
        Parts = [.. parts.Select((part, p) => Pack(part, Inputs((ArcPart)p)))];
    }

    /// <summary>Number of all rows of embeddings.</summary>
    public static int AllRows => Rows.Sum();

    /// <summary>A row of <see cref="Width"/> whole numbers for each value of each feature.</summary>
    public sbyte[] Embeddings { get; }

    /// <summary>What one step of an embedding is worth.</summary>
    public float Scale { get; }

    /// <summary>By <see cref="ArcPart"/>; matrices as <see cref="DenseMath.AddPacked"/> wants them.</summary>
    public float[][] Parts { get; }

    /// <summary>Numbers in a part.</summary>
    public static int Length(ArcPart part) => part switch
    {
        ArcPart.Gates1 or ArcPart.Gates2 => Width * Gates,
        ArcPart.GateBias1 or ArcPart.GateBias2 => Gates,
        ArcPart.Child or ArcPart.Head => Width * ArcWidth,
        ArcPart.ChildBias or ArcPart.HeadBias or ArcPart.HeadAlone => ArcWidth,
        ArcPart.Between => ArcWidth * ArcWidth,
        ArcPart.LabelChild or ArcPart.LabelHead => Width * LabelWidth,
        ArcPart.LabelChildBias => LabelWidth,
        ArcPart.Side => 2 * LabelWidth,
        ArcPart.Label => LabelWidth * Labels,
        ArcPart.LabelBias => Labels,
        ArcPart.TagPair => Tags * Tags,
        _ => Tags * Distances,
    };

    /// <summary>Writes the rows of a word's features; the root, behind the last word, has only its tag.</summary>
    public static void FindRows(WordSheet s, int i, Span<int> rows)
    {
        int start = 0;
        for (int f = 0; f < Features; f++)
        {
            rows[f] = start;
            start += Rows[f];
        }
        if (i == s.Count)
        {
            rows[Features - 1] += RootTag;
            return;
        }
        unchecked
        {
            rows[0] += Mixed(s.Word[i], Rows[0]);
            rows[1] += Mixed(s.Suffix3[i], Rows[1]);
            rows[2] += Mixed(s.Prefix3[i], Rows[2]);
            rows[3] += s.Shape[i];
            rows[4] += Mixed(s.Class[i], Rows[4]);
            rows[5] += s.Noun[i];
            rows[6] += s.Verb[i];
            rows[7] += s.Tag[i];
        }
    }

    /// <summary>Step of the distance from child to head: six for each side.</summary>
    public static int Distance(int child, int head)
    {
        int d = head - child, far = Math.Abs(d);
        int step = far <= 3 ? far - 1 : far <= 5 ? 3 : far <= 8 ? 4 : far <= 14 ? 5 : 6;
        return d < 0 ? step : 8 + step;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ArcModel Read(BinaryReader reader)
    {
        float scale = reader.ReadSingle();
        sbyte[] embeddings = new sbyte[AllRows * Width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(embeddings.AsSpan()));
        float[][] parts = new float[Enum.GetValues<ArcPart>().Length][];
        for (int p = 0; p < parts.Length; p++)
        {
            float step = reader.ReadSingle();
            parts[p] = new float[Length((ArcPart)p)];
            short[] numbers = new short[parts[p].Length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
            for (int i = 0; i < numbers.Length; i++)
                parts[p][i] = numbers[i] * step;
        }
        // Columns that stand for no relation never win.
        parts[(int)ArcPart.LabelBias].AsSpan(Enum.GetValues<Relation>().Length).Fill(-1000);
        return new ArcModel(embeddings, scale, parts);
    }

    /// <summary>Writes embeddings in 8 bits and matrices in 16.</summary>
    public static void Write(BinaryWriter writer, float[] embeddings, float[][] parts)
    {
        float scale = Math.Max(1e-6f, embeddings.Max(Math.Abs) / sbyte.MaxValue);
        writer.Write(scale);
        foreach (float number in embeddings)
            writer.Write((sbyte)MathF.Round(number / scale));
        foreach (float[] part in parts)
        {
            float step = Math.Max(1e-9f, part.Max(Math.Abs) / short.MaxValue);
            writer.Write(step);
            foreach (float number in part)
                writer.Write((short)MathF.Round(number / step));
        }
    }

    private static int Inputs(ArcPart part) => part switch
    {
        ArcPart.Gates1 or ArcPart.Gates2 or ArcPart.Child or ArcPart.Head or ArcPart.LabelChild or ArcPart.LabelHead => Width,
        ArcPart.Between => ArcWidth,
        ArcPart.Label => LabelWidth,
        _ => 0,
    };

    private static float[] Pack(float[] part, int inputs)
    {
        if (inputs == 0)
            return part;
        float[] packed = new float[part.Length];
        DenseMath.Pack(part, packed, inputs, part.Length / inputs);
        return packed;
    }

    // Row 0 is for a word without the feature.
    private static int Mixed(uint value, int rows) => value == 0 ? 0 : 1 + (int)(unchecked(value * 0x9E3779B97F4A7C15UL) >> 33) % (rows - 1);
}
