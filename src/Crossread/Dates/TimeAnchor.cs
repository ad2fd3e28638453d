// Which time expression dates a clause.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Dates;

/// <summary>Finds the time expression that dates the clause of a word.</summary>
public static class TimeAnchor
{
    private const int Furthest = 60;

    /// <summary>
    /// Index of the time expression that hangs on the clause headed by a token (its verb, or a noun that names an event), or null.
    /// Only dates and times count, no lengths and no vague references. The nearest wins; before the token wins a tie.
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="mentions">The time expressions in the order of the text.</param>
    /// <param name="token">Index of the head of the clause.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No such token.</exception>
    public static int? Of(AnnotatedText text, ImmutableArray<TimeMention> mentions, int token)
    {
        ArgumentNullException.ThrowIfNull(text);
        Sentence sentence = text.Sentences[text.SentenceOf(token)];
        int? best = null;
        int near = int.MaxValue;
        for (int i = SpanOrder.FirstFrom(mentions, sentence.Span.Start, m => m.Span); i < mentions.Length && mentions[i].Span.Start < sentence.Span.End; i++)
        {
            TimeMention mention = mentions[i];
            if (mention.Form is TimeForm.Fixed or TimeForm.Left || mention is { Form: TimeForm.Shift, Shift: null, Unit: not TimeUnit.Weekend })
                continue;
            int first = text.TokenAt(mention.Span.Start);
            if (first >= text.Tokens.Length || Math.Abs(first - token) > Furthest || !HangsOn(text, mention, first, token))
                continue;
            int distance = Math.Abs(first - token) * 2 + (first > token ? 1 : 0) + (mention.Unit > TimeUnit.Day ? 4 : 0);
            if (distance < near)
                (best, near) = (i, distance);
        }
        return best;
    }

    private static bool HangsOn(AnnotatedText text, TimeMention mention, int first, int token)
    {
        int at = TenseReader.Outside(text, first, mention.Span);
        for (int steps = 0; steps < 24 && at >= 0; steps++)
        {
            if (at == token)
                return true;
            Token t = text.Tokens[at];
            // The border of another clause: the expression dates that one. A verb that shares its subject or rests on the other is one clause with it.
            bool same = t.Relation is Relation.Xcomp or Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Compound or Relation.Flat or Relation.Fixed;
            if (t.Upos is Upos.VERB or Upos.AUX && !same || t.Relation is Relation.Ccomp or Relation.Advcl or Relation.AclRelcl or Relation.Acl or Relation.Parataxis)
                return false;
            at = t.Head;
        }
        return false;
    }
}
