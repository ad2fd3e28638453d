// The trained models that ship inside the library; loaded once, when first needed.
using System.IO.Compression;
using System.Text;

namespace Crossread.Language;

/// <summary>The trained models. Immutable; shared by all threads.</summary>
internal sealed class LanguageModels
{
    /// <summary>The files' names, without folder.</summary>
    public const string TaggerFile = "tagger.bin", ParserFile = "parser.bin", LemmaFile = "lemmas.bin", LexiconFile = "lexicon.bin", RetaggerFile = "retagger.bin", ArcFile = "arcs.bin";

    private static readonly Lazy<LanguageModels> Shipped = new(() => Load(name => Embedded("Language/" + name)));

    /// <summary>The models that ship with the library.</summary>
    public static LanguageModels Default => Shipped.Value;

    /// <summary>The joint tags.</summary>
    public required TagSet Tags { get; init; }

    /// <summary>The tagger's weights.</summary>
    public required WeightTable Tagger { get; init; }

    /// <summary>The second tagging's weights.</summary>
    public required WeightTable Retagger { get; init; }

    /// <summary>The parser's weights.</summary>
    public required WeightTable Parser { get; init; }

    /// <summary>The second voice on heads and relations.</summary>
    public required ArcModel Arcs { get; init; }

    /// <summary>The parser's classes.</summary>
    public required ParserMove[] Moves { get; init; }

    /// <summary>What a dictionary knows of words.</summary>
    public required Lexicon Lexicon { get; init; }

    /// <summary>The lemmatiser's rules.</summary>
    public required LemmaRules Lemmas { get; init; }

    /// <summary>Loads the models from streams by file name.</summary>
    public static LanguageModels Load(Func<string, Stream> open)
    {
        // The parser's file is the largest by far: unpack it beside the others.
        Task<(ParserMove[] Moves, WeightTable Weights)> parser = Task.Run(() => Unpack(open(ParserFile), reader => (ReadMoves(reader), WeightTable.Read(reader))));
        Lexicon lexicon = Unpack(open(LexiconFile), Lexicon.Read);
        LemmaRules lemmas = Unpack(open(LemmaFile), LemmaRules.Read);
        (TagSet tags, WeightTable tagger) = Unpack(open(TaggerFile), reader => (new TagSet(ReadNames(reader)), WeightTable.Read(reader)));
        WeightTable retagger = Unpack(open(RetaggerFile), WeightTable.Read);
        ArcModel arcs = Unpack(open(ArcFile), ArcModel.Read);
        (ParserMove[] moves, WeightTable weights) = parser.GetAwaiter().GetResult();
        return new LanguageModels { Tags = tags, Tagger = tagger, Retagger = retagger, Parser = weights, Moves = moves, Arcs = arcs, Lemmas = lemmas, Lexicon = lexicon };
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

    /// <summary>Reads the parser's classes.</summary>
    public static ParserMove[] ReadMoves(BinaryReader reader)
    {
        ParserMove[] moves = new ParserMove[reader.ReadInt32()];
        for (int i = 0; i < moves.Length; i++)
            moves[i] = new ParserMove((ParserAction)reader.ReadByte(), reader.ReadByte());
        return moves;
    }

    private static string[] ReadNames(BinaryReader reader)
    {
        string[] names = new string[reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++)
            names[i] = reader.ReadString();
        return names;
    }

    /// <summary>A file inside the library.</summary>
    internal static Stream Embedded(string name) =>
        typeof(LanguageModels).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library was built without its model {name}.");
}
