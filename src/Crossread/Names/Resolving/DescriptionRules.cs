// Whom a description with “the” stands for.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>Resolves <c>the general</c>, <c>the Harbour Board chief</c>, <c>the council</c> by the roles that the text gave, or gives up.</summary>
internal sealed class DescriptionRules(AnnotatedText text)
{
    private const int Near = 3;

    private readonly Dictionary<string, List<Known>> _byNoun = new(StringComparer.Ordinal);

    /// <summary>Takes up what a mention tells of its bearer: title, apposition, predicate; for a body the last word of its name.</summary>
    public void TakeRoles(Known known, Mention mention, int head)
    {
        if (known.Kind == EntityKind.Organisation)
        {
            string last = LetterFolding.Fold(text.Form(text.TokenAt(Math.Max(mention.Span.Start, mention.Span.End - 1)) is var t && t < text.Tokens.Length ? t : head));
            if (OrganisationForm.Is(last, "general"))
                Add(known, last, text.TokenAt(mention.Span.Start), head);
            return;
        }
        if (known.Kind != EntityKind.Person)
            return;
        if (mention.Role is TextSpan role)
        {
            int first = text.TokenAt(role.Start), end = text.TokenAt(Math.Max(role.Start, role.End - 1)) + 1;
            int noun = -1;
            for (int i = first; i < Math.Min(end, text.Tokens.Length) && text.Tokens[i].Upos != Upos.ADP; i++)
            {
                if (text.Tokens[i].Upos is Upos.NOUN or Upos.PROPN)
                    noun = i;
            }
            if (noun >= 0)
                Add(known, NounOf(noun), first, end - 1);
        }
        Token top = text.Tokens[head];
        if (top is { Relation: Relation.Appos, Head: >= 0 } && text.Tokens[top.Head].Upos == Upos.NOUN)
            AddPhrase(known, top.Head);
        if (Grammar.Child(text, head, Relation.Appos, Relation.Appos) is var apposition and >= 0 && text.Tokens[apposition].Upos == Upos.NOUN)
            AddPhrase(known, apposition);
        if (top is { Relation: Relation.Nsubj, Head: >= 0 } && text.Tokens[top.Head].Upos == Upos.NOUN && Grammar.Child(text, top.Head, Relation.Cop, Relation.Cop) >= 0)
            AddPhrase(known, top.Head);
    }

    /// <summary>The entity and the reason, or null.</summary>
    public (Known, string)? Resolve(int noun, int sentence)
    {
        if (text.Tokens[noun].Xpos is "NNS" or "NNPS" || !_byNoun.TryGetValue(NounOf(noun), out List<Known>? bearers) || Determiner(noun) < 0)
            return null;
        (int first, int last) = Grammar.Phrase(text, noun);
        HashSet<string> words = Words(first, last, noun);
        List<Known> fitting = bearers.FindAll(b => b.LastSentence >= 0 && b.Roles.Exists(r => r.Noun == NounOf(noun) && words.IsSubsetOf(r.Words)));
        if (fitting.Count == 0)
            return null;
        fitting.Sort((a, b) => b.LastToken.CompareTo(a.LastToken));
        if (fitting.Count > 1 && (sentence - fitting[0].LastSentence > Near || fitting[1].LastSentence == fitting[0].LastSentence))
            return null;
        Known known = fitting[0];
        string phrase = text.SpanOf(first, last).Cut(text.Text);
        string why = fitting.Count > 1 ? "the last one" : "the only one";
        return (known, known.Kind == EntityKind.Person ? $"“{phrase}” is {known.Name}, {why} with this role" : $"“{phrase}” is {known.Name}, {why} named so");
    }

    /// <summary>True if the text gave the noun to somebody as a role.</summary>
    public bool Bears(int noun) => _byNoun.ContainsKey(NounOf(noun));

    private void AddPhrase(Known known, int noun)
    {
        (int first, int last) = Grammar.Phrase(text, noun);
        Add(known, NounOf(noun), first, last);
    }

    private void Add(Known known, string noun, int first, int last)
    {
        HashSet<string> words = Words(first, last, -1);
        if (known.Roles.Count >= 8 || known.Roles.Exists(r => r.Noun == noun && words.IsSubsetOf(r.Words)))
            return;
        known.Roles.Add((noun, words));
        if (!_byNoun.TryGetValue(noun, out List<Known>? bearers))
            _byNoun[noun] = bearers = [];
        if (!bearers.Contains(known) && bearers.Count < 32)
            bearers.Add(known);
    }

    private string NounOf(int token) => text.Tokens[token].Lemma.ToLowerInvariant();

    private HashSet<string> Words(int first, int last, int except)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        for (int i = Math.Max(0, first); i <= Math.Min(last, text.Tokens.Length - 1); i++)
        {
            if (i != except && text.Tokens[i].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ)
                words.Add(text.Tokens[i].Lemma.ToLowerInvariant());
        }
        words.Remove(except >= 0 ? NounOf(except) : "");
        return words;
    }

    private int Determiner(int noun)
    {
        int det = Grammar.Child(text, noun, Relation.Det, Relation.Det);
        return det >= 0 && text.Form(det) is var form && (form.Equals("the", StringComparison.OrdinalIgnoreCase) || form.Equals("this", StringComparison.OrdinalIgnoreCase) || form.Equals("that", StringComparison.OrdinalIgnoreCase)) ? det : -1;
    }
}
