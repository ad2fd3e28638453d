// A reading in the form in which it is kept: two packed byte runs.
using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

using Crossread.Documents;
using Crossread.Language;
using Crossread.Stories;

namespace Crossread.Storage.Packing;

/// <summary>
/// A reading in the form in which it is kept: the clean text, and everything found in it, the words as columns of small numbers, the rest as compact JSON
/// and a column of the spans. Properties that the records gain later are kept by themselves, since the JSON is written from the records.
/// </summary>
/// <param name="Text">The clean text, packed.</param>
/// <param name="Body">Everything else, packed.</param>
/// <param name="Form">Number of the form, 1 to <see cref="Newest"/>.</param>
internal sealed record PackedReading(byte[] Text, byte[] Body, int Form)
{
    /// <summary>
    /// Number of the form that is written. In form 1 a text was kept by itself, in form 2 words were told without what the text itself tells of them,
    /// from form 3 on without what can be guessed, and spans by words.
    /// </summary>
    public const int Newest = 3;

    private sealed record Content(Reading Reading, ImmutableArray<Problem> Problems);

    /// <summary>Packs a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="problems">What went wrong when it was read.</param>
    /// <param name="original">The bytes of the original that holds it.</param>
    public static PackedReading Of(Reading reading, ImmutableArray<Problem> problems, ReadOnlySpan<byte> original)
    {
        return new PackedReading(PackedText.Of(reading.Report.Text, original), PackedBytes.Primed(Plain(reading, problems), Primer.Newest), Newest);
    }

    /// <summary>Everything but the text, before it is packed.</summary>
    internal static ReadOnlySpan<byte> Plain(Reading reading, ImmutableArray<Problem> problems)
    {
        ArrayBufferWriter<byte> body = new(), column = new();
        WordColumns.Write(body, reading.Words, WordLore.Known);
        byte[] json = RecordJson.Write(new Content(reading, problems), new WordSpans(reading.Words, new NumberColumn.Writer(column)));
        PackedNumbers.Write(body, json.Length);
        body.Write(json);
        body.Write(column.WrittenSpan);
        return body.WrittenSpan;
    }

    /// <summary>The reading.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="file">The file that it came in.</param>
    /// <param name="sha256">Its hash.</param>
    /// <param name="original">Gives the bytes of the original that holds it; asked only where the text is told by them.</param>
    /// <exception cref="InvalidDataException">What is kept is damaged.</exception>
    public (Reading Reading, ImmutableArray<Problem> Problems) Unpack(string id, string file, string sha256, Func<byte[]> original)
    {
        if (Form is < 1 or > Newest)
            throw new InvalidDataException(FormattableString.Invariant($"it has form {Form}, which this version does not know"));
        string text = PackedText.Unpack(Text, original);
        try
        {
            (AnnotatedText words, Content? content) = Form < Newest ? Older(text) : Newer(text);
            return content is null ? throw new InvalidDataException("there is no reading in it")
                : (content.Reading with { Report = content.Reading.Report with { Id = id, File = file, Sha256 = sha256, Text = text }, Words = words }, content.Problems);
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or OverflowException or NotSupportedException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException("what was found in it cannot be read: " + damage.Message, damage);
        }
    }

    private (AnnotatedText Words, Content? Content) Newer(string text)
    {
        NumberColumn.Reader body = new(PackedBytes.Unpack(Body, Primer.Newest));
        AnnotatedText words = WordColumns.Read(body, text, WordLore.Known);
        ReadOnlySpan<byte> json = body.Bytes(body.Pass(0));
        return (words, RecordJson.Read<Content>(json, new WordSpans(words, body)));
    }

    private (AnnotatedText Words, Content? Content) Older(string text)
    {
        ReadOnlySpan<byte> body = PackedBytes.Unpack(Body, Primer.Second);
        int length = PackedNumbers.Read(ref body);
        return (OlderWords.Read(body[length..], text, Form), RecordJson.Read<Content>(body[..length], null));
    }
}
