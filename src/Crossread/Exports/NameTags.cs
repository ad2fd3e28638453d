// Names as BIO tags on words.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;

namespace Crossread.Exports;

/// <summary>Names as CoNLL tags: <c>B-PER</c>, <c>I-PER</c>, <c>B-ORG</c>, <c>B-LOC</c>, <c>B-MISC</c>.</summary>
public static class NameTags
{
    /// <summary>For each word what stands in MISC (<c>NER=B-PER</c>), or null outside names.</summary>
    public static ImmutableArray<string?> Of(AnnotatedText text, ImmutableArray<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(text);
        string?[] tags = new string?[text.Tokens.Length];
        foreach (Mention mention in mentions)
        {
            string kind = mention.Kind switch
            {
                EntityKind.Person => "PER",
                EntityKind.Organisation => "ORG",
                EntityKind.Place => "LOC",
                _ => "MISC",
            };
            string mark = "NER=B-";
            for (int t = text.TokenAt(mention.Span.Start); t < tags.Length && text.Tokens[t].Span.Start < mention.Span.End; t++)
            {
                tags[t] = mark + kind;
                mark = "NER=I-";
            }
        }
        return [.. tags];
    }
}
