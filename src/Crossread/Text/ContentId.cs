// Ids that derive from content, so that the same input gives the same ids.
using System.Security.Cryptography;
using System.Text;

namespace Crossread.Text;

/// <summary>Ids made from what they stand for: no counter, no clock, no random.</summary>
internal static class ContentId
{
    /// <summary>A letter for the kind of thing and ten hexadecimal digits of the SHA-256 over the parts, in their order.</summary>
    public static string Of(char kind, IEnumerable<string> parts)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return kind + Convert.ToHexStringLower(hash.AsSpan(0, 5));
    }
}
