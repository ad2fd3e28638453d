// Whether a title or a given name tells a man or a woman.
namespace Crossread.Names.Resolving;

/// <summary>What a title or given name tells about a person.</summary>
internal enum Gender : byte
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>A man.</summary>
    Male,

    /// <summary>A woman.</summary>
    Female,
}
