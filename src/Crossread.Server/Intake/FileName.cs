// Names that came with uploads: shown and kept as names, never used as paths.
using Crossread.Pages;

namespace Crossread.Server.Intake;

/// <summary>Cleans the name of an uploaded file.</summary>
internal static class FileName
{
    private const int Longest = 120;

    /// <summary>The last part of the name, without characters that act or that a path is made of.</summary>
    public static string Clean(string? given)
    {
        string name = (given ?? "").Trim('"', ' ');
        name = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        name = VisibleText.Of(new string([.. name.Where(c => !char.IsControl(c))])).Trim('.', ' ');
        if (name.Length > Longest)
        {
            string ending = Path.GetExtension(name) is { Length: <= 12 } known ? known : "";
            name = name[..(Longest - ending.Length - 1)] + "…" + ending;
        }
        return name.Length > 0 ? name : "unnamed file";
    }
}
