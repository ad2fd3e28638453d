// The trained models that ship inside the library; loaded once, when first needed.
using System.IO.Compression;
using System.Text;

namespace Crossread.Language;

/// <summary>The trained models. Immutable; shared by all threads.</summary>
internal sealed class LanguageModels
{
    /// <summary>The files' names, without folder.</summary>
    public const string TaggerFile = "tagger.bin", ParserFile = "parser.bin", LemmaFile = "lemmas.bin";

    private static readonly Lazy<LanguageModels> Shipped = new(() => Load(name => Embedded("Language/" + name)));

    /// <summary>The models that ship with the library.</summary>
    public static LanguageModels Default => Shipped.Value;

    /// <summary>The joint tags.</summary>
    public required TagSet Tags { get; init; }

    /// <summary>The tagger's weights.</summary>
    public required WeightTable Tagger { get; init; }

    /// <summary>The parser's weights for actions.</summary>
    public required ActionTable Actions { get; init; }

    /// <summary>The parser's weights for relations.</summary>
    public required WeightTable Relations { get; init; }

    /// <summary>The lemmatiser's rules.</summary>
    public required LemmaRules Lemmas { get; init; }

    /// <summary>Loads the models from streams by file name.</summary>
    public static LanguageModels Load(Func<string, Stream> open)
    {
        // The parser's file is the largest by far: unpack it beside the others.
        Task<(ActionTable Actions, WeightTable Relations)> parser = Task.Run(() => Unpack(open(ParserFile), reader => (ActionTable.Read(reader), WeightTable.Read(reader))));
        LemmaRules lemmas = Unpack(open(LemmaFile), LemmaRules.Read);
        (TagSet tags, WeightTable tagger) = Unpack(open(TaggerFile), reader => (new TagSet(ReadNames(reader)), WeightTable.Read(reader)));
        (ActionTable actions, WeightTable relations) = parser.GetAwaiter().GetResult();
        return new LanguageModels { Tags = tags, Tagger = tagger, Actions = actions, Relations = relations, Lemmas = lemmas };
    }

    /// <summary>Reads a packed file.</summary>
    public static T Unpack<T>(Stream packed, Func<BinaryReader, T> read)
    {
        using BrotliStream stream = new(packed, CompressionMode.Decompress);
        using BufferedStream buffered = new(stream, 1 << 16);
        using BinaryReader reader = new(buffered, Encoding.UTF8);
        return read(reader);
    }

    /// <summary>Writes a packed file.</summary>
    public static void Pack(Stream file, Action<BinaryWriter> write)
    {
        using BrotliStream stream = new(file, CompressionLevel.Optimal);
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        write(writer);
    }

    private static string[] ReadNames(BinaryReader reader)
    {
        string[] names = new string[reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        return names;
    }

    private static Stream Embedded(string name) =>
        typeof(LanguageModels).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library was built without its model {name}.");
}
