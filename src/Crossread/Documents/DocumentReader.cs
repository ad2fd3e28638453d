// Paths, streams and bytes in, documents out.
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

using Crossread.Text;

namespace Crossread.Documents;

/// <summary>
/// Reads files, folders and streams into documents. The format is told by content. What cannot be read comes as a problem that says where and
/// what to do; nothing throws, and the rest is read.
/// </summary>
public static class DocumentReader
{
    private static readonly EnumerationOptions _everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };

    private static readonly Lazy<FrozenSet<string>> _companions = new(() => ListFile.Rows("Documents/companions.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Leaves out a document whose bytes came before under another name, with a problem that says so.</summary>
    public static IEnumerable<DocumentResult> WithoutCopies(IEnumerable<DocumentResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Distinct(results);
    }

    private static IEnumerable<DocumentResult> Distinct(IEnumerable<DocumentResult> results)
    {
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        foreach (DocumentResult result in results)
        {
            if (result.Document is { } document && !seen.TryAdd(document.Sha256, document.File))
            {
                Problem copy = new(document.File, null, $"has the same bytes as {seen[document.Sha256]}", "leave one of them out; it was read once");
                yield return new DocumentResult(null, result.Problems.Add(copy));
                continue;
            }
            yield return result;
        }
    }

    /// <summary>Reads a file, or every file of a folder, one document at a time. What cannot be read comes as a problem; nothing throws.</summary>
    public static IEnumerable<DocumentResult> Read(string path) => Read(path, ReadingLimits.Default);

    /// <summary>Reads a file, or every file of a folder, within the given limits.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="bytesRead">Told after each document how many more bytes of its file were read, or null.</param>
    public static IEnumerable<DocumentResult> Read(string path, ReadingLimits limits, Action<long>? bytesRead = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        if (!Directory.Exists(path))
            return ReadFile(path, limits, bytesRead);
        List<string> files;
        try
        {
            files = [.. Directory.EnumerateFiles(path, "*", _everything).Where(MayBeReport).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            return [Failed(path, null, "the folder cannot be read", "check that you may read it")];
        }
        return files.Count == 0
            ? [Failed(path, null, "there is no report in the folder", "name a folder that holds texts, pages, feeds or archives")]
            : files.SelectMany(f => ReadFile(f, limits, bytesRead).Where(r => !IsData(f, r)));
    }

    // Pictures, styles and scripts lie beside saved pages; in a folder they are no fault of the reports.
    private static bool MayBeReport(string file) =>
        !Path.GetFileName(file.AsSpan()).StartsWith(".", StringComparison.Ordinal) && !_companions.Value.Contains(Path.GetExtension(file));

    // JSON that is no feed or news item is data about reports, not a report.
    private static bool IsData(string file, DocumentResult result) =>
        result.Document is { Format: DocumentFormat.PlainText } && Path.GetExtension(file.AsSpan()).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a stream to its end: standard input, a body that came over the network.</summary>
    /// <param name="stream">What to read; it stays open.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="encoding">The encoding that the transport states, or null.</param>
    public static IEnumerable<DocumentResult> Read(Stream stream, string name, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return ReadStream(stream, name, ReadingLimits.Default, encoding);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">The document as it came.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="encoding">The encoding that the transport states, or null.</param>
    public static IEnumerable<DocumentResult> Read(byte[] bytes, string name, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(name);
        return ArchiveReader.Recognises(bytes)
            ? ReadStream(new MemoryStream(bytes), name, ReadingLimits.Default, encoding)
            : Parse(bytes, name, ReadingLimits.Default, encoding, []);
    }

    /// <summary>Reads bytes within the given limits.</summary>
    /// <param name="bytes">The document as it came.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="encoding">The encoding that the transport states, or null.</param>
    public static IEnumerable<DocumentResult> Read(byte[] bytes, string name, ReadingLimits limits, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        return ReadStream(new MemoryStream(bytes), name, limits, encoding);
    }

    /// <summary>Reads a stream to its end within the given limits.</summary>
    /// <param name="stream">What to read; it stays open.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="encoding">The encoding that the transport states, or null.</param>
    public static IEnumerable<DocumentResult> Read(Stream stream, string name, ReadingLimits limits, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(limits);
        return ReadStream(stream, name, limits, encoding);
    }

    internal static DocumentResult Failed(string file, string? place, string what, string remedy) => new(null, [new Problem(file, place, what, remedy)]);

    /// <summary>The lower-case hexadecimal SHA-256.</summary>
    internal static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static IEnumerable<DocumentResult> ReadFile(string path, ReadingLimits limits, Action<long>? bytesRead)
    {
        FileStream? stream = null;
        DocumentResult? failed = null;
        DateTime written = default;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            written = File.GetLastWriteTimeUtc(path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            failed = Failed(path, null, "no such file or folder", "check the path");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException)
        {
            failed = Failed(path, null, "the file cannot be opened", "check that it is a file and that you may read it");
        }
        if (failed is not null || stream is null)
        {
            yield return failed!;
            yield break;
        }
        using (stream)
        {
            long length = stream.CanSeek ? stream.Length : -1;
            DocumentResult? last = null;
            long told = 0;
            foreach (DocumentResult result in ReadStream(stream, path, limits, null))
            {
                if (bytesRead is not null && stream.CanSeek)
                {
                    bytesRead(stream.Position - told);
                    told = stream.Position;
                }
                if (last is not null)
                    yield return last;
                last = result;
            }
            bool changed = length >= 0 && (stream.Length != length || File.GetLastWriteTimeUtc(path) != written);
            if (changed)
            {
                Problem problem = new(path, null, "the file changed while it was read", "read it again when nothing writes to it");
                last = last is null ? new DocumentResult(null, [problem]) : last with { Problems = last.Problems.Add(problem) };
            }
            if (last is not null)
                yield return last;
        }
    }

    internal static IEnumerable<DocumentResult> ReadStream(Stream stream, string name, ReadingLimits limits, string? encoding, int depth = 0)
    {
        (byte[] head, bool _, DocumentResult? unread) = ReadBytes(stream, name, 512);
        if (unread is not null)
            return [unread];
        Stream whole = stream;
        if (stream.CanSeek)
            stream.Position -= head.Length;
        else
            whole = new RejoinedStream(head, stream);
        if (ArchiveReader.Recognises(head))
            return ArchiveReader.Read(whole, head, name, limits, depth);
        (byte[] bytes, bool more, DocumentResult? failed) = ReadBytes(whole, name, limits.DocumentBytes);
        if (failed is not null)
            return [failed];
        ImmutableArray<Problem> problems = !more ? [] :
        [
            new Problem(name, Place(limits.DocumentBytes), string.Create(CultureInfo.InvariantCulture, $"longer than {limits.DocumentBytes:N0} bytes; the rest was not read"), "part it into its reports"),
        ];
        return Parse(bytes, name, limits, encoding, problems);
    }

    private static (byte[] Bytes, bool More, DocumentResult? Failed) ReadBytes(Stream stream, string name, int limit)
    {
        try
        {
            using MemoryStream bytes = new(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, 0, limit) : 0);
            byte[] buffer = new byte[1 << 16];
            int read;
            while (bytes.Length < limit && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - bytes.Length))) > 0)
                bytes.Write(buffer, 0, read);
            bool more = limit > 512 && bytes.Length >= limit && stream.ReadByte() >= 0;
            return (bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray(), more, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            return ([], false, Failed(name, null, "reading it failed in the middle", "check the disk, or that it is a whole file"));
        }
    }

    private static string Place(long offset) => string.Create(CultureInfo.InvariantCulture, $"byte {offset}");

    internal static IEnumerable<DocumentResult> Parse(byte[] bytes, string name, ReadingLimits limits, string? encoding, ImmutableArray<Problem> problems)
    {
        IEnumerable<DocumentResult> parsed = ParseBytes(bytes, name, limits, encoding, problems);
        return limits.KeepBytes ? parsed.Select(r => r.Document is { } document ? r with { Document = document with { Bytes = ImmutableCollectionsMarshal.AsImmutableArray(bytes) } } : r) : parsed;
    }

    private static IEnumerable<DocumentResult> ParseBytes(byte[] bytes, string name, ReadingLimits limits, string? encoding, ImmutableArray<Problem> problems)
    {
        if (bytes.Length == 0)
            return [new DocumentResult(null, problems.Add(new Problem(name, null, "the file is empty", "check that it was saved")))];
        if (FormatSniffer.BinaryKind(bytes) is { } binary)
            return [new DocumentResult(null, problems.Add(new Problem(name, Place(0), $"is {binary}, not text", "save the report as text or as a web page")))];
        TextDecoder.Decoded decoded = TextDecoder.Decode(bytes, encoding);
        string text = decoded.Text;
        string? root = FormatSniffer.Root(text);
        bool html = FormatSniffer.IsHtml(text, root);
        if (decoded.CutOff && problems.IsEmpty)
            problems = problems.Add(new Problem(name, Place(decoded.BadByte < 0 ? bytes.Length : decoded.BadByte), "the file is cut off in the middle of a character", "check that it was saved whole"));
        else if (decoded.BadByte >= 0 && !decoded.CutOff && !html)
            problems = problems.Add(new Problem(name, Place(decoded.BadByte), $"is not {decoded.Encoding} throughout; what is no character was read as U+FFFD", "save it in UTF-8"));
        else if (decoded.Guessed && !html)
            problems = problems.Add(new Problem(name, null, "states no encoding and is not UTF-8; it was read as windows-1252", "save it in UTF-8"));
        Document document = new() { File = name, Sha256 = Hash(bytes), Source = text, Encoding = decoded.Encoding };
        if (root is "rss" or "feed" or "rdf")
            return FeedReader.Read(document, limits, problems);
        if (AgencyReader.Recognises(root))
            return AgencyReader.Read(document, limits, problems);
        if (JsonNewsReader.Recognises(text))
            return JsonNewsReader.Read(document, limits, problems);
        if (html)
        {
            HtmlReader.Content page = HtmlReader.Read(text, limits);
            if (page.CutOff && problems.IsEmpty)
                problems = problems.Add(new Problem(name, Place(bytes.Length), "the page is cut off inside a tag", "save the whole page; what stands before was read"));
            if (page.TooDeep)
                problems = problems.Add(new Problem(name, null, string.Create(CultureInfo.InvariantCulture, $"its elements are nested deeper than {limits.ElementDepth}; what lies deeper was read as if it lay there"), "none needed; no words were lost"));
            document = document with { Format = DocumentFormat.Html, Blocks = page.Blocks.IsEmpty ? ScriptStory.Read(text, limits) : page.Blocks, Elements = page.Elements, Metadata = page.Metadata };
        }
        else
        {
            bool markdown = MarkdownReader.Recognises(text);
            document = document with { Format = markdown ? DocumentFormat.Markdown : DocumentFormat.PlainText, Blocks = PlainTextReader.Read(text, markdown, limits) };
        }
        return document.Blocks.IsEmpty
            ? [new DocumentResult(null, problems.Add(new Problem(name, null, "there are no words in it", "check that the report was saved with its text")))]
            : [new DocumentResult(document, problems)];
    }
}
