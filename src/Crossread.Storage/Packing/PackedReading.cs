// A reading in the form in which it is kept: two packed byte runs.
using System.Buffers;
using System.Collections.Immutable;
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
/// <param name="Form">Number of the form: 1 or <see cref="Newest"/>.</param>
internal sealed record PackedReading(byte[] Text, byte[] Body, int Form)
{
    /// <summary>Number of the form that is written. In form 1 a text is kept by itself, and words are told without what the text itself tells of them.</summary>
    public const int Newest = 2;

    private sealed record Content(Reading Reading, ImmutableArray<Problem> Problems);

    /// <summary>Packs a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="problems">What went wrong when it was read.</param>
    /// <param name="original">The bytes of the original that holds it.</param>
    public static PackedReading Of(Reading reading, ImmutableArray<Problem> problems, ReadOnlySpan<byte> original)
    {
        return new PackedReading(PackedText.Of(reading.Report.Text, original), PackedBytes.Primed(Plain(reading, problems)), Newest);
    }

    /// <summary>Everything but the text, before it is packed.</summary>
    internal static ReadOnlySpan<byte> Plain(Reading reading, ImmutableArray<Problem> problems)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new Content(reading, problems), RecordJson.Options);
        ArrayBufferWriter<byte> body = new(json.Length * 2);
        WordColumns.WriteNumber(body, json.Length);
        body.Write(json);
        WordColumns.Write(body, reading.Words);
        return body.WrittenSpan;
    }

    /// <summary>The reading.</summary>
    /// <param name="original">Gives the bytes of the original that holds it; asked only where the text is told by them.</param>
    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    public (Reading Reading, ImmutableArray<Problem> Problems) Unpack(Func<byte[]> original)
    {
        if (Form is < 1 or > Newest)
            throw new InvalidDataException(FormattableString.Invariant($"it has form {Form}, which this version does not know"));
        string text = PackedText.Unpack(Text, original);
        try
        {
            ReadOnlySpan<byte> body = PackedBytes.Unpack(Body);
            int length = WordColumns.ReadNumber(ref body);
            Content content = JsonSerializer.Deserialize<Content>(body[..length], RecordJson.Options) ?? throw new InvalidDataException("there is no reading in it");
            AnnotatedText words = WordColumns.Read(body[length..], text, Form);
            return (content.Reading with { Report = content.Reading.Report with { Text = text }, Words = words }, content.Problems);
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or OverflowException or NotSupportedException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException("what was found in it cannot be read: " + damage.Message, damage);
        }
    }
}
