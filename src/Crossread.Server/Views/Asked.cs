// What a search form or a search address asks for.
using System.Globalization;

using Crossread.Statements;
using Crossread.Storage;
using Crossread.Storage.Searching;

using Microsoft.AspNetCore.WebUtilities;

namespace Crossread.Server.Views;

/// <summary>What is searched for. Empty fields ask for nothing.</summary>
/// <param name="Q">The words.</param>
/// <param name="Speaker">Words of the speaker's name.</param>
/// <param name="Stance">What the speaker does by saying it.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="From">The first day, as in 2026-03-14.</param>
/// <param name="To">The last day.</param>
/// <param name="Story">Id of a story.</param>
public sealed record Asked(string? Q = null, string? Speaker = null, string? Stance = null, string? Outlet = null, string? From = null, string? To = null, string? Story = null)
{
    /// <summary>True if no field asks for anything.</summary>
    public bool IsEmpty => new[] { Q, Speaker, Stance, Outlet, From, To, Story }.All(string.IsNullOrWhiteSpace);

    /// <summary>The stances that can be asked for.</summary>
    public static IReadOnlyList<string> Stances { get; } = [.. Enum.GetNames<Stance>().Select(n => n.ToLowerInvariant())];

    /// <summary>The query, or what is wrong with a field.</summary>
    public (SearchQuery? Query, string? Wrong) ToQuery(Page page)
    {
        SearchWords? words = null, speaker = null;
        if (!string.IsNullOrWhiteSpace(Q) && !SearchWords.TryParse(Q, out words, out string? wrong))
            return (null, wrong);
        if (!string.IsNullOrWhiteSpace(Speaker) && !SearchWords.TryParse(Speaker, out speaker, out wrong))
            return (null, wrong);
        if (!Day(From, out DateOnly? from) || !Day(To, out DateOnly? to))
            return (null, "a day is written as in 2026-03-14");
        Stance? stance = null;
        if (!string.IsNullOrWhiteSpace(Stance))
        {
            if (!Stances.Contains(Stance))
                return (null, "a stance is one of " + string.Join(", ", Stances));
            stance = Enum.Parse<Stance>(Stance, ignoreCase: true);
        }
        return (new SearchQuery(words, page)
        {
            Speaker = speaker,
            Stance = stance,
            Outlet = string.IsNullOrWhiteSpace(Outlet) ? null : Outlet.Trim(),
            From = from,
            To = to,
            Story = string.IsNullOrWhiteSpace(Story) ? null : Story,
        }, null);
    }

    /// <summary>The address of this search.</summary>
    public string Path => QueryHelpers.AddQueryString("/search", new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["speaker"] = Speaker,
        ["stance"] = Stance,
        ["outlet"] = Outlet,
        ["from"] = From,
        ["to"] = To,
        ["story"] = Story,
    }.Where(f => !string.IsNullOrWhiteSpace(f.Value)));

    private static bool Day(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        bool read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly found);
        day = found;
        return read;
    }
}
