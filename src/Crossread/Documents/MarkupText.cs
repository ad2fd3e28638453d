// Text between tags, entities resolved, each character with its place.
using Crossread.Text;

namespace Crossread.Documents;

/// <summary>Copies text out of markup.</summary>
internal static class MarkupText
{
    /// <summary>Adds a stretch of the source; entities are resolved if asked. Only the entities of HTML are known, none that a document declares.</summary>
    public static void Append(string source, int start, int end, bool entities, SourceMapBuilder text)
    {
        while (start < end)
        {
            int next = entities ? source.AsSpan(start, end - start).IndexOf('&') : -1;
            int stop = next < 0 ? end : start + next;
            text.Copy(source.AsSpan(start, stop - start), start);
            start = stop;
            if (start >= end)
                break;
            (string? resolved, int length) = Entities.Read(source.AsSpan(start, end - start));
            if (resolved is null)
            {
                text.Copy("&", start++);
            }
            else
            {
                text.Replace(resolved, start, start + length);
                start += length;
            }
        }
    }
}
