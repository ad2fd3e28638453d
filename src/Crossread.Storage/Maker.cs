// Which version of the program made an analysis.
using System.Reflection;
using System.Security.Cryptography;

namespace Crossread.Storage;

/// <summary>Which version of the program made an analysis. Two analyses of one text by one maker are the same.</summary>
/// <param name="Library">Version of the library.</param>
/// <param name="Models">The first 16 hexadecimal digits of the SHA-256 over its models and word lists.</param>
/// <param name="Build">Id of the library's build: another one may find other things, although version and models are the same.</param>
public sealed record Maker(string Library, string Models, string Build)
{
    private static readonly Lazy<Maker> _current = new(Make);

    /// <summary>This program.</summary>
    public static Maker Current => _current.Value;

    private static Maker Make()
    {
        Assembly library = typeof(Crossreader).Assembly;
        string version = library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? library.GetName().Version?.ToString() ?? "0";
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        foreach (string name in library.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using Stream resource = library.GetManifestResourceStream(name)!;
            int read;
            while ((read = resource.Read(buffer)) > 0)
                hash.AppendData(buffer.AsSpan(0, read));
        }
        string models = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
        return new Maker(version.Split('+')[0], models, library.ManifestModule.ModuleVersionId.ToString("N")[..16]);
    }
}
