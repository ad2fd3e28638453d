// The only place where text becomes markup.
using System.Globalization;
using System.Text;

namespace Crossread.Pages;

/// <summary>Encodes text for HTML. Whatever comes out is inert, also between attribute quotes.</summary>
public static class Html
{
    /// <summary>The text with odd characters made visible and the five special ones encoded.</summary>
    public static string Text(string text)
    {
        StringBuilder made = new(text?.Length + 16 ?? 0);
        Append(made, VisibleText.Of(text ?? ""));
        return made.ToString();
    }

    /// <summary>The text encoded, in an element that keeps its direction to itself.</summary>
    public static string Bdi(string text) => "<bdi>" + Text(text) + "</bdi>";

    /// <summary>A number in digits, whatever the culture.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number as a word up to twelve, else in digits.</summary>
    public static string Count(int number) => number is >= 0 and <= 12 ? Words[number] : Number(number);

    /// <summary>A count and its noun: <c>one report</c>, <c>11 reports</c>.</summary>
    public static string Count(int number, string one, string? many = null) => Count(number) + " " + (number == 1 ? one : many ?? one + "s");

    internal static void Append(StringBuilder made, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => made.Append("&amp;"),
                '<' => made.Append("&lt;"),
                '>' => made.Append("&gt;"),
                '"' => made.Append("&quot;"),
                '\'' => made.Append("&#39;"),
                _ => made.Append(c),
            };
        }
    }

    private static readonly string[] Words =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
}
