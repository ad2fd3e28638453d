// A reading in the form in which it is kept: two packed byte runs.
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

using Crossread.Documents;
using Crossread.Language;
using Crossread.Stories;

namespace Crossread.Storage.Packing;

/// <summary>
/// A reading in the form in which it is kept: the clean text, and everything found in it as compact JSON with the words as columns of small
/// numbers. Properties that the records gain later are kept by themselves, since the JSON is written from the records.
/// </summary>
/// <param name="Text">The clean text, packed.</param>
/// <param name="Body">Everything else, packed.</param>
internal sealed record PackedReading(byte[] Text, byte[] Body)
{
    /// <summary>Number of this form; one that reads another way gets another number.</summary>
    public const int Form = 1;

    private sealed record Content(Reading Reading, ImmutableArray<Problem> Problems);

    /// <summary>Packs a reading.</summary>
    public static PackedReading Of(Reading reading, ImmutableArray<Problem> problems)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new Content(reading, problems), RecordJson.Options);
        ArrayBufferWriter<byte> body = new(json.Length * 2);
        WordColumns.WriteNumber(body, json.Length);
        body.Write(json);
        WordColumns.Write(body, reading.Words);
        return new PackedReading(PackText(reading.Report.Text), WithLength(body.WrittenSpan));
    }

    /// <summary>The reading.</summary>
    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    public (Reading Reading, ImmutableArray<Problem> Problems) Unpack()
    {
        string text = UnpackText(Text);
        try
        {
            ReadOnlySpan<byte> body = Unpacked(Body);
            int length = WordColumns.ReadNumber(ref body);
            Content content = JsonSerializer.Deserialize<Content>(body[..length], RecordJson.Options) ?? throw new InvalidDataException("there is no reading in it");
            AnnotatedText words = WordColumns.Read(body[length..], text);
            return (content.Reading with { Report = content.Reading.Report with { Text = text }, Words = words }, content.Problems);
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or OverflowException or NotSupportedException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException("what was found in it cannot be read: " + damage.Message, damage);
        }
    }

    /// <summary>Packs a clean text. Half a pair of surrogates, which no UTF-8 holds, is kept too.</summary>
    public static byte[] PackText(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        if (Encoding.UTF8.GetCharCount(utf8) == text.Length && Encoding.UTF8.GetString(utf8) == text)
            return WithLength(utf8);
        byte[] wide = Encoding.Unicode.GetBytes(text);
        byte[] packed = WithLength(wide);
        return [.. new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }, .. packed];
    }

    /// <summary>A clean text.</summary>
    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    public static string UnpackText(ReadOnlySpan<byte> packed)
    {
        bool wide = packed.Length > 8 && BinaryPrimitives.ReadUInt32LittleEndian(packed) == uint.MaxValue;
        return wide ? WideText(Unpacked(packed[4..])) : Encoding.UTF8.GetString(Unpacked(packed));
    }

    private static string WideText(byte[] bytes) => new(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes));

    private static byte[] WithLength(ReadOnlySpan<byte> bytes)
    {
        byte[] packed = Brotli.Pack(bytes);
        byte[] whole = new byte[packed.Length + 4];
        BinaryPrimitives.WriteInt32LittleEndian(whole, bytes.Length);
        packed.CopyTo(whole, 4);
        return whole;
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> whole) =>
        whole.Length < 4 ? throw new InvalidDataException("packed bytes are cut off") : Brotli.Unpack(whole[4..], BinaryPrimitives.ReadInt32LittleEndian(whole));
}
