// What is new in the stories, for a terminal.
using Crossread.Storage.Watching;

namespace Crossread.Cli.Terminal;

/// <summary>What is new in the stories, for a terminal: a line, and below it the words before and now.</summary>
internal static class NewsText
{
    /// <summary>Writes one piece of news.</summary>
    public static void Write(News news, TextLayout text)
    {
        text.Wrapped(FormattableString.Invariant($"{news.When.UtcDateTime:HH:mm}  {Word(news.Kind)}  {news.About}  ({news.Story} {news.Report})"), 0, Tone.Strong, 7);
        Side("- ", news.Before, Tone.Against, text);
        Side("+ ", news.After, Tone.For, text);
    }

    private static void Side(string sign, string? words, Tone tone, TextLayout text)
    {
        foreach (string line in (words ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            text.Wrapped(sign + line, 7, tone);
    }

    private static string Word(NewsKind kind) => kind switch
    {
        NewsKind.Story => "new story",
        NewsKind.Report => "new report",
        NewsKind.Dispute => "now disputed",
        NewsKind.Denial => "denied",
        NewsKind.Figure => "another figure",
        NewsKind.Quotation => "quoted otherwise",
        _ => "changed silently",
    };
}
