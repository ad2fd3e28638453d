// A report for tests, with its names marked in the text.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;
using Crossread.Text;

namespace Crossread.Tests.Names;

/// <summary>
/// Reads marked text: <c>[P General|Anna Dorn]</c> is a person with a role, <c>[O …]</c> an organisation, <c>[L …]</c> a place,
/// <c>[G …]</c> a place that acts as a government, <c>[N …]</c> a people, <c>[X …]</c> anything else.
/// </summary>
internal sealed class MarkedReport
{
    public MarkedReport(string marked)
    {
        System.Text.StringBuilder text = new();
        ImmutableArray<Mention>.Builder mentions = ImmutableArray.CreateBuilder<Mention>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[')
            {
                text.Append(marked[i]);
                continue;
            }
            int close = marked.IndexOf(']', i);
            string[] parts = marked[(i + 3)..close].Split('|');
            TextSpan? role = null;
            if (parts.Length > 1)
            {
                role = new TextSpan(text.Length, text.Length + parts[0].Length);
                text.Append(parts[0]).Append(' ');
            }
            TextSpan span = new(text.Length, text.Length + parts[^1].Length);
            text.Append(parts[^1]);
            EntityKind kind = marked[i + 1] switch
            {
                'P' => EntityKind.Person,
                'O' => EntityKind.Organisation,
                'L' or 'G' => EntityKind.Place,
                'N' => EntityKind.Group,
                _ => EntityKind.Other,
            };
            mentions.Add(new Mention(span, kind) { Role = role, ActsAsGovernment = marked[i + 1] == 'G' });
            i = close;
        }
        Words = Split(text.ToString());
        Mentions = mentions.ToImmutable();
    }

    public AnnotatedText Words { get; }

    public ImmutableArray<Mention> Mentions { get; }

    public ReportNames Resolve(NameDecisions? decisions = null) => NameResolver.Resolve(Words, Mentions, decisions);

    /// <summary>For each mention the name of its entity, in the order of the text.</summary>
    public string Who(NameDecisions? decisions = null)
    {
        ReportNames names = Resolve(decisions);
        return string.Join(", ", names.EntityOf.Select(e => names.Entities[e].Name));
    }

    // Words and sentences without tags or heads.
    private static AnnotatedText Split(string text)
    {
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        int first = 0;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int end = i + 1;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '’' || text[end] == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1])))
                    end++;
            }
            tokens.Add(new Token(new TextSpan(i, end), Upos.X, "", text[i..end], -1, Relation.Dep));
            if (text[i..end] == "." || end == text.Length)
            {
                sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, end), first, tokens.Count - first));
                first = tokens.Count;
            }
            i = end;
        }
        return new AnnotatedText(text, tokens.ToImmutable(), sentences.ToImmutable());
    }
}
