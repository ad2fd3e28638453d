// Writes a file whole or not at all.
using System.Text;

using Crossread.Pages;

namespace Crossread.Cli;

/// <summary>Output files: written beside their place first, then moved, so that no half-written file stays.</summary>
internal static class OutputFile
{
    /// <summary>Makes a folder if it is not there; returns false and says why on standard error if it cannot.</summary>
    public static bool MakeFolder(string folder)
    {
        try
        {
            // The folder that it stands in must be there: a misspelt path makes nothing.
            if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } above && !Directory.Exists(above))
                throw new DirectoryNotFoundException($"there is no folder {above}");
            Directory.CreateDirectory(folder);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Console.Error.WriteLine(VisibleText.Of($"crossread: {folder}: cannot be made ({error.Message}); choose a folder that exists, may be written and has room", keepLines: true));
            return false;
        }
    }

    /// <summary>Writes what an export gives; returns false and says why on standard error if the file cannot take it.</summary>
    public static bool Write(string file, Action<Stream> write)
    {
        if (file == "-")
        {
            using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            write(output);
            return true;
        }
        return Whole(file, half =>
        {
            using FileStream output = new(half, FileMode.Create, FileAccess.Write);
            write(output);
        });
    }

    /// <summary>Writes the text in UTF-8; returns false and says why on standard error if it cannot.</summary>
    public static bool Write(string file, string text) => Write(file, (TextWriter writer) => writer.Write(text));

    /// <summary>Writes a file in UTF-8 step by step; returns false and says why on standard error if it cannot. What the writing throws leaves no file.</summary>
    public static bool Write(string file, Action<TextWriter> write)
    {
        if (file == "-")
        {
            write(Console.Out);
            return true;
        }
        return Whole(file, half =>
        {
            using StreamWriter writer = new(half, append: false, new UTF8Encoding(false));
            write(writer);
        });
    }

    private static bool Whole(string file, Action<string> write)
    {
        // A device or a pipe is written to as it is: moving a file there would take its place.
        bool thing = Path.Exists(file) && !Directory.Exists(file) && Path.GetFullPath(file).StartsWith("/dev/", StringComparison.Ordinal);
        string half = thing ? file : file + ".part";
        bool done = false;
        try
        {
            write(half);
            if (!thing)
                File.Move(half, file, overwrite: true);
            return done = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Console.Error.WriteLine(VisibleText.Of($"crossread: {file}: cannot be written ({error.Message}); choose a folder that exists, may be written and has room", keepLines: true));
            return false;
        }
        finally
        {
            if (!done && !thing)
                Drop(half);
        }
    }

    private static void Drop(string half)
    {
        try
        {
            File.Delete(half);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Nothing was made, so there is nothing to take away.
        }
    }
}
