// On which days of the story's past a part of the page is there.
using System.Globalization;
using System.Text;

namespace Crossread.Pages;

/// <summary>A set of positions of the slider. The last position is the story as it is.</summary>
/// <param name="Bits">A bit a position, the lowest for the first.</param>
/// <param name="Count">Number of positions, 1 to 64; 1 if the page has no slider.</param>
public readonly record struct StepSet(ulong Bits, int Count)
{
    /// <summary>All of so many positions.</summary>
    public static StepSet All(int count) => new(count >= 64 ? ulong.MaxValue : (1UL << count) - 1, count);

    /// <summary>None of so many positions.</summary>
    public static StepSet None(int count) => new(0, count);

    /// <summary>True if the position is in the set.</summary>
    public bool this[int position] => ((Bits >> position) & 1) != 0;

    /// <summary>True if no position is in the set.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>True if the part is not there in the story as it is.</summary>
    public bool Hidden => Count > 0 && !this[Count - 1];

    /// <summary>The set with one position more.</summary>
    public StepSet With(int position) => this with { Bits = Bits | (1UL << position) };

    /// <summary>The positions that are in one of both.</summary>
    public static StepSet operator |(StepSet a, StepSet b) => new(a.Bits | b.Bits, Math.Max(a.Count, b.Count));

    /// <summary>The positions that are in both.</summary>
    public static StepSet operator &(StepSet a, StepSet b) => new(a.Bits & b.Bits, Math.Max(a.Count, b.Count));

    /// <summary>The positions as the page's script reads them (<c>2-5 7</c>), or null if it is all of them.</summary>
    public string? Text
    {
        get
        {
            if (Bits == All(Count).Bits)
                return null;
            StringBuilder made = new();
            for (int at = 0; at < Count; at++)
            {
                if (!this[at])
                    continue;
                int from = at;
                while (at + 1 < Count && this[at + 1])
                    at++;
                made.Append(made.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{from}");
                if (at > from)
                    made.Append(CultureInfo.InvariantCulture, $"-{at}");
            }
            return made.ToString();
        }
    }

    /// <summary>The set as attributes with a space before them; empty for all positions.</summary>
    public string Attributes => Text is { } text ? " data-on=\"" + text + "\"" + (Hidden ? " hidden" : "") : "";
}
