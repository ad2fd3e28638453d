// The page's own style and script, and the policy that allows them and nothing else.
using System.Security.Cryptography;
using System.Text;

namespace Crossread.Pages;

/// <summary>Style and script that a page carries inside itself.</summary>
internal static class PageAssets
{
    private static readonly Lazy<string> _style = new(() => Read("page.css")), _script = new(() => Read("as-of.js"));

    /// <summary>The style sheet.</summary>
    public static string Style => _style.Value;

    /// <summary>The script of the slider.</summary>
    public static string Script => _script.Value;

    /// <summary>The Content-Security-Policy: the style and, if there is one, the script by their hashes; no connection, no form, nothing from outside.</summary>
    public static string Policy(bool scripted) =>
        "default-src 'none'; style-src 'sha256-" + Hash(Style) + "'" + (scripted ? "; script-src 'sha256-" + Hash(Script) + "'" : "") + "; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream("Assets." + name)
            ?? throw new InvalidOperationException($"The resource Assets.{name} is missing from {typeof(PageAssets).Assembly.GetName().Name}; build the project again.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
