// Universal tags as CoNLL-U writes them.
namespace Crossread.Language;

/// <summary>The names of universal tags.</summary>
public static class UposNames
{
    private static readonly string[] Names = Enum.GetNames<Upos>();

    /// <summary>The name as CoNLL-U writes it, for example <c>NOUN</c>.</summary>
    public static string NameOf(Upos tag) => Names[(int)tag];
}
