// The tense of the clause that a time expression stands in.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Dates;

/// <summary>Reads the tense of a clause from its verb, its auxiliaries and the verb that governs it.</summary>
internal static class TenseReader
{
    private const int Window = 40;
    private const int DeepestClause = 6;

    /// <summary>The tense of the clause that the expression beginning at this token hangs on.</summary>
    internal static ClauseTense Of(AnnotatedText text, int token, TextSpan span)
    {
        // "payable Dec. 1", "due April 23".
        if (token > 0 && text.Tokens[token - 1] is { Upos: Upos.ADJ } before && TenseWords.Plans(before.Lemma))
            return ClauseTense.Future;
        ClauseTense clause = OfClause(text, token, span);
        // "called a meeting for Monday", "threatened a strike from Friday": what is called for lies ahead.
        if (clause == ClauseTense.Past && token > 0 && Calls(text, token))
            return ClauseTense.Future;
        // "closed until Friday" looks ahead; "19 were dead by Friday", "until 22 May it was empty" do not.
        if (token > 0 && text.Form(token - 1).Equals("since", StringComparison.OrdinalIgnoreCase))
            return ClauseTense.Past;
        bool told = token > 0 && clause == ClauseTense.Past
            && (text.Form(token - 1).Equals("by", StringComparison.OrdinalIgnoreCase) || HasFigure(span, text.Text) && !HasWeekday(text, token, span) || HadNot(text, token, span));
        return token > 0 && TenseWords.Ahead(text.Form(token - 1)) && !told ? ClauseTense.Future : clause;
    }

    // "until 9 a.m. Tuesday": the figure is the hour's.
    private static bool HasWeekday(AnnotatedText text, int token, TextSpan span)
    {
        for (int t = token; t < text.Tokens.Length && text.Tokens[t].Span.Start < span.End; t++)
        {
            if (TimeVocabulary.Find(text.Form(t)).Word is TimeWord.Weekday)
                return true;
        }
        return false;
    }

    // "until Thursday they had not named him": what had not been is over.
    private static bool HadNot(AnnotatedText text, int token, TextSpan span)
    {
        int verb = ClauseHead(text, Outside(text, token, span), out _);
        bool had = false, not = false;
        for (int i = Math.Max(0, verb - Window); verb >= 0 && i < verb; i++)
        {
            had |= text.Tokens[i].Head == verb && text.Form(i) is "had";
            not |= text.Tokens[i].Head == verb && text.Tokens[i].Lemma is "not" or "n't" or "n’t" or "never";
        }
        return had && not;
    }

