// What part of a claim an account is about.
using Crossread.Language;
using Crossread.Stories.Predications;

namespace Crossread.Stories.Claims;

/// <summary>
/// Reads the scope of an account from its clause: training is one kind of help, help for years is not help in this attack.
/// An account that names no scope is of the claim as a whole.
/// </summary>
internal static class ScopeReader
{
    private const int _longest = 60;

    /// <summary>The noun or verb that names the deed more closely than its group does (<c>training</c> among all support), or null.</summary>
    public static string? Kind(Predication told, AnnotatedText text)
    {
        string lemma = text.Tokens[told.Token].Lemma;
        if (DeedList.IsLight(lemma) && DeedList.OfVerb(lemma) is null)
        {
            for (int t = told.Token + 1; t < text.Tokens.Length && text.Tokens[t].Span.End <= told.Span.End; t++)
            {
                if (DeedList.OfNoun(text.Tokens[t].Lemma) == told.Deed)
                    return text.Tokens[t].Lemma;
            }
            return null;
        }
        // "is arming them": the verb itself is the kind; the first verb of a group names the group.
        return told.Listed && DeedList.OfVerb(lemma) == told.Deed && !DeedList.IsPlain(lemma) ? lemma : null;
    }

    /// <summary>How long, or since when (<c>for years</c>, <c>long</c>, <c>since 2014</c>), or null.</summary>
    public static string? Length(Predication told, AnnotatedText text)
    {
        for (int t = text.TokenAt(told.Span.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < told.Span.End; t++)
        {
            string word = text.Form(t).ToString().ToLowerInvariant();
            if (word is "long" or "always" or "repeatedly" && text.Tokens[t].Head == told.Token)
                return word;
            if (word is "for" or "since" && t + 1 < text.Tokens.Length && text.Tokens[t].Relation == Relation.Case && text.Tokens[t].Head is > 0 and var noun
                && Above(text, noun, told.Token) && (text.Tokens[noun].Lemma is "year" or "decade" or "month" or "week" or "generation" || word == "since" && text.Tokens[noun].Upos is Upos.NUM or Upos.PROPN))
            {
                return Cut(text, t, noun);
            }
        }
        return null;
    }

    /// <summary>The attack, march or other undertaking that it was done in or for (<c>push westward</c>), or null.</summary>
    public static string? Occasion(Predication told, AnnotatedText text)
    {
        for (int t = told.Token + 1; t < text.Tokens.Length && text.Tokens[t].Span.End <= told.Span.End; t++)
        {
            Token word = text.Tokens[t];
            string? deed = word.Upos == Upos.VERB ? DeedList.OfVerb(word.Lemma) : word.Upos == Upos.NOUN ? DeedList.OfNoun(word.Lemma) : null;
            // "helping them push west", "backing the march on the capital": under the deed, not in a relative clause that only says who they are.
            if (deed is not ("attack" or "advance" or "invade" or "fight" or "seize") || !Above(text, t, told.Token))
                continue;
            int end = t;
            while (end + 1 < text.Tokens.Length && text.Tokens[end + 1].Span.End <= told.Span.End && text.Tokens[end + 1].Upos is not (Upos.PUNCT or Upos.CCONJ or Upos.SCONJ or Upos.AUX or Upos.VERB) && text.Tokens[end + 1].Span.End - word.Span.Start <= _longest)
                end++;
            int first = t;
            while (first - 1 > told.Token && text.Tokens[first - 1].Upos is Upos.ADJ or Upos.NOUN && text.Tokens[first - 1].Head == t)
                first--;
            return string.Join(' ', text.SpanOf(first, end).Cut(text.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        return null;
    }

    private static bool Above(AnnotatedText text, int token, int top)
    {
        for (int steps = 0; token >= 0 && steps < 12; steps++)
        {
            if (token == top)
                return true;
            if (text.Tokens[token].Relation is Relation.AclRelcl or Relation.Parataxis or Relation.Advcl)
                return false;
            token = text.Tokens[token].Head;
        }
        return false;
    }

    private static string Cut(AnnotatedText text, int first, int last) =>
        string.Join(' ', text.SpanOf(Math.Min(first, last), Math.Max(first, last)).Cut(text.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
