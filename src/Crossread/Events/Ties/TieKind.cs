// How two actors, or an actor and a place or office, stand to each other.
namespace Crossread.Events.Ties;

/// <summary>A relation between actors, or of an actor to a place or an office.</summary>
public enum TieKind : byte
{
    /// <summary>The first helps or supports the second.</summary>
    Backs,

    /// <summary>The first speaks or acts against the second without arms.</summary>
    Opposes,

    /// <summary>The first uses force against the second.</summary>
    Fights,

    /// <summary>Both work together.</summary>
    AlliedWith,

    /// <summary>The first leads or commands the second.</summary>
    Commands,

    /// <summary>The first belongs to the second.</summary>
    MemberOf,

    /// <summary>Both meet or speak with each other.</summary>
    Meets,

    /// <summary>Both negotiate.</summary>
    NegotiatesWith,

    /// <summary>The first holds the second, a place.</summary>
    Controls,

    /// <summary>The first is at the second, a place.</summary>
    LocatedAt,

    /// <summary>The first holds the office that the second names.</summary>
    HoldsOffice,
}