    private static bool HasFigure(TextSpan span, string text)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                return true;
        }
        return false;
    }

    // The verb above sets something up (call, schedule, announce, threaten …) and the day stands behind "for" or "from".
    private static bool Calls(AnnotatedText text, int token)
    {
        if (text.Form(token - 1) is not ("for" or "from"))
            return false;
        int at = token;
        for (int steps = 0; steps < 12 && at >= 0; steps++)
        {
            if (text.Tokens[at].Upos == Upos.VERB)
                return TenseWords.Calls(text.Tokens[at].Lemma);
            at = text.Tokens[at].Head;
        }
        return false;
    }

    private static ClauseTense OfClause(AnnotatedText text, int token, TextSpan span)
    {
        int head = Outside(text, token, span);
        for (int steps = 0; steps < DeepestClause && head >= 0; steps++)
        {
            int verb = ClauseHead(text, head, out bool planned);
            if (planned)
                return ClauseTense.Future;
            if (verb < 0)
                return ClauseTense.Unknown;
            // "urged them “to avoid bloodshed,” in a call on Monday": the day is not the quotation's.
            ClauseTense tense = PartedByQuotationMark(text, verb, span) ? ClauseTense.Unknown : Tense(text, verb);
            if (tense != ClauseTense.Unknown)
                return tense;
            head = text.Tokens[verb].Head;
        }
        return ClauseTense.Unknown;
    }

    private static bool PartedByQuotationMark(AnnotatedText text, int verb, TextSpan span)
    {
        TextSpan word = text.Tokens[verb].Span;
        int from = Math.Min(word.End, span.End), to = Math.Max(word.Start, span.Start), marks = 0;
        for (int i = from; i < to && i < from + 400; i++)
            marks += text.Text[i] is '“' or '”' or '"' or '„' or '«' or '»' ? 1 : 0;
        return marks % 2 == 1;
    }

    /// <summary>The first token above the expression that lies outside it; the expression's own head if it is the root.</summary>
    internal static int Outside(AnnotatedText text, int token, TextSpan span)
    {
        int at = token;
        for (int steps = 0; steps < 20; steps++)
        {
            int head = text.Tokens[at].Head;
            if (head < 0)
                return at;
            if (!span.Overlaps(text.Tokens[head].Span))
                return head;
            at = head;
        }
        return at;
    }

    /// <summary>The verb or predicate that heads the clause of a token, or -1; planned if a word like "scheduled" or "due" stands on the way.</summary>
    internal static int ClauseHead(AnnotatedText text, int token, out bool planned)
    {
        planned = false;
        int at = token;
        for (int steps = 0; steps < 64 && at >= 0; steps++)
        {
            Token t = text.Tokens[at];
            // What "had been due" is over.
            if ((TenseWords.IsDeadline(t.Lemma) || TenseWords.Plans(t.Lemma) && (t.Upos is Upos.ADJ || t.Xpos is "VBN" or "JJ")) && !(at > 1 && text.Form(at - 1) is "been" && text.Form(at - 2) is "had"))
                planned = true;
            if (t.Upos is Upos.VERB || t.Relation is Relation.Root or Relation.Ccomp or Relation.Advcl or Relation.AclRelcl or Relation.Parataxis || t.Head < 0)
                return t.Upos is Upos.VERB or Upos.AUX || HasVerb(text, at) ? at : t.Head < 0 ? -1 : at;
            at = t.Head;
        }
        return -1;
    }

    private static bool HasVerb(AnnotatedText text, int at)
    {
        for (int i = Math.Max(0, at - Window); i < Math.Min(text.Tokens.Length, at + Window); i++)
        {
            if (text.Tokens[i].Head == at && text.Tokens[i].Relation is Relation.Cop or Relation.Aux or Relation.AuxPass)
                return true;
        }
        return false;
    }

    private static ClauseTense Tense(AnnotatedText text, int verb)
    {
        bool future = false, modal = false, past = false, present = false, have = false, infinitive = false;
        for (int i = Math.Max(0, verb - Window); i < Math.Min(text.Tokens.Length, verb + Window); i++)
        {
            Token t = text.Tokens[i];
            if (t.Head != verb)
                continue;
            if (t.Relation is Relation.Aux or Relation.AuxPass or Relation.Cop)
            {
                switch (TenseWords.Auxiliary(t.Lemma.Length > 0 ? t.Lemma : t.Span.Cut(text.Text)))
                {
                    case TenseWords.Kind.Future:
                        future = true;
                        break;
                    case TenseWords.Kind.Modal:
                        modal = true;
                        break;
                    case TenseWords.Kind.Have:
                        have = true;
                        break;
                    default:
                        past |= t.Xpos == "VBD";
                        // "could hold it in November": open, and not what the clause above it was.
                        present |= t.Xpos is "VBZ" or "VBP" or "MD";
                        break;
                }
            }
            else if (t.Relation == Relation.Mark && t.Upos == Upos.PART)
            {
                infinitive = true;
            }
        }
        // "are to begin on Monday", "was to meet them on Friday": what is arranged.
        if (infinitive && present && !past)
            return ClauseTense.Future;
        Token head = text.Tokens[verb];
        if (have && !infinitive)
            return ClauseTense.Past;
        if (future || modal)
            return ClauseTense.Future;
        if (TenseWords.Plans(head.Lemma) && (head.Xpos == "VBN" || head.Upos == Upos.ADJ) && !past)
            return ClauseTense.Future;
        // "to suspend the order issued Thursday": a participle that describes a noun is done, whatever is to be done with the noun.
        if (head is { Xpos: "VBN", Relation: Relation.Acl } && !present && !TenseWords.Leads(head.Lemma))
            return ClauseTense.Past;
        if (past || head.Xpos == "VBD")
            return TenseWords.Plans(head.Lemma) && head.Xpos == "VBN" ? ClauseTense.Future : ClauseTense.Past;
        if (infinitive && head.Head >= 0)
            return TenseWords.Leads(text.Tokens[head.Head].Lemma) ? ClauseTense.Future : ClauseTense.Unknown;
        if (TenseWords.Leads(head.Lemma) && head.Xpos is "VBZ" or "VBP")
            return ClauseTense.Future;
        // "The talks resume on Saturday", "the rules take effect on Monday"
        if (head.Xpos is "VBZ" or "VBP" && (TenseWords.Arranges(head.Lemma) || head.Lemma == "take" && verb + 1 < text.Tokens.Length && text.Form(verb + 1) is "effect"))
            return ClauseTense.Future;
        return present || head.Xpos is "VBZ" or "VBP" ? ClauseTense.Present : ClauseTense.Unknown;
    }
}
