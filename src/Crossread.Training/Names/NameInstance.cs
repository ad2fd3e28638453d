// A stretch of a text as the field learns from it.
using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>A stretch of a text: for each token its features by hash, and the labels that the gold allows as bits; how much the stretch counts.</summary>
internal sealed record NameInstance(int Document, NameWindow Window, int Start, uint[][] Hashes, uint[] Allowed, float Share)
{
    public int[][] Features { get; set; } = [];
}
