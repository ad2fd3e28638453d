// A statement of a report as its page lists it.
namespace Crossread.Server.Views;

/// <summary>A statement of a report.</summary>
/// <param name="Speaker">Who, in the report's words or by name.</param>
/// <param name="How">Stance and form, in words.</param>
/// <param name="Words">What.</param>
/// <param name="Permalink">Path of the words.</param>
public sealed record SaidLine(string Speaker, string How, string Words, string Permalink);
