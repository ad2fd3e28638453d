// How real an event is in the words that tell it.
namespace Crossread.Events;

/// <summary>How real the deed is in the words that tell it; who says so stands in <see cref="Event.Statement"/>.</summary>
public enum Modality : byte
{
    /// <summary>It has happened, or is told as a fact.</summary>
    Done,

    /// <summary>It is going on.</summary>
    Ongoing,

    /// <summary>The actor means to do it.</summary>
    Planned,

    /// <summary>The actor says that it will do it against somebody.</summary>
    Threatened,

    /// <summary>Somebody says that it must be done.</summary>
    CalledFor,

    /// <summary>Somebody says that it did not or will not happen.</summary>
    Denied,

    /// <summary>It may, might, could happen, is tried or feared.</summary>
    Hypothetical,
}
