// Whom a pronoun stands for, where the names of the report do not tell.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Names;
using Crossread.Statements;

namespace Crossread.Stories.Predications;

/// <summary>
/// Finds the party or thing behind <c>he</c>, <c>it</c>, <c>they</c> in three sure cases only: the clause before names it,
/// the speaker speaks of itself, or the sentence before has one subject that fits. Never a person behind <c>they</c> or <c>it</c>.
/// </summary>
/// <param name="placed">The report.</param>
/// <param name="tree">Its trees.</param>
/// <param name="entities">The story's entities.</param>
/// <param name="entityAt">For each word its entity, or -1.</param>
internal sealed class PronounReader(StoryReport placed, SentenceTree tree, ImmutableArray<Entity> entities, int[] entityAt)
{
    private readonly AnnotatedText _text = placed.Reading.Words;

    /// <summary>The entity that a subject stands for, or null.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="statement">The statement whose content's head is the pronoun's verb, or null.</param>
    public int? Subject(int pronoun, Statement? statement)
    {
        int verb = _text.Tokens[pronoun].Head;
        // "While A builds ties, it trains B": the clause before names it.
        for (int c = verb < 0 ? -1 : tree.FirstChild(verb); c >= 0 && c < pronoun; c = tree.NextSibling(c))
        {
            if (_text.Tokens[c].Relation == Relation.Advcl && tree.Child(c, Relation.Nsubj) is >= 0 and var subject && Fitting(pronoun, entityAt[subject]) is int named)
                return named;
        }
        // "A said it was not helping": whoever speaks, of itself.
        if (statement is { Form: not StatementForm.Direct, SpeakerEntity: int local } && SpokenBefore(statement))
            return Fitting(pronoun, placed.EntityOf[local]);
        return statement is null || !SpokenBefore(statement) ? Before(pronoun) : null;
    }

    /// <summary>The person that an object or possessor stands for: the one person of the sentence before, if its own sentence names none before it.</summary>
    public int? Before(int pronoun)
    {
        int sentence = _text.SentenceOf(pronoun);
        if (sentence == 0 || _text.Tokens[pronoun].Lemma is not ("he" or "she" or "him" or "her"))
            return null;
        if (People(_text.Sentences[sentence].FirstToken, pronoun).Any())
            return null;
        Sentence before = _text.Sentences[sentence - 1];
        int[] people = [.. People(before.FirstToken, before.EndToken).Distinct().Take(2)];
        return people is [var one] ? one : null;
    }

    // "He has never come, said the nurse": whoever speaks after the words does not speak of himself as "he" before he is named.
    private static bool SpokenBefore(Statement statement) => statement.Speaker is not { } speaker || statement.Content.IsEmpty || speaker.Start < statement.Content[0].Start;

    private IEnumerable<int> People(int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            if (entityAt[t] >= 0 && entities[entityAt[t]].Kind == EntityKind.Person)
                yield return entityAt[t];
        }
    }

    private int? Fitting(int pronoun, int entity)
    {
        if (entity < 0)
            return null;
        bool person = entities[entity].Kind == EntityKind.Person;
        return _text.Tokens[pronoun].Lemma is "it" or "they" && person || _text.Tokens[pronoun].Lemma is "he" or "she" && entities[entity].Kind is EntityKind.Place or EntityKind.Organisation ? null : entity;
    }
}
