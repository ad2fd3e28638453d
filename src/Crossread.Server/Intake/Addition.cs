// One addition: what is added, how far it is, what came of it.
using System.Collections.Immutable;

using Crossread.Documents;
using Crossread.Pages;

namespace Crossread.Server.Intake;

/// <summary>How far an addition is.</summary>
public enum AdditionState : byte
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>It is being read.</summary>
    Reading,

    /// <summary>Everything that can be read is kept.</summary>
    Done,

    /// <summary>It was stopped before its end; what it had kept stays.</summary>
    Failed,
}

/// <summary>Something that was given to the workbench to add.</summary>
/// <param name="Id">Its number since the workbench was started, from 1.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="State">How far it is.</param>
public sealed record Addition(long Id, string What, AdditionState State)
{
    /// <summary>Reports read so far.</summary>
    public int Read { get; init; }

    /// <summary>Documents to read; 0 until that is known.</summary>
    public int Total { get; init; }

    /// <summary>Reports that are now kept.</summary>
    public int Added { get; init; }

    /// <summary>Reports that had been kept before.</summary>
    public int Known { get; init; }

    /// <summary>The stories that they were put into.</summary>
    public ImmutableArray<AddedStory> Stories { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>True if nothing more comes.</summary>
    public bool IsOver => State is AdditionState.Done or AdditionState.Failed;

    /// <summary>How far it is, in words.</summary>
    public string InWords => State switch
    {
        AdditionState.Waiting => "Waiting for its turn.",
        AdditionState.Reading => Total > 0 ? FormattableString.Invariant($"{Read} of {Total} read.") : "Reading.",
        AdditionState.Failed => "Stopped. " + Kept,
        _ => Kept,
    };

    private string Kept => (Added == 0 ? "Nothing new." : Capital(Html.Count(Added, "report")) + " added.")
        + (Known > 0 ? " " + Capital(Html.Count(Known)) + (Known == 1 ? " was" : " were") + " held already." : "")
        + (Problems.IsEmpty ? "" : " " + Capital(Html.Count(Problems.Length, "problem")) + ".");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>A story that reports were put into.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Added">How many of the addition's reports are in it.</param>
public sealed record AddedStory(string Id, string? Title, int Added);
