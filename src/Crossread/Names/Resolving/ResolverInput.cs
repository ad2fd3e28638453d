// What the resolver knows about the mentions of one report.
using System.Collections.Immutable;

using Crossread.Language;
using Crossread.Text;

namespace Crossread.Names.Resolving;

/// <summary>The mentions of one report with what can be told of each by itself.</summary>
internal sealed class ResolverInput
{
    private static readonly Lazy<Dictionary<string, Gender>> Titles = new(() =>
    {
        Dictionary<string, Gender> genders = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/titles.tsv"))
            genders[row[0]] = row[1] == "male" ? Resolving.Gender.Male : Resolving.Gender.Female;
        return genders;
    });

    private static readonly Lazy<Dictionary<string, Gender>> GivenNames = new(() =>
    {
        Dictionary<string, Gender> genders = new(StringComparer.Ordinal);
        foreach (string[] row in ListFile.Rows("Names/Resolving/given-names.tsv"))
            genders[row[0]] = row[1] == "male" ? Resolving.Gender.Male : Resolving.Gender.Female;
        return genders;
    });

    private readonly Dictionary<string, NameForm> _cache = new(StringComparer.Ordinal);
    private readonly NameForm[] _forms;
    private readonly Gender[] _genders;

    /// <summary>Looks at every mention by itself.</summary>
    public ResolverInput(AnnotatedText text, ImmutableArray<Mention> mentions, Verdicts verdicts)
    {
        Text = text;
        Mentions = mentions;
        Verdicts = verdicts;
        _forms = new NameForm[mentions.Length];
        _genders = new Gender[mentions.Length];
        for (int m = 0; m < mentions.Length; m++)
        {
            string name = mentions[m].Span.Cut(text.Text);
            if (!_cache.TryGetValue(name, out NameForm? form))
                _cache.Add(name, form = NameForm.Of(name));
            _forms[m] = form;
            if (mentions[m].Kind != EntityKind.Person)
                continue;
            if (mentions[m].Role is TextSpan role)
                _genders[m] = OfTitle(role.Cut(text.Text));
            if (_genders[m] == Resolving.Gender.Unknown && form.IsFull)
                _genders[m] = OfGivenName(form.First.Folded);
        }
    }

    /// <summary>The report's words.</summary>
    public AnnotatedText Text { get; }

    /// <summary>The mentions.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    /// <summary>The reader's decisions.</summary>
    public Verdicts Verdicts { get; }

    /// <summary>A mention's name, taken apart.</summary>
    public NameForm Form(int mention) => _forms[mention];

    /// <summary>What a mention's title or given name tells.</summary>
    public Gender Gender(int mention) => _genders[mention];

    /// <summary>The words of a mention's role in small letters, or empty.</summary>
    public IEnumerable<string> RoleWords(int mention) =>
        Mentions[mention].Role is TextSpan role ? role.Cut(Text.Text).ToLowerInvariant().Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>True if a mention's role names a relative of somebody (<c>his wife</c>, <c>first lady</c>).</summary>
    public bool IsRelative(int mention) => RoleWords(mention).Any(w => SmallWords.Is(w, "kin"));

    /// <summary>Index of the sentence at a text offset, or the offset itself where no sentences are known.</summary>
    public int SentenceAt(int offset)
    {
        int token = Text.TokenAt(offset);
        return token < Text.Tokens.Length ? Text.SentenceOf(token) : offset;
    }

    /// <summary>What a given name tells.</summary>
    public static Gender OfGivenName(string folded) => GivenNames.Value.GetValueOrDefault(folded);

    /// <summary>What the words of a title or role tell.</summary>
    public static Gender OfTitle(string role)
    {
        foreach (string word in role.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Titles.Value.TryGetValue(LetterFolding.Fold(word), out Gender gender))
                return gender;
        }
        return Resolving.Gender.Unknown;
    }
}
