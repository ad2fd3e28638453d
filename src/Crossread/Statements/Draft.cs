// An attribution while it is being put together.
using Crossread.Text;

namespace Crossread.Statements;

/// <summary>An attribution while it is being put together; lives only inside <see cref="StatementFinder"/>.</summary>
internal sealed class Draft
{
    /// <summary>The source's words.</summary>
    public TextSpan? Source { get; set; }

    /// <summary>The word that the source's phrase hangs on, or -1.</summary>
    public int SourceHead { get; set; } = -1;

    /// <summary>The cue's words.</summary>
    public TextSpan? CueSpan { get; set; }

    /// <summary>The word that makes it a cue, or -1.</summary>
    public int CueToken { get; set; } = -1;

    /// <summary>What the list says about the cue, or null for a colon or no cue.</summary>
    public Cue? Cue { get; set; }

    /// <summary>The stretches of the content, in the order of the text.</summary>
    public List<TextSpan> Content { get; } = [];

    /// <summary>The word that heads the content's main clause, or -1.</summary>
    public int ContentHead { get; set; } = -1;

    /// <summary>True if quotation marks, not grammar, draw the content.</summary>
    public bool ByQuotation { get; set; }

    /// <summary>True for a participle that takes its source from the attribution before it in the sentence: <c>…, adding that</c>.</summary>
    public bool SharesSource { get; set; }

    /// <summary>What the source does by it.</summary>
    public Stance Stance { get; set; }

    /// <summary>What it answers.</summary>
    public TextSpan? Occasion { get; set; }

    /// <summary>Why it is read so.</summary>
    public string Because { get; set; } = "";

    /// <summary>From the first to the last letter of the content.</summary>
    public TextSpan Hull => new(Content[0].Start, Content[^1].End);

    /// <summary>Adds a stretch behind the ones that are there; joins it if nothing but space stands between.</summary>
    public void Add(TextSpan span, string text)
    {
        if (span.Length == 0)
            return;
        if (Content.Count > 0 && span.Start < Content[^1].End)
            return;
        if (Content.Count > 0 && text.AsSpan(Content[^1].End, span.Start - Content[^1].End).IsWhiteSpace()
            && !text.AsSpan(Content[^1].End, span.Start - Content[^1].End).Contains('\n'))
        {
            Content[^1] = Content[^1].Hull(span);
        }
        else
        {
            Content.Add(span);
        }
    }
}
