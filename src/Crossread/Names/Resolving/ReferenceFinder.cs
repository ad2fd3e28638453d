// Pronouns, descriptions and unnamed groups: walks through the text once with a reader's memory.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names.Finding;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>
/// Resolves what stands for a name, by rules in the manner of Lappin and Leass 1994 (recency, subjects before objects, agreement, binding)
/// and gives up where two answers are near each other.
/// </summary>
internal sealed class ReferenceFinder
{
    private readonly ResolverInput _input;
    private readonly AnnotatedText _text;
    private readonly ImmutableArray<int> _entityOf;
    private readonly ImmutableArray<LocalEntity>.Builder _entities;
    private readonly ImmutableArray<Reference>.Builder _references = ImmutableArray.CreateBuilder<Reference>();
    private readonly Discourse _discourse = new();
    private readonly PronounRules _pronouns;
    private readonly DescriptionRules _descriptions;
    private readonly EpithetRules _epithets;
    private readonly List<(Known Known, GroupPhrase Phrase)> _groups = [];
    private readonly bool[] _quoted;
    private readonly int[] _mentionAt;

    private ReferenceFinder(ResolverInput input, ImmutableArray<int> entityOf, ImmutableArray<LocalEntity>.Builder entities)
    {
        _input = input;
        _text = input.Text;
        _entityOf = entityOf;
        _entities = entities;
        _quoted = Grammar.Quoted(_text);
        _mentionAt = new int[_text.Tokens.Length];
        Array.Fill(_mentionAt, -1);
        for (int m = 0; m < input.Mentions.Length; m++)
        {
            for (int i = _text.TokenAt(input.Mentions[m].Span.Start); i < _text.Tokens.Length && _text.Tokens[i].Span.Start < input.Mentions[m].Span.End; i++)
                _mentionAt[i] = m;
        }
        _pronouns = new PronounRules(_text, _discourse, _quoted);
        _descriptions = new DescriptionRules(_text);
        _epithets = new EpithetRules(_text, _discourse, _quoted);
    }

    /// <summary>All references in the order of the text. Unnamed groups that speak are added to the entities.</summary>
    public static ImmutableArray<Reference> Find(ResolverInput input, ImmutableArray<int> entityOf, ImmutableArray<LocalEntity>.Builder entities)
    {
        if (input.Text.Tokens.IsEmpty || input.Text.Sentences.IsEmpty)
            return [];
        ReferenceFinder finder = new(input, entityOf, entities);
        for (int s = 0; s < input.Text.Sentences.Length; s++)
            finder.Walk(s);
        return finder._references.ToImmutable();
    }

    private void Walk(int sentence)
    {
        Sentence all = _text.Sentences[sentence];
        for (int i = all.FirstToken; i < all.EndToken; i++)
        {
            int m = _mentionAt[i];
            if (m >= 0)
            {
                if (i + 1 == all.EndToken || _mentionAt[i + 1] != m)
                    Named(m, i, sentence);
                continue;
            }
            Token token = _text.Tokens[i];
            if (token.Upos == Upos.PRON)
                Pronoun(i, sentence);
            else if ((token.Upos is Upos.NOUN or Upos.PROPN || token.Upos == Upos.ADJ && Grammar.IsSubject(_text, i)) && !InRole(token.Span))
                Noun(i, sentence);
        }
    }

    private bool InRole(TextSpan word)
    {
        int m = PhraseHead.FirstFrom(_input.Mentions, word.End);
        return m < _input.Mentions.Length && _input.Mentions[m].Role is TextSpan role && role.Contains(word);
    }

    private void Named(int m, int lastToken, int sentence)
    {
        Mention mention = _input.Mentions[m];
        int entity = _entityOf[m];
        LocalEntity local = _entities[entity];
        Known known = _discourse.Meet(entity, () => new Known(entity, local.Kind, local.Name) { Plural = local.Kind == EntityKind.Group });
        if (known.Gender == Gender.Unknown)
            known.Gender = _input.Gender(m);
        int head = PhraseHead.HeadOf(_text, Math.Min(_text.TokenAt(mention.Span.Start), lastToken), lastToken + 1);
        _descriptions.TakeRoles(known, mention, head);
        Touch(known, Grammar.Top(_text, head), head, sentence);
        known.Times++;
        if (_quoted[lastToken])
            known.NamedInQuotes = sentence;
    }

