// What a document says about itself: title, date, authors, outlet, address.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>Looks what a document says about itself up in the order of trust that facts.tsv gives.</summary>
internal sealed class PageFacts(Document document)
{
    private static readonly Lazy<Dictionary<string, ImmutableArray<(string Name, string Words)>>> _order = new(Load);

    private readonly ILookup<string, Metadatum> _said = document.Metadata.ToLookup(m => m.Name, StringComparer.Ordinal);

    /// <summary>Everything said of a kind, the most trusted first.</summary>
    public IEnumerable<(string Value, string Because)> All(string kind)
    {
        foreach ((string value, string because, string _) in Named(kind))
            yield return (value, because);
    }

    /// <summary>Everything said of a kind with the name under which it stands, the most trusted first.</summary>
    public IEnumerable<(string Value, string Because, string Name)> Named(string kind)
    {
        foreach ((string name, string words) in _order.Value[kind])
        {
            foreach (Metadatum said in _said[name])
                yield return (said.Value, words, name);
        }
    }

    /// <summary>The most trusted statement of a kind, or null.</summary>
    public string? First(string kind) => All(kind).Select(s => s.Value).FirstOrDefault(v => v.Length > 0);

    private static Dictionary<string, ImmutableArray<(string, string)>> Load() => ListFile.Rows("Cleaning/facts.tsv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToDictionary(rows => rows.Key, rows => rows.Select(row => (row[1], row[2])).ToImmutableArray(), StringComparer.Ordinal);
}
