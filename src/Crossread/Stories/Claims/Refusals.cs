// Denials that are none: refusals, and denials of what is not so.
using System.Collections.Frozen;

using Crossread.Language;
using Crossread.Statements;
using Crossread.Text;

namespace Crossread.Stories.Claims;

/// <summary>Tells a denial of a fact from a refusal (<c>ruled out running</c>) and from the denial of a negative (<c>denied that it had not paid</c>).</summary>
internal static class Refusals
{
    private static readonly Lazy<FrozenSet<string>> _cues = new(() => ListFile.Rows("Stories/Claims/refusing-cues.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>True if the saying refuses a plan, a wish or a motion.</summary>
    public static bool IsRefusal(AnnotatedText text, Statement denial)
    {
        if (denial.Cue is not { } cue)
            return false;
        for (int t = text.TokenAt(cue.Start); t < text.Tokens.Length && text.Tokens[t].Span.Start < cue.End; t++)
        {
            string lemma = text.Tokens[t].Lemma;
            if (_cues.Value.Contains(lemma) || t + 1 < text.Tokens.Length && _cues.Value.Contains($"{lemma} {text.Tokens[t + 1].Lemma}"))
                return true;
        }
        return false;
    }

    /// <summary>True if the verb of saying itself denies, and what it denies is told in its own clause: a <c>not</c> there makes it so.</summary>
    public static bool DeniesNegative(Statement denial) =>
        denial is { Form: StatementForm.Indirect, Because: "", Cue: { } cue, Content.Length: 1 } && denial.Content[0].Start >= cue.End;
}
