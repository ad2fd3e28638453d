// The title or role that stands with a person's name.
using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Finding;

/// <summary>Finds titles and roles: before the name (<c>the ministry's spokeswoman Ana Ruiz</c>), or behind it between commas.</summary>
internal static class RoleFinder
{
    private const int LongestRole = 12;
    private const WordClass PersonWords = WordClass.Title | WordClass.Role | WordClass.PersonNoun;

    /// <summary>The role of a person, or null.</summary>
    public static TextSpan? Find(NameDraft draft, NameSpan span)
    {
        (int from, int to) = draft.Sentence(span.First);
        return Before(draft, span, from) ?? Behind(draft, span, to);
    }

    private static TextSpan? Before(NameDraft draft, NameSpan span, int from)
    {
        int head = span.First - 1;
        // "spokesman, Dmitri …": a comma may part the role from the name.
        bool comma = head > from && draft.Form(head) is ",";
        if (comma)
            head--;
        if (head >= from && draft.Form(head) is "." && draft.IsGlued(head - 1))
            head--;
        // Secretary of State Ana Ruiz.
        bool office = head - 2 >= from && draft.Form(head - 1) is "of" && draft.Capital(head) && (draft.Class(head - 2) & WordClass.Title) != 0;
        if (head < from || draft.At(head) is { Kind: EntityKind.Person } || !office && !IsHead(draft, head, comma))
            return null;
        int first = office ? head - 2 : head;
        bool owner = false;
        while (first > from && head - first < LongestRole && (Belongs(draft, first - 1, first) || owner && (draft.Class(first - 1) & WordClass.Title) != 0))
        {
            first--;
            owner |= draft.At(first) is { Kind: EntityKind.Person };
        }
        while (first < head && (draft.Form(first) is "'s" or "’s" or "-" || draft.Text.Tokens[first].Upos is Upos.DET or Upos.NUM))
            first++;
        // With a comma before the name only a role with something of its own before its head is one: "the president, Ruiz" yes, "soldiers, Ruiz" no.
        if (comma && first == head && draft.Form(head - 1) is not ("the" or "The" or "its" or "his" or "her" or "their"))
            return null;
        return new TextSpan(draft.Text.Tokens[first].Span.Start, draft.Text.Tokens[span.First - (comma ? 2 : 1)].Span.End);
    }

    private static bool IsHead(NameDraft draft, int token, bool comma)
    {
        WordClass classes = draft.Class(token);
        if ((classes & PersonWords) == 0 || draft.At(token) is { Kind: EntityKind.Place or EntityKind.Organisation })
            return false;
        Upos tag = draft.Text.Tokens[token].Upos;
        if (tag is not (Upos.X or Upos.NOUN or Upos.PROPN or Upos.ADJ))
            return false;
        return !comma || (classes & (WordClass.Role | WordClass.Title)) != 0;
    }

    // Words before a role's head that are part of it.
    private static bool Belongs(NameDraft draft, int token, int next)
    {
        WordClass classes = draft.Class(token);
        ReadOnlySpan<char> form = draft.Form(token);
        if (form is "'s" or "’s")
            return true;
        if (draft.At(token) is { } name)
            return name.Kind != EntityKind.Person || draft.Form(next) is "'s" or "’s" || draft.At(next) == name;
        if (form is "-")
            return draft.IsGlued(token) && draft.IsGlued(token - 1);
        Token word = draft.Text.Tokens[token];
        if (word.Upos != Upos.X)
            return word.Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN && word.Xpos is not ("VBG" or "VBN");
        if (draft.Shape(token) == WordShape.Mark || draft.IsStart(token) && (draft.Phrase(token) & WordClass.Adjective) == 0 && (classes & (PersonWords | WordClass.TitlePart)) == 0)
            return false;
        return draft.Capital(token) || (draft.Phrase(token) & WordClass.Adjective) != 0
            || (classes & (PersonWords | WordClass.TitlePart | WordClass.OrganisationHead | WordClass.GroupNoun)) != 0 && (classes & WordClass.Speech) == 0;
    }

    private static TextSpan? Behind(NameDraft draft, NameSpan span, int to)
    {
        if (span.Last + 2 >= to || draft.Form(span.Last + 1) is not ",")
            return null;
        int first = span.Last + 2;
        if (draft.Form(first) is "the" or "a" or "an" or "its" or "his" or "her" or "their")
            first++;
        int head = -1;
        for (int i = first; i < to && i < first + 6; i++)
        {
            if (draft.Shape(i) == WordShape.Mark && draft.Form(i) is not ("'s" or "-" or "’s"))
                break;
            if (draft.Shape(i) == WordShape.Lower && (draft.Class(i) & (WordClass.Role | WordClass.PersonNoun)) != 0 && draft.Text.Tokens[i].Upos is Upos.X or Upos.NOUN)
                head = i;
            if (draft.Form(i) is "of" or "for" or "who" or "and" or "said" or "in" or "at" or "to" or "is" or "was")
                break;
        }
        if (head < 0 || (draft.Class(head) & (WordClass.Role | WordClass.Title)) == 0 && draft.Form(first - 1) is ",")
            return null;
        int last = head;
        for (int i = head + 1; i < to && i < head + LongestRole; i++)
        {
            if (draft.At(i) is null && (draft.Form(i) is "," or "." or ";" or "who" or "said" or "says" or "told" or "and" or ")" or "(" or "\"" or "”" or ":") || draft.At(i) is null && draft.Text.Tokens[i].Upos is (Upos.VERB or Upos.AUX))
                break;
            last = i;
        }
        if (last > head && draft.Form(head + 1) is not ("of" or "for" or "at" or "in" or "to" or "with"))
            last = head;
        return draft.Text.SpanOf(first, last);
    }
}
