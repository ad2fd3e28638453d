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

    /// <summary>Writes the text in UTF-8; returns false and says why on standard error if it cannot.</summary>
    public static bool Write(string file, string text) => Write(file, writer => writer.Write(text));

    /// <summary>Writes a file in UTF-8 step by step; returns false and says why on standard error if it cannot. What the writing throws leaves no file.</summary>
    public static bool Write(string file, Action<TextWriter> write)
    {
        if (file == "-")
        {
            write(Console.Out);
            return true;
        }
        string half = file + ".part";
        bool done = false;
        try
        {
            using (StreamWriter writer = new(half, append: false, new UTF8Encoding(false)))
                write(writer);
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
            if (!done)
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
