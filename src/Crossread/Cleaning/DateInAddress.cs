// The date that an address holds.
namespace Crossread.Cleaning;

/// <summary>Reads the date that many news systems write into the address of a report.</summary>
internal static class DateInAddress
{
    /// <summary>A date in an address, as in /2031/04/09/ or 2031-04-09, or null.</summary>
    public static string? Read(string url)
    {
        url = Inner(url);
        return InParts(url) ?? InName(url);
    }

    /// <summary>The date that three parts of the path of an address are (/2031/4/9/), or null.</summary>
    public static string? ReadPath(string url) => InParts(Inner(url));

    // An archive's address holds the page's own address behind the archive's time stamp.
    private static string Inner(string url)
    {
        int inner = url.LastIndexOf("/http", StringComparison.Ordinal);
        return inner > 0 ? url[(inner + 1)..] : url;
    }

    private static string? InParts(string url)
    {
        string[] parts = url.Split('/');
        for (int i = 3; i + 2 < parts.Length; i++)
        {
            if (DateNumbers.Year(parts[i]) is { } year and >= 1990 && DateNumbers.Small(parts[i + 1]) is { } first && DateNumbers.Small(parts[i + 2]) is { } second && DateNumbers.Make(year, first, second) is { } date)
                return date;
        }
        return null;
    }

    private static string? InName(string url)
    {
        for (int i = 0; i + 8 <= url.Length; i++)
        {
            if (i > 0 && char.IsDigit(url[i - 1]))
                continue;
            char sign = i + 4 < url.Length ? url[i + 4] : ' ';
            if (sign is not ('/' or '-' or '_' or '.'))
                sign = '\0';
            int month = i + (sign == '\0' ? 4 : 5);
            if (DateNumbers.At(url, i, 4) is not { } year || year is < 1990 or > 2100 || DateNumbers.At(url, month, 2) is not { } m)
                continue;
            int day = month + (sign == '\0' ? 2 : 3);
            if (sign != '\0' && (month + 2 >= url.Length || url[month + 2] != sign))
                continue;
            if (DateNumbers.At(url, day, 2) is { } d && (day + 2 >= url.Length || !char.IsDigit(url[day + 2])) && DateNumbers.Make(year, m, d) is { } found)
                return found;
        }
        return null;
    }
}
