// Paths in, documents out.
using System.Security.Cryptography;
using System.Text;

namespace Crossread.Documents;

/// <summary>Reads files and folders into documents.</summary>
public static class DocumentReader
{
    /// <summary>Reads a file, or every file of a folder, one document at a time. What cannot be read comes as a problem; nothing throws.</summary>
    public static IEnumerable<DocumentResult> Read(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (DocumentResult result in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read))
                yield return result;
            yield break;
        }
        if (!File.Exists(path))
        {
            yield return new DocumentResult(null, [new Problem(path, null, "no such file or folder", "check the path")]);
            yield break;
        }
        byte[] bytes = File.ReadAllBytes(path);
        yield return new DocumentResult(
            new Document { File = path, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Source = Encoding.UTF8.GetString(bytes) }, []);
    }
}
