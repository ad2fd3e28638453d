// A report that was taken in.
using Crossread.Stories;

namespace Crossread.Storage.Intake;

/// <summary>A report that was taken in and is kept.</summary>
/// <param name="Report">The report.</param>
/// <param name="Placement">Its story, and the stories that it showed to be one with it.</param>
public sealed record IntakeReport(HeldReport Report, Placement Placement);
