// The styles and scripts of the workbench: parts of the program itself, nothing from anywhere else.
using System.Collections.Frozen;
using System.Reflection;

using Crossread.Pages;
using Crossread.Server.Api;

using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Views;

/// <summary>Serves styles and scripts.</summary>
internal static class Assets
{
    private static readonly Lazy<FrozenDictionary<string, byte[]>> _all = new(() => new[]
    {
        ("page.css", typeof(StoryPage).Assembly, "Assets.page.css"),
        ("workbench.css", typeof(Assets).Assembly, "Workbench.workbench.css"),
        ("icon.svg", typeof(Assets).Assembly, "Workbench.icon.svg"),
        ("workbench.js", typeof(Assets).Assembly, "Workbench.workbench.js"),
        ("panes.js", typeof(Assets).Assembly, "Workbench.panes.js"),
        ("live.js", typeof(Assets).Assembly, "Workbench.live.js"),
    }.ToFrozenDictionary(a => a.Item1, a => Read(a.Item2, a.Item3), StringComparer.Ordinal));

    /// <summary>The asset with this name.</summary>
    public static Task Serve(HttpContext context, string name)
    {
        if (!_all.Value.TryGetValue(name, out byte[]? asset))
            return Refusal.Write(context, StatusCodes.Status404NotFound, "There is no such style or script.", "Start from the stories.");
        return Tagged.Write(context, asset, Path.GetExtension(name) switch { ".css" => "text/css; charset=utf-8", ".svg" => "image/svg+xml", _ => "text/javascript; charset=utf-8" });
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from {assembly.GetName().Name}; build the project again.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
