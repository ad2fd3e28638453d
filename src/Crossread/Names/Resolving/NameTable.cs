// Reads the data files of this folder.
using System.Collections.Immutable;

namespace Crossread.Names.Resolving;

/// <summary>Reads tab-separated data that is embedded in the library: comment lines begin with #, the first other line names the columns.</summary>
internal static class NameTable
{
    /// <summary>The rows of a file of this folder without the line of column names; each cell trimmed.</summary>
    /// <exception cref="InvalidOperationException">The library was built without the file.</exception>
    public static ImmutableArray<string[]> Read(string file)
    {
        string name = "Names/Resolving/" + file;
        using Stream stream = typeof(NameTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library lacks its data file {name}.");
        using StreamReader reader = new(stream);
        ImmutableArray<string[]>.Builder rows = ImmutableArray.CreateBuilder<string[]>();
        bool header = true;
        while (reader.ReadLine() is string line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (!header)
                rows.Add(line.Split('\t', StringSplitOptions.TrimEntries));
            header = false;
        }
        return rows.ToImmutable();
    }
}
