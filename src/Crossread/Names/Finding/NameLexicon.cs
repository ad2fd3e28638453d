// The word lists in memory: one table from keys of words and phrases to their classes.
using System.Text;

namespace Crossread.Names.Finding;

/// <summary>The word lists of this folder, loaded once, when first needed. Immutable after that.</summary>
internal sealed class NameLexicon
{
    private static readonly Lazy<NameLexicon> Loaded = new(() => new NameLexicon(), LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly (string File, bool Columns)[] Files =
    [
        ("countries", true), ("titles", false), ("organisations", false), ("speech", false), ("more-people", false), ("more-places", false),
        ("nouns", false), ("wordnet", false), ("cities", false), ("regions", false), ("people", false),
    ];

    private static readonly WordClass[] CountryColumns = [WordClass.Country, WordClass.Adjective, WordClass.People, WordClass.Capital];

    private ulong[] _keys = new ulong[1 << 18];
    private WordClass[] _classes = new WordClass[1 << 18];
    private int _count;

    private NameLexicon()
    {
        foreach ((string file, bool columns) in Files)
            Load(file, columns);
    }

    /// <summary>The lists.</summary>
    public static NameLexicon Shared => Loaded.Value;

    /// <summary>The classes of a key; <see cref="WordClass.None"/> if it stands in no list.</summary>
    public WordClass this[ulong key]
    {
        get
        {
            int mask = _keys.Length - 1;
            for (int slot = Slot(key, mask); _keys[slot] != 0; slot = (slot + 1) & mask)
            {
                if (_keys[slot] == key)
                    return _classes[slot];
            }
            return WordClass.None;
        }
    }

    /// <summary>The classes of a word or phrase as written.</summary>
    public WordClass Of(ReadOnlySpan<char> words)
    {
        ulong key = NameKey.Of(words);
        return IsCapitals(words) ? this[key] | this[NameKey.InCapitals(key)] : this[key];
    }

    private static int Slot(ulong key, int mask) => (int)((key ^ (key >> 29)) & (ulong)mask);

    private void Load(string file, bool columns)
    {
        using Stream stream = typeof(NameLexicon).Assembly.GetManifestResourceStream($"Names/Finding/{file}.tsv")
            ?? throw new InvalidOperationException($"The word list Names/Finding/{file}.tsv is not in the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        ReadOnlySpan<char> rest = Encoding.UTF8.GetString(bytes);
        WordClass current = WordClass.None;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf('\n');
            ReadOnlySpan<char> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.StartsWith("# class: ", StringComparison.Ordinal))
                current = ClassNamed(line[9..]);
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (columns)
                AddRow(line);
            else
                Add(line, current);
        }
    }

    private static WordClass ClassNamed(ReadOnlySpan<char> name) => name switch
    {
        "place" => WordClass.Place,
        "city" => WordClass.City,
        "town" => WordClass.Town,
        "region" => WordClass.Region,
        "person" => WordClass.Person,
        "given" => WordClass.Given,
        "surname" => WordClass.Surname,
        "organisation" => WordClass.Organisation,
        "office" => WordClass.Office,
        "people" => WordClass.People,
        "work" => WordClass.Work,
        "calendar" => WordClass.Calendar,
        "title" => WordClass.Title,
        "title-part" => WordClass.TitlePart,
        "role" => WordClass.Role,
        "organisation-head" => WordClass.OrganisationHead,
        "place-head" => WordClass.PlaceHead,
        "other-head" => WordClass.OtherHead,
        "particle" => WordClass.Particle,
        "person-noun" => WordClass.PersonNoun,
        "group-noun" => WordClass.GroupNoun,
        "place-noun" => WordClass.PlaceNoun,
        "thing-noun" => WordClass.ThingNoun,
        "act-noun" => WordClass.ActNoun,
        "word" => WordClass.Word,
        "speech" => WordClass.Speech,
        "of-head" => WordClass.OfHead,
        "connector" => WordClass.Connector,
        _ => throw new InvalidOperationException($"A word list has the unknown class '{name}'."),
    };

    private void AddRow(ReadOnlySpan<char> line)
    {
        int column = 0;
        foreach (Range cell in line.Split('\t'))
        {
            foreach (Range variant in line[cell].Split('|'))
            {
                if (!line[cell][variant].IsEmpty)
                    Add(line[cell][variant], CountryColumns[column]);
            }
            column++;
        }
    }

    private void Add(ReadOnlySpan<char> words, WordClass kind)
    {
        ulong key = NameKey.Empty;
        int start = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] is not (' ' or '-' or '\'' or '’'))
                continue;
            key = NameKey.Add(key, words[start..i]);
            start = i + 1;
            if (key != NameKey.Empty)
                Set(key, WordClass.Prefix);
        }
        key = NameKey.Add(key, words[start..]);
        if (key == NameKey.Empty)
            return;
        Set(IsCapitals(words) && (kind & WordClass.Phrases) != 0 ? NameKey.InCapitals(key) : key, kind);
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        int capitals = 0;
        foreach (char c in word)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                capitals++;
        }
        return capitals > 1;
    }

    private void Set(ulong key, WordClass kind)
    {
        if (_count * 2 > _keys.Length)
            Grow();
        int mask = _keys.Length - 1;
        int slot = Slot(key, mask);
        while (_keys[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & mask;
        if (_keys[slot] == 0)
        {
            _keys[slot] = key;
            _count++;
        }
        _classes[slot] |= kind;
    }

    private void Grow()
    {
        (ulong[] keys, WordClass[] classes) = (_keys, _classes);
        _keys = new ulong[keys.Length * 2];
        _classes = new WordClass[keys.Length * 2];
        _count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
                Set(keys[i], classes[i]);
        }
    }
}
