// A store that fails: what is wrong and what to do.
using Crossread.Documents;

namespace Crossread.Storage;

/// <summary>The store cannot do what was asked, for a reason that lies outside the program: a full disk, a lock, a damaged file.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what is wrong with the store.</summary>
    public StoreException(StoreFailure failure, Problem problem, Exception? cause = null)
        : base($"{problem?.File}: {problem?.What}; {problem?.Remedy}", cause)
    {
        ArgumentNullException.ThrowIfNull(problem);
        (Failure, Problem) = (failure, problem);
    }

    /// <summary>What kind of failure it is.</summary>
    public StoreFailure Failure { get; }

    /// <summary>What is wrong and what to do.</summary>
    public Problem Problem { get; }
}

/// <summary>Kinds of failure.</summary>
public enum StoreFailure
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>It is not there or cannot be opened.</summary>
    Missing,

    /// <summary>Another process holds it too long.</summary>
    InUse,

    /// <summary>It cannot be written.</summary>
    ReadOnly,

    /// <summary>There is no room.</summary>
    Full,

    /// <summary>It is damaged.</summary>
    Damaged,

    /// <summary>It is no store.</summary>
    Foreign,

    /// <summary>It was written by a newer version.</summary>
    Newer,

    /// <summary>It was written by an older version and cannot be brought up.</summary>
    Older,
}
