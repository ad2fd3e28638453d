// What a store is opened for.
namespace Crossread.Storage;

/// <summary>What a store is opened for.</summary>
public enum StoreAccess
{
    /// <summary>To read it.</summary>
    Read,

    /// <summary>To read and write it; it must be there.</summary>
    Write,

    /// <summary>To read and write it; it is made if it is not there.</summary>
    Create,
}
