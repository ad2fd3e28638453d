// Reads the word lists that are built into the library.
using System.Text;

namespace Crossread.Text;

/// <summary>Reads an embedded list: a line an entry, columns parted by tabs, <c>#</c> before a comment.</summary>
internal static class ListFile
{
    /// <summary>The entries of a list, each split into its columns.</summary>
    /// <param name="name">Folder and file, as in <c>Dates/months.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">No such list is built in.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(ListFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without its list {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
