// Verbs that tell a deed where their object is a thing or a place: "attacked the bridge", "embraced the families".
using Crossread.Language;
using Crossread.Names;
using Crossread.Names.Finding;

namespace Crossread.Statements;

/// <summary>Tells a deed done with hands and arms from one done with words.</summary>
internal static class Deeds
{
    /// <summary>True if the cue's verb, by what its bare object is, does something to it and says nothing.</summary>
    public static bool IsDeed(ReportView view, Draft draft, ReportNames names)
    {
        if (draft.CueToken < 0 || draft.ContentHead < 0 || !CueList.Deeds.TryGetValue(view.Tokens[draft.CueToken].Lemma, out Cue? deed))
            return false;
        int thing = draft.ContentHead;
        if (view.Tokens[thing].Relation is not (Relation.Obj or Relation.NsubjPass) || view.Tokens[thing].Head != draft.CueToken || Explains(view, draft, thing))
            return false;
        if (names.EntityAt(view.Words, view.Tokens[thing].Span) is { } entity)
            return Array.IndexOf(deed.Prepositions, Name(names.Entities[entity].Kind)) >= 0;
        WordClass known = NameLexicon.Shared.Of(view.Tokens[thing].Lemma);
        return Array.Exists(deed.Prepositions, kind => (known & ClassOf(kind)) != 0);
    }

    // "attacked the plan as a waste", "assailed them over it", "embraced “the fight”": words.
    private static bool Explains(ReportView view, Draft draft, int thing)
    {
        for (int t = view.Words.TokenAt(draft.Content[0].Start); t < view.Tokens.Length && view.Tokens[t].Span.Start < draft.Content[^1].End; t++)
        {
            if (view.QuotationOf(t) >= 0)
                return true;
        }
        for (int c = view.Tree.FirstChild(draft.CueToken); c >= 0; c = view.Tree.NextSibling(c))
        {
            if (c > thing && view.Tree.Left(c) is var opens && (view.Tree.Is(opens, "for") || view.Tree.Is(opens, "as") || view.Tree.Is(opens, "over")))
                return true;
        }
        return false;
    }

    private static string Name(EntityKind kind) => kind switch
    {
        EntityKind.Place => "place",
        EntityKind.Person => "person",
        EntityKind.Group => "group",
        _ => "",
    };

    private static WordClass ClassOf(string kind) => kind switch
    {
        "place" => WordClass.PlaceNoun,
        "person" => WordClass.PersonNoun,
        "group" => WordClass.GroupNoun,
        _ => WordClass.ThingNoun,
    };
}