    private void Touch(Known known, int top, int token, int sentence)
    {
        bool owner = _text.Tokens[top].Relation == Relation.NmodPoss;
        bool subject = Grammar.IsSubject(_text, top);
        // In one sentence the better place counts.
        bool same = known.LastSentence == sentence;
        known.LastSubject = subject || same && known.LastSubject;
        known.LastSpoke = subject && Grammar.Speaks(_text, top) || same && known.LastSpoke;
        known.LastOwner = owner && !(same && !known.LastOwner);
        known.LastQuoted = _quoted[token];
        (known.LastToken, known.LastSentence) = (token, sentence);
        if (!_quoted[token])
        {
            Standing before = known.Told;
            bool again = before.Sentence == sentence;
            known.Told = new Standing(token, sentence, subject || again && before.Subject, subject && Grammar.Speaks(_text, top) || again && before.Spoke, owner && !(again && !before.Owner));
        }
        _discourse.Touch(known);
    }

    private void Pronoun(int i, int sentence)
    {
        if (_pronouns.Resolve(i, sentence) is not var (known, because))
            return;
        _references.Add(new Reference(_text.Tokens[i].Span, known.Entity, because));
        Touch(known, i, i, sentence);
    }

    private void Noun(int i, int sentence)
    {
        if ((_descriptions.Resolve(i, sentence) ?? _epithets.Resolve(i, sentence, _descriptions.Bears(i))) is var (known, because))
        {
            (int first, int last) = Grammar.Phrase(_text, i);
            _references.Add(new Reference(_text.SpanOf(first, last), known.Entity, because));
            Touch(known, i, i, sentence);
        }
        else if (Grammar.Speaks(_text, i) && IsGroup(i, out bool plural) && Grammar.Child(_text, i, Relation.Flat, Relation.Appos) is var named && (named < i || _mentionAt[named] < 0))
        {
            Group(i, sentence, plural);
        }
        else
        {
            _pronouns.Unresolved(i, sentence);
            _epithets.Stranger(i);
        }
    }

    // By the letters as well as by the tag: at the start of a sentence a plural noun is often taken for a name.
    private bool IsGroup(int i, out bool plural)
    {
        string form = _text.Form(i).ToString().ToLowerInvariant();
        plural = false;
        if (MentionFilter.IsPageWord(form))
            return false;
        const WordClass Many = WordClass.PersonNoun | WordClass.GroupNoun | WordClass.Role;
        if ((NameLexicon.Shared.Of(form) & (WordClass.PersonNoun | WordClass.GroupNoun)) == WordClass.GroupNoun)
            return true;
        plural = form == "people"
            || form.EndsWith("men", StringComparison.Ordinal) && (NameLexicon.Shared.Of(form[..^2] + "an") & Many) != 0
            || form.EndsWith("ies", StringComparison.Ordinal) && (NameLexicon.Shared.Of(form[..^3] + "y") & Many) != 0
            || form.EndsWith('s') && form.Length > 3 && ((NameLexicon.Shared.Of(form.AsSpan(0, form.Length - 1)) | (form[^2] == 'e' ? NameLexicon.Shared.Of(form.AsSpan(0, form.Length - 2)) : 0)) & Many) != 0;
        return plural;
    }

    // Unnamed groups that speak become entities: the same noun with a word in common is the same group.
    private void Group(int i, int sentence, bool plural)
    {
        (int first, int last) = Grammar.Phrase(_text, i);
        TextSpan span = _text.SpanOf(first, last);
        string name = span.Cut(_text.Text);
        GroupPhrase phrase = GroupPhrase.Of(name, _text.Form(i).ToString());
        Known? known = null;
        string because = "a group without a name that speaks here";
        for (int g = _groups.Count - 1; g >= 0 && g >= _groups.Count - 64 && known == null; g--)
        {
            (Known other, GroupPhrase before) = _groups[g];
            if (before.Head != phrase.Head)
                continue;
            string? shared = phrase.Words.FirstOrDefault(w => before.Words.Contains(w, StringComparer.Ordinal));
            if (shared != null || phrase.Words.IsEmpty && before.Words.IsEmpty)
                (known, because) = (other, shared == null ? $"the same {phrase.Head}" : $"the same {phrase.Head}: both “{shared}”");
            else if (phrase.Words.IsEmpty && sentence - other.LastSentence <= 6)
                (known, because) = (other, $"takes up “{other.Name}”");
        }
        if (known == null)
        {
            int entity = _entities.Count;
            _entities.Add(new LocalEntity(name, EntityKind.Group, ["a group without a name that speaks here"]));
            known = _discourse.Meet(entity, () => new Known(entity, EntityKind.Group, name) { Unnamed = true, Plural = plural });
            _groups.Add((known, phrase));
        }
        _references.Add(new Reference(span, known.Entity, because));
        Touch(known, i, i, sentence);
        known.LastSubject = true; // it speaks here, whatever the tree calls it
        known.Told = known.Told with { Subject = known.Told.Sentence >= 0 };
    }
}
