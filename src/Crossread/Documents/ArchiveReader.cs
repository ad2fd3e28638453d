// Archives: zip, tar, gzip and WARC, each member a document, streamed.
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;

namespace Crossread.Documents;

/// <summary>
/// Reads the members of archives one after the other, in bounded memory: zip, tar, gzip, WARC (ISO 28500) and WACZ, one in the other down to a
/// bounded depth. Nothing is written to disk, so a member's path can lead nowhere. A member that unpacks to far more than it packs is cut off.
/// </summary>
internal static class ArchiveReader
{
    private const long _credibleBytes = 1L << 30;

    /// <summary>True if the bytes begin an archive.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head) => IsZip(head) || IsGzip(head) || IsTar(head) || IsWarc(head);

    /// <summary>The documents of an archive, in its order.</summary>
    /// <param name="stream">The archive from its beginning; it must be able to look back to its first 512 bytes.</param>
    /// <param name="head">Those first bytes.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="depth">Archives around it.</param>
    public static IEnumerable<DocumentResult> Read(Stream stream, byte[] head, string name, ReadingLimits limits, int depth)
    {
        if (depth > limits.ArchiveDepth)
            return [DocumentReader.Failed(name, null, string.Create(CultureInfo.InvariantCulture, $"archives are nested deeper than {limits.ArchiveDepth}"), "unpack the inner archive first")];
        if (IsZip(head))
            return Guard(Zip(stream, name, limits, depth), name);
        if (IsGzip(head))
            return Guard(Gzip(stream, name, limits, depth), name);
        return IsTar(head) ? Guard(Tar(stream, name, limits, depth), name) : Guard(Warc(stream, name, limits), name);
    }

    // An archive that breaks off gives what stands before the break, and a problem.
    private static IEnumerable<DocumentResult> Guard(IEnumerable<DocumentResult> members, string name)
    {
        using IEnumerator<DocumentResult> each = members.GetEnumerator();
        while (true)
        {
            DocumentResult? result;
            bool more = false;
            try
            {
                more = each.MoveNext();
                result = more ? each.Current : null;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException or FormatException or OverflowException or ArgumentException)
            {
                result = DocumentReader.Failed(name, null, "the archive is damaged or cut off", "check that it was saved whole; what stands before the damage was read");
            }
            if (result is not null)
                yield return result;
            if (!more)
                yield break;
        }
    }

    private static IEnumerable<DocumentResult> Zip(Stream stream, string name, ReadingLimits limits, int depth)
    {
        using MemoryStream? buffer = stream.CanSeek ? null : Buffer(stream, limits);
        Stream whole = buffer ?? stream;
        using ZipArchive zip = new(whole, ZipArchiveMode.Read, leaveOpen: true);
        int members = 0;
        // Members may share one packed stretch, so that each is credible and all together are not.
        long unpacked = 0, bound = Math.Min(limits.ArchiveBytes, Math.Max(_credibleBytes, (long)Math.Min(long.MaxValue / 2.0, (double)whole.Length * limits.PackingRatio)));
        foreach (ZipArchiveEntry entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.FullName.EndsWith('/') || entry.Length == 0 || IsInWacz(zip, entry))
                continue;
            if (++members > limits.Items)
            {
                yield return TooMany(name, limits);
                yield break;
            }
            using BoundedStream member = new(entry.Open(), limits, entry.CompressedLength);
            foreach (DocumentResult result in DocumentReader.ReadStream(member, name + "#" + entry.FullName, limits, null, depth + 1))
                yield return result;
            if (member.Exceeded)
                yield return Bomb(name + "#" + entry.FullName);
            unpacked += member.Position;
            if (unpacked > bound)
            {
                yield return Bomb(name);
                yield break;
            }
        }
    }

    // A WACZ holds indexes and page lists beside its WARC files.
    private static bool IsInWacz(ZipArchive zip, ZipArchiveEntry entry) =>
        zip.GetEntry("datapackage.json") is not null && !entry.FullName.StartsWith("archive/", StringComparison.Ordinal);

    private static IEnumerable<DocumentResult> Gzip(Stream stream, string name, ReadingLimits limits, int depth)
    {
        MemberStream members = new(stream);
        using BoundedStream inner = new(members, limits, stream.CanSeek ? stream.Length : -1);
        foreach (DocumentResult result in DocumentReader.ReadStream(inner, name, limits, null, depth + 1))
            yield return result;
        if (inner.Exceeded)
            yield return Bomb(name);
        if (members.Damaged > 0)
        {
            string what = members.Damaged == 1 ? "a packed part of it is damaged; the rest was read" : string.Create(CultureInfo.InvariantCulture, $"{members.Damaged:N0} packed parts of it are damaged; the rest was read");
            yield return DocumentReader.Failed(name, null, what, "get the file again");
        }
    }

    private static IEnumerable<DocumentResult> Tar(Stream stream, string name, ReadingLimits limits, int depth)
    {
        using TarReader tar = new(stream, leaveOpen: true);
        int members = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            if (++members > limits.Items)
            {
                yield return TooMany(name, limits);
                yield break;
            }
            if (entry.DataStream is null || entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
                continue;
            foreach (DocumentResult result in DocumentReader.ReadStream(entry.DataStream, name + "#" + entry.Name, limits, null, depth + 1))
                yield return result;
        }
    }

    private static IEnumerable<DocumentResult> Warc(Stream stream, string name, ReadingLimits limits)
    {
        WarcReader records = new(stream, limits.DocumentBytes);
        long number = 0;
        while (records.Next() is { } record)
        {
            if (++number > limits.Items * 4L)
            {
                yield return TooMany(name, limits);
                yield break;
            }
            string place = name + "#" + (record.Address ?? number.ToString(CultureInfo.InvariantCulture));
            if (record.Problem is { } problem)
            {
                yield return DocumentReader.Failed(place, record.Place, problem, "the other records were read");
                if (record.Body is null)
                    continue;
            }
            if (record.Body is null || !record.IsPage)
                continue;
            foreach (DocumentResult result in DocumentReader.Parse(record.Body, place, limits, record.Encoding, []))
            {
                yield return result.Document is { } document && record.Address is { } address
                    ? result with { Document = document with { Metadata = document.Metadata.Add(new Metadatum("warc:url", address, 0)) } }
                    : result;
            }
        }
    }

    private static DocumentResult TooMany(string name, ReadingLimits limits) =>
        DocumentReader.Failed(name, null, string.Create(CultureInfo.InvariantCulture, $"has more than {limits.Items:N0} members; the rest was not read"), "part it");

    private static DocumentResult Bomb(string name) => DocumentReader.Failed(name, null, "unpacks to far more than it packs", "unpack it yourself if you trust it; what came before the bound was read");

    private static MemoryStream Buffer(Stream stream, ReadingLimits limits)
    {
        MemoryStream all = new();
        byte[] buffer = new byte[1 << 16];
        int read;
        while (all.Length < limits.DocumentBytes * 8L && all.Length < int.MaxValue / 2 && (read = stream.Read(buffer)) > 0)
            all.Write(buffer, 0, read);
        all.Position = 0;
        return all;
    }

    private static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 3, 4]) || head.StartsWith((ReadOnlySpan<byte>)[(byte)'P', (byte)'K', 5, 6]);

    private static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);

    private static bool IsTar(ReadOnlySpan<byte> head) => head.Length >= 262 && head[257..].StartsWith("ustar"u8);

    private static bool IsWarc(ReadOnlySpan<byte> head) => head.StartsWith("WARC/"u8);
}
