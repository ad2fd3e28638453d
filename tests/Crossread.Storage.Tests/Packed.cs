// Reports as a store takes them.
using Crossread.Cleaning;

namespace Crossread.Storage.Tests;

internal static class Packed
{
    /// <summary>A text, read and ready to be kept.</summary>
    public static NewReport Report(string text)
    {
        var result = Pile.Of(text).Single();
        return new NewReport(Crossreader.Analyse(Cleaner.Clean([result.Document!])[0]), result.Problems, result.Document!.Bytes, DateTimeOffset.UnixEpoch);
    }
}
