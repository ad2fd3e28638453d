// A report: the story's own text, clean, with what was published about it and what was removed.
using System.Collections.Immutable;

using Crossread.Text;

namespace Crossread.Cleaning;

/// <summary>One report after cleaning. Everything later is derived from this and points into <see cref="Text"/>.</summary>
public sealed record Report
{
    /// <summary>Id, derived from the content: the same bytes have the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The file as the user named it; an item of a feed or an archive carries its number or name behind <c>#</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the original bytes of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Headline, or null if none was found.</summary>
    public string? Title { get; init; }

    /// <summary>Names of the authors as published, in order.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The publisher, or null if not stated.</summary>
    public string? Outlet { get; init; }

    /// <summary>The news agency that the report credits, or null.</summary>
    public string? Agency { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 639-1 code of the language, <c>und</c> if it could not be told. Only <c>en</c> is analysed.</summary>
    public required string Language { get; init; }

    /// <summary>Publication date as the report states it, or null.</summary>
    public StatedDate? Published { get; init; }

    /// <summary>Date of the last change as the report states it, or null.</summary>
    public StatedDate? Modified { get; init; }

    /// <summary>The part of the outlet that the report stands in, as the outlet calls it, or null.</summary>
    public string? Section { get; init; }

    /// <summary>Name of the encoding that the bytes were read in.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Everything that the document states about itself, also what was not chosen, by kind and the most trusted first.</summary>
    public ImmutableArray<StatedFact> Stated { get; init; } = [];

    /// <summary>The clean reading text; its passages are parted by line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks of the text in order, none overlapping.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>What was removed, in the order of the source.</summary>
    public ImmutableArray<Removed> Removed { get; init; } = [];

    /// <summary>Links that the story holds, also those in removed blocks that name a related report.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>Leads from the text to the decoded original.</summary>
    public required SourceMap Map { get; init; }
}

/// <summary>A date that a report states about itself.</summary>
/// <param name="Edtf">ISO 8601-2 (EDTF level 1), in the offset stated: a day, or a time of day with its zone.</param>
/// <param name="Because">Where it stands, in words.</param>
public sealed record StatedDate(string Edtf, string Because);

/// <summary>Something that a document states about itself.</summary>
/// <param name="Kind">What of: <c>title</c>, <c>author</c>, <c>outlet</c>, <c>published</c>, <c>modified</c>, <c>url</c>, <c>section</c>, <c>agency</c>.</param>
/// <param name="Value">Its words; a date as EDTF.</param>
/// <param name="Because">Where it stands, in words.</param>
public sealed record StatedFact(string Kind, string Value, string Because);

/// <summary>A stretch of the source that does not belong to the story.</summary>
/// <param name="Text">Its words as displayed.</param>
/// <param name="Reason">Why it was removed, in words a reader understands.</param>
/// <param name="Source">Where it stands in the decoded original.</param>
public sealed record Removed(string Text, string Reason, SourceSpan Source);

/// <summary>A link.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Url">Its target as written.</param>
public sealed record Link(string Text, string Url);
