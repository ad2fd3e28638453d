// A format that a story can be written in.
using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>Writes a story in a format of another program. The same story gives the same bytes.</summary>
public interface IStoryExport
{
    /// <summary>The format's name, as <c>read --as</c> takes it.</summary>
    string Name { get; }

    /// <summary>What comes out, for a reader of the help.</summary>
    string About { get; }

    /// <summary>Writes the whole story.</summary>
    /// <exception cref="IOException">The stream cannot take it.</exception>
    void Write(Stream stream, Story story);
}
