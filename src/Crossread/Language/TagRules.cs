// Tags that a few plain rules know better than the model, whose training text is the web's more than the news'.
using Crossread.Text;

namespace Crossread.Language;

/// <summary>Corrects tags where word and neighbours leave one reading: <c>was shot</c>, <c>the copper mine</c>, <c>May 5</c>.</summary>
internal sealed class TagRules(TagSet tags)
{
    /// <summary>Bits of <see cref="WordSheet.Class"/>: the spelling may be a noun; it may be a past form.</summary>
    private const int NounBit = 1, PastBit = 16;

    // For each tag the rule that looks at it, told once: the rules see every word of every text twice.
    private readonly Rule[] _ruleOf = [.. tags.Xpos.Select(x => x switch { "NN" => Rule.Noun, "PRP" => Rule.Pronoun, "RB" => Rule.Adverb, "MD" => Rule.Modal, _ => Rule.None })];
    private readonly byte _noun = tags.Number("NOUN NN"), _participle = tags.Number("VERB VBN"), _gerund = tags.Number("VERB VBG"), _name = tags.Number("PROPN NNP");

    /// <summary>Corrects the tags of a sentence in place.</summary>
    public void Apply(WordSheet sheet, string text, ReadOnlySpan<TextSpan> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            switch (_ruleOf[sheet.Tag[i]])
            {
                // The man was shot; the road was cut off.
                case Rule.Noun when (sheet.Class[i] & PastBit) != 0 && IsBe(sheet, text, words, i - 1) && !IsNominal(sheet, i + 1):
                    sheet.Tag[i] = _participle;
                    break;
                // He called for calm, warning “we are near the end.”
                case Rule.Noun when sheet.Verb[i] != 0 && i > 0 && Before(sheet, i) is "," && i + 1 < sheet.Count && tags.Xpos[sheet.Tag[i + 1]] is "``" && words[i].Of(text).EndsWith("ing", StringComparison.Ordinal):
                    sheet.Tag[i] = _gerund;
                    break;
                // The copper mine: "mine" for "my own" stands alone.
                case Rule.Pronoun when i > 0 && words[i].Of(text) is "mine" or "Mine" && Before(sheet, i) is "NN" or "NNP" or "NNPS" or "JJ" or "DT":
                    sheet.Tag[i] = _noun;
                    break;
                // A well was poisoned.
                case Rule.Adverb when (sheet.Class[i] & NounBit) != 0 && i > 0 && words[i - 1].Of(text) is "a" or "A" or "the" or "The" && IsFinite(sheet, i + 1):
                    sheet.Tag[i] = _noun;
                    break;
                case Rule.Modal when words[i].Of(text) is "May" && i + 1 < sheet.Count && tags.Xpos[sheet.Tag[i + 1]] is "CD":
                    sheet.Tag[i] = _name;
                    break;
                default:
                    break;
            }
        }
    }

    private string Before(WordSheet sheet, int i) => tags.Xpos[sheet.Tag[i - 1]];

    /// <summary>True for a form of <c>be</c> at or, past one adverb, before the word.</summary>
    private bool IsBe(WordSheet sheet, string text, ReadOnlySpan<TextSpan> words, int i)
    {
        if (i > 0 && tags.Upos[sheet.Tag[i]] is Upos.ADV or Upos.PART)
            i--;
        return i >= 0 && tags.Upos[sheet.Tag[i]] is Upos.AUX or Upos.VERB && words[i].Of(text) is "was" or "were" or "been" or "being" or "be" or "is" or "are";
    }

    private bool IsNominal(WordSheet sheet, int i) => i < sheet.Count && tags.Upos[sheet.Tag[i]] is Upos.NOUN or Upos.PROPN or Upos.ADJ;

    private bool IsFinite(WordSheet sheet, int i) => i < sheet.Count && tags.Xpos[sheet.Tag[i]] is "VBD" or "VBZ" or "VBP" or "MD";

    private enum Rule : byte
    {
        None,
        Noun,
        Pronoun,
        Adverb,
        Modal,
    }
}
