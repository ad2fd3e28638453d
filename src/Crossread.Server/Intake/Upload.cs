// Takes the files of a form, streamed to a private folder: no file is held in memory, and none keeps the name that it came with.
using System.Collections.Immutable;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Crossread.Server.Intake;

/// <summary>Files that came with a form, in a folder that is deleted with them.</summary>
internal sealed class Upload : IDisposable
{
    private readonly string _folder;

    private Upload(string folder, ImmutableArray<UploadedFile> files) => (_folder, Files) = (folder, files);

    /// <summary>The files in their order.</summary>
    public ImmutableArray<UploadedFile> Files { get; }

    /// <summary>Takes the files of a <c>multipart/form-data</c> body (RFC 7578).</summary>
    /// <exception cref="BadHttpRequestException">It is no such body, or has too many files.</exception>
    public static async Task<Upload> Take(HttpRequest request, RequestLimits limits, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw new BadHttpRequestException("Files come as multipart/form-data.", StatusCodes.Status415UnsupportedMediaType);
        }
        string folder = Directory.CreateTempSubdirectory("crossread-").FullName;
        try
        {
            return new Upload(folder, await Save(new MultipartReader(boundary.Value!, request.Body), folder, limits, cancel).ConfigureAwait(false));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static async Task<ImmutableArray<UploadedFile>> Save(MultipartReader reader, string folder, RequestLimits limits, CancellationToken cancel)
    {
        ImmutableArray<UploadedFile>.Builder files = ImmutableArray.CreateBuilder<UploadedFile>();
        byte[] buffer = new byte[1 << 16];
        while (await Whole(reader.ReadNextSectionAsync(cancel)).ConfigureAwait(false) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition) || !disposition.IsFileDisposition())
                continue;
            if (files.Count == limits.UploadFiles)
                throw new BadHttpRequestException(FormattableString.Invariant($"More than {limits.UploadFiles} files came at once."), StatusCodes.Status413PayloadTooLarge);
            string path = Path.Combine(folder, FormattableString.Invariant($"{files.Count}"));
            FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await using (file.ConfigureAwait(false))
            {
                for (int read; (read = await Whole(section.Body.ReadAsync(buffer, cancel).AsTask()).ConfigureAwait(false)) > 0;)
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
                // A browser sends an empty part for a field in which nothing was chosen.
                if (file.Length == 0 && string.IsNullOrEmpty(disposition.FileName.Value))
                    continue;
            }
            files.Add(new UploadedFile(path, FileName.Clean(disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : disposition.FileName.Value)));
        }
        return files.ToImmutable();
    }

    // What ends in its middle or is no form fails as a stream does; it is the client's fault, unlike a full disk.
    private static async Task<T> Whole<T>(Task<T> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form is broken or ends in its middle.", StatusCodes.Status400BadRequest, broken);
        }
    }
}

/// <summary>An uploaded file.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its name, cleaned.</param>
internal readonly record struct UploadedFile(string Path, string Name);
