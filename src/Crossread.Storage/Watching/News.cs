// Something new in a story.
namespace Crossread.Storage.Watching;

/// <summary>What is new.</summary>
public enum NewsKind
{
    /// <summary>A report of a story that was not held before.</summary>
    Story,

    /// <summary>A report of a story that was held.</summary>
    Report,

    /// <summary>A claim that nobody contradicted is contradicted.</summary>
    Dispute,

    /// <summary>Somebody denies something.</summary>
    Denial,

    /// <summary>A number is another than before.</summary>
    Figure,

    /// <summary>Words of a speaker are quoted otherwise than before.</summary>
    Quotation,

    /// <summary>An article that is held was changed under the same address.</summary>
    Edit,
}

/// <summary>Something new in a story.</summary>
/// <param name="Number">Its number, from 1, in the order of finding; 0 before it is kept.</param>
/// <param name="When">When it was found.</param>
/// <param name="Kind">What is new.</param>
/// <param name="Story">Id of the story.</param>
/// <param name="Report">Id of the report that brought it.</param>
/// <param name="About">What it is about, in words.</param>
public sealed record News(long Number, DateTimeOffset When, NewsKind Kind, string Story, string Report, string About)
{
    /// <summary>The words before, or null.</summary>
    public string? Before { get; init; }

    /// <summary>The words now, or null.</summary>
    public string? After { get; init; }
}
