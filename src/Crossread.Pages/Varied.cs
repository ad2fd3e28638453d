// A piece of text that was another on other days.
using System.Collections.Immutable;

namespace Crossread.Pages;

/// <summary>A text with what it was at each position of the slider.</summary>
/// <param name="Forms">Each form with its positions.</param>
public readonly record struct Varied(ImmutableArray<(StepSet On, string Text)> Forms)
{
    /// <summary>The text at each position; null where there is none. Equal texts are one form.</summary>
    public static Varied Of(IReadOnlyList<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        List<(StepSet On, string Text)> forms = [];
        for (int at = 0; at < texts.Count; at++)
        {
            if (texts[at] is not { } text)
                continue;
            int same = forms.FindIndex(f => string.Equals(f.Text, text, StringComparison.Ordinal));
            if (same < 0)
                forms.Add((StepSet.None(texts.Count).With(at), text));
            else
                forms[same] = (forms[same].On.With(at), text);
        }
        return new Varied([.. forms]);
    }

    /// <summary>The text as it is today; empty if there is none.</summary>
    public override string ToString() => Forms.FirstOrDefault(f => !f.On.Hidden).Text ?? "";

    /// <summary>The forms as markup, encoded; one form stands by itself.</summary>
    public string Markup => Forms.Length == 1 ? Html.Text(Forms[0].Text) : string.Concat(Forms.Select(f => "<span" + f.On.Attributes + ">" + Html.Text(f.Text) + "</span>"));
}
