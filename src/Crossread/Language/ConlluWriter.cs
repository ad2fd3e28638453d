// Writes analyses as CoNLL-U (universaldependencies.org/format.html).
using System.Collections.Immutable;
using System.Globalization;

namespace Crossread.Language;

/// <summary>Writes sentences with tags, lemmas and heads.</summary>
public static class ConlluWriter
{
    /// <summary>Writes all sentences of a text that was read raw.</summary>
    /// <param name="writer">Takes the lines, each ended by a line feed.</param>
    /// <param name="text">The analysis.</param>
    /// <param name="id">The document's id for <c># newdoc id</c>, or null for none.</param>
    /// <param name="misc">What stands in MISC for a token beside its spacing, such as <c>NER=B-PER</c>; null or a null result for nothing.</param>
    public static void Write(TextWriter writer, AnnotatedText text, string? id = null, Func<int, string?>? misc = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(text);
        if (id is not null)
            Line(writer, "# newdoc id = " + OneLine(id));
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            Sentence sentence = text.Sentences[s];
            Line(writer, string.Create(CultureInfo.InvariantCulture, $"# sent_id = {(id is null ? "" : OneLine(id) + "-")}{s + 1}"));
            Line(writer, "# text = " + OneLine(sentence.Span.Cut(text.Text)));
            WriteWords(writer, text, sentence, [], misc);
        }
    }

    /// <summary>Writes the sentences of a document whose words were given, with its comments and ranges as they stood.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="text">What <see cref="LanguageReader.ReadWords(IReadOnlyList{IReadOnlyList{GivenWord}})"/> made of the document's words.</param>
    /// <param name="document">The document.</param>
    /// <param name="misc">As above.</param>
    public static void Write(TextWriter writer, AnnotatedText text, ConlluDocument document, Func<int, string?>? misc = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(document);
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            foreach (string comment in document.Sentences[s].Comments)
                Line(writer, comment);
            WriteWords(writer, text, text.Sentences[s], document.Sentences[s].Ranges, misc);
        }
    }

    private static void WriteWords(TextWriter writer, AnnotatedText text, Sentence sentence, ImmutableArray<(int First, int Last, string Form)> ranges, Func<int, string?>? misc)
    {
        int range = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = text.Tokens[i];
            int number = i - sentence.FirstToken + 1;
            bool space = i + 1 >= text.Tokens.Length || text.Tokens[i + 1].Span.Start > token.Span.End;
            if (range < ranges.Length && ranges[range].First == number - 1)
            {
                int last = sentence.FirstToken + ranges[range].Last;
                bool behind = last + 1 >= text.Tokens.Length || text.Tokens[last + 1].Span.Start > text.Tokens[last].Span.End;
                Line(writer, string.Create(CultureInfo.InvariantCulture, $"{number}-{ranges[range].Last + 1}\t{ranges[range].Form}\t_\t_\t_\t_\t_\t_\t_\t{(behind ? "_" : "SpaceAfter=No")}"));
                range++;
            }
            string? own = misc?.Invoke(i);
            string notes = (own, space) switch
            {
                (null, true) => "_",
                (null, false) => "SpaceAfter=No",
                (_, true) => own,
                _ => own + "|SpaceAfter=No",
            };
            writer.Write(number.ToString(CultureInfo.InvariantCulture));
            writer.Write('\t');
            writer.Write(Field(text.Form(i).ToString()));
            writer.Write('\t');
            writer.Write(Field(token.Lemma));
            writer.Write('\t');
            writer.Write(UposNames.NameOf(token.Upos));
            writer.Write('\t');
            writer.Write(token.Xpos);
            writer.Write("\t_\t");
            writer.Write((token.Head < 0 ? 0 : token.Head - sentence.FirstToken + 1).ToString(CultureInfo.InvariantCulture));
            writer.Write('\t');
            writer.Write(RelationNames.NameOf(token.Relation));
            writer.Write("\t_\t");
            writer.Write(notes);
            writer.Write('\n');
        }
        writer.Write('\n');
    }

    private static void Line(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }

    /// <summary>A field is never empty and holds no tab or line break.</summary>
    private static string Field(string value) => value.Length == 0 ? "_" : OneLine(value);

    private static string OneLine(string value) => value.AsSpan().ContainsAny('\t', '\n', '\r') ? value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ') : value;
}
