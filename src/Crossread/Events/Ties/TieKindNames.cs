// The names of relations as they are written.
namespace Crossread.Events.Ties;

/// <summary>Names of relations in output.</summary>
public static class TieKindNames
{
    private static readonly string[] _names = ["backs", "opposes", "fights", "allied with", "commands", "member of", "meets", "negotiates with", "controls", "located at", "holds office"];

    /// <summary>The name of a relation: <c>backs</c>, <c>allied with</c>, …</summary>
    /// <exception cref="IndexOutOfRangeException">No such relation.</exception>
    public static string Name(this TieKind kind) => _names[(int)kind];

    /// <summary>True if both sides stand alike, so that their order says nothing.</summary>
    public static bool Mutual(this TieKind kind) => kind is TieKind.Fights or TieKind.AlliedWith or TieKind.Meets or TieKind.NegotiatesWith;
}
