// What a name names.
namespace Crossread.Names;

/// <summary>What a name names.</summary>
public enum EntityKind : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation, a government or an office that acts (the Kremlin, the White House).</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A people, a faith, a party's followers, an unnamed group that acts as one.</summary>
    Group,

    /// <summary>Anything else with a name: a law, a prize, a ship, an operation.</summary>
    Other,
}
