// Sets aside mentions that are no names, and parts names that a caption ran together.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>A second look at the names found, with the whole report in view.</summary>
internal static class MentionFilter
{
    private static readonly Lazy<HashSet<string>> PageWords = new(() => [.. ListFile.Rows("Names/Resolving/page-words.tsv").Select(row => row[0])]);

    /// <summary>True for a word that pages begin lines with (<c>Subscribers</c>, <c>Related</c>); folded.</summary>
    public static bool IsPageWord(string word) => PageWords.Value.Contains(word);

    /// <summary>The mentions that stay, in order.</summary>
    public static ImmutableArray<Mention> Apply(AnnotatedText text, ImmutableArray<Mention> mentions)
    {
        HashSet<string> people = new(StringComparer.Ordinal);
        foreach (Mention mention in mentions)
        {
            if (mention.Kind == EntityKind.Person && Words(text, mention.Span) is { Count: 2 or 3 } words)
                people.Add(string.Join(' ', words.Select(w => w.Cut(text.Text))));
        }
        Dictionary<string, EntityKind> others = new(StringComparer.Ordinal);
        foreach (Mention mention in mentions)
        {
            if (mention.Kind is EntityKind.Organisation or EntityKind.Place)
                others.TryAdd(mention.Span.Cut(text.Text), mention.Kind);
        }
        MentionTrim trim = new(text, others);
        ImmutableArray<Mention>.Builder kept = ImmutableArray.CreateBuilder<Mention>(mentions.Length);
        foreach (Mention mention in mentions)
        {
            List<TextSpan> words = Words(text, mention.Span);
            if (words.Count == 0 || words.Count == 1 && PageWords.Value.Contains(LetterFolding.Fold(words[0].Of(text.Text))))
                continue;
            if (words.Count == 1 && IsSpeakingCitizen(text, words[0]))
                continue;
            int own = mention.Kind == EntityKind.Person && words.Count >= 4 ? RunIn(text, words, people) : 0;
            if (own == 0)
            {
                kept.AddRange(trim.Apply(mention, words));
                continue;
            }
            // A name that the report also has by itself, and behind it, without a sign, another name.
            kept.Add(mention with { Span = words[0].Hull(words[own - 1]) });
            kept.Add(new Mention(words[own].Hull(words[^1]), EntityKind.Person));
        }
        return kept.ToImmutable();
    }

    // "the Peruvian said": somebody of that country who was named before, and no name.
    private static bool IsSpeakingCitizen(AnnotatedText text, TextSpan word)
    {
        int t = text.TokenAt(word.Start);
        return t > 0 && t + 1 < text.Tokens.Length && text.Form(t - 1).Equals("the", StringComparison.OrdinalIgnoreCase) && text.Tokens[t + 1].Xpos is "VBD" or "VBZ"
            && Countries.Shared.OfAdjective(word.Cut(text.Text)) != null && SmallWords.Is(text.Tokens[t + 1].Lemma.ToLowerInvariant(), "saying");
    }

    private static int RunIn(AnnotatedText text, List<TextSpan> words, HashSet<string> people)
    {
        for (int own = Math.Min(3, words.Count - 2); own >= 2; own--)
        {
            if (people.Contains(string.Join(' ', words.Take(own).Select(w => w.Cut(text.Text)))))
                return own;
        }
        return 0;
    }

    private static List<TextSpan> Words(AnnotatedText text, TextSpan span)
    {
        List<TextSpan> words = [];
        int start = -1;
        for (int i = span.Start; i <= span.End; i++)
        {
            bool inside = i < span.End && !char.IsWhiteSpace(text.Text[i]);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(new TextSpan(start, i));
                start = -1;
            }
        }
        return words;
    }
}
