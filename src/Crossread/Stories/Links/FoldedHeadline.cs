// A headline as links are compared with it.
using System.Text;

using Crossread.Stories.Comparing;

namespace Crossread.Stories.Links;

/// <summary>Folds headlines and addresses, so that a link's words meet the headline they name.</summary>
internal static class FoldedHeadline
{
    /// <summary>The words in lower case, without marks and punctuation, parted by single blanks.</summary>
    public static string Of(string text)
    {
        StringBuilder folded = new(text.Length);
        Span<char> buffer = stackalloc char[WordFolding.Limit];
        WordScanner scanner = new(text);
        while (scanner.MoveNext())
        {
            if (folded.Length > 0)
                folded.Append(' ');
            folded.Append(WordFolding.Fold(scanner.Word, buffer));
        }
        return folded.ToString();
    }

    /// <summary>The address without scheme, <c>www.</c>, query, fragment and closing slash; null if it is no address of a page.</summary>
    public static string? Address(string? url)
    {
        if (url is null || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? uri) || !(uri.Scheme is "http" or "https"))
            return null;
        string host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        string path = uri.AbsolutePath.TrimEnd('/');
        // Many old sites tell their pages apart by the query alone.
        string query = path.Length <= 1 || path.EndsWith(".php", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".asp", StringComparison.OrdinalIgnoreCase) ? uri.Query : "";
        return path.Length == 0 && query.Length == 0 ? null : string.Concat(host.ToLowerInvariant(), path, query);
    }
}
