// Finds names in a text.
using System.Collections.Immutable;

using Crossread.Cleaning;
using Crossread.Language;
using Crossread.Names.Finding;

namespace Crossread.Names;

/// <summary>
/// Finds the names of people, organisations, places and other things: a trained tagger first, then rules over each name and over the whole text.
/// Titles and roles stay outside a person's name; a country's adjective is no name; capitals of sentence starts and headlines alone make none.
/// </summary>
public static class NameFinder
{
    /// <summary>Loads model and lists now, on the calling thread, so that another thread need not wait for them later. Calling it is never needed.</summary>
    public static void Prepare()
    {
        _ = NameLexicon.Shared;
        _ = NameModel.Shared;
    }

    /// <summary>All names in the order of the text, none overlapping.</summary>
    public static ImmutableArray<Mention> Find(AnnotatedText text, ImmutableArray<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Tokens.IsEmpty || text.Sentences.IsEmpty)
            return [];
        NameDraft draft = Draft(text, passages, NameModel.Shared);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (NameSpan span in draft.Spans())
        {
            mentions.Add(new Mention(text.SpanOf(span.First, span.Last), span.Kind)
            {
                Role = span.Kind == EntityKind.Person ? RoleFinder.Find(draft, span) : null,
                ActsAsGovernment = span.Kind == EntityKind.Place && GovernmentRule.Acts(draft, span),
            });
        }
        return mentions.ToImmutable();
    }

    /// <summary>The names as stretches of tokens, found with a model that need not be the one that ships.</summary>
    internal static NameDraft Draft(AnnotatedText text, ImmutableArray<Passage> passages, NameModel model)
    {
        byte[] labels = new NameTagger(model).Label(text, out List<NameWindow> windows);
        var draft = new NameDraft(text, passages, windows);
        AddLabelled(draft, labels);
        SeatRules.Apply(draft);
        EdgeRules.Apply(draft);
        BorderRules.Apply(draft);
        SpanRules.Apply(draft);
        KindRules.Apply(draft);
        JoinRules.Apply(draft);
        DocumentRules.Apply(draft);
        return draft;
    }

    private static void AddLabelled(NameDraft draft, byte[] labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabel.Outside)
                continue;
            int last = i;
            while (!NameLabel.Closes(labels[last]))
                last++;
            EntityKind kind = NameLabel.Kind(labels[i]) switch
            {
                NameLabel.Person => EntityKind.Person,
                NameLabel.Organisation => EntityKind.Organisation,
                NameLabel.Place => EntityKind.Place,
                _ => EntityKind.Other,
            };
            draft.Add(new NameSpan(i, last, kind));
            i = last;
        }
    }
}
