// What the name tagger looks at: the features of one token as 32-bit hashes.
using System.Numerics;

using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>Gathers the features of one token. The order and number of the templates belong to the model: a change needs a new training.</summary>
internal ref struct NameFeatures
{
    /// <summary>Room that a buffer needs.</summary>
    public const int Capacity = 224;

    private const ulong None = 0x1234567;

    private readonly Span<uint> _buffer;
    private readonly NameWindow _window;
    private int _count;

    private NameFeatures(NameWindow window, Span<uint> buffer)
    {
        _window = window;
        _buffer = buffer;
    }

    /// <summary>Writes the features of a token of the window into the buffer and says how many there are.</summary>
    /// <param name="window">The stretch of text.</param>
    /// <param name="i">The token, counted in the window.</param>
    /// <param name="from">First token of its sentence.</param>
    /// <param name="to">One past the last token of its sentence.</param>
    /// <param name="buffer">Room for <see cref="Capacity"/> features.</param>
    public static int Write(NameWindow window, int i, int from, int to, Span<uint> buffer)
    {
        var features = new NameFeatures(window, buffer);
        features.Words(i, from, to);
        features.Letters(i);
        features.Lists(i, from, to);
        features.Run(i, from, to);
        features.Stretch(i, from, to);
        return features._count;
    }

    /// <summary>The feature that every token has.</summary>
    public static uint Bias => Hash(1, 0);

    private void Add(int template, ulong value) => _buffer[_count++] = Hash(template, value);

    private static uint Hash(int template, ulong value)
    {
        unchecked
        {
            ulong h = (value + (ulong)template * 0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9;
            h ^= h >> 31;
            h *= 0x94d049bb133111eb;
            return (uint)(h >> 32);
        }
    }

    private static ulong Pair(ulong a, ulong b) => unchecked((a * 0x9e3779b97f4a7c15) ^ BitOperations.RotateLeft(b, 17) * 0xbf58476d1ce4e5b9);

    private readonly ulong Key(int i, int from, int to) => i < from ? None : i >= to ? None + 1 : _window.Keys[i] == NameKey.Empty ? Marked(i) : _window.Keys[i];

    // Marks have no letters to make a key of.
    private readonly ulong Marked(int i) => _window.Text.Form(_window.First + i)[0];

    private readonly ulong Shape(int i, int from, int to) =>
        i < from ? 30u : i >= to ? 31u : (ulong)_window.Shapes[i] + (_window.Starts[i] ? 16u : 0u);

    private readonly Upos Tag(int i, int from, int to) => i < from || i >= to ? Upos.X : _window.Text.Tokens[_window.First + i].Upos;

    private void Words(int i, int from, int to)
    {
        ulong w = Key(i, from, to), p = Key(i - 1, from, to), n = Key(i + 1, from, to);
        ulong pp = Key(i - 2, from, to), nn = Key(i + 2, from, to);
        ulong s = Shape(i, from, to), ps = Shape(i - 1, from, to), ns = Shape(i + 1, from, to);
        Add(1, 0);
        Add(2, w);
        Add(3, Pair(w, s));
        Add(4, p);
        Add(5, n);
        Add(6, pp);
        Add(7, nn);
        Add(8, Pair(p, w));
        Add(9, Pair(w, n));
        Add(10, Pair(p, s));
        Add(11, Pair(n, s));
        Add(12, Pair(pp, p));
        Add(13, Pair(n, nn));
        Add(14, s);
        Add(15, Pair(ps, s));
        Add(16, Pair(s, ns));
        Add(17, Pair(Pair(ps, s), ns));
        Add(18, Pair(Pair(Shape(i - 2, from, to), ps), s));
        Add(19, Pair(Pair(s, ns), Shape(i + 2, from, to)));
        Add(20, Pair(Key(i - 3, from, to), s));
        Upos tag = Tag(i, from, to);
        if (tag != Upos.X)
        {
            Add(21, (ulong)tag);
            Add(22, Pair((ulong)Tag(i - 1, from, to), (ulong)tag));
            Add(23, Pair((ulong)tag, (ulong)Tag(i + 1, from, to)));
            Add(24, Pair((ulong)tag, s));
        }
    }

    private void Letters(int i)
    {
        ReadOnlySpan<char> form = _window.Text.Form(_window.First + i);
        ulong start = Math.Min((ulong)1, _window.Starts[i] ? 1u : 0u);
        for (int length = 2; length <= 4; length++)
        {
            if (form.Length <= length)
                break;
            Add(30 + length, NameKey.Of(form[^length..]));
            Add(35 + length, NameKey.Of(form[..length]));
        }
        // The shape letter by letter, repeated kinds drawn together.
        ulong detail = 1;
        int last = -1, run = 0;
        foreach (char c in form)
        {
            int kind = char.IsUpper(c) ? 0 : char.IsLetter(c) ? 1 : char.IsDigit(c) ? 2 : c == '.' ? 3 : c == '-' ? 4 : 5;
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run < 2)
                detail = unchecked(detail * 7 + (ulong)kind + 1);
        }
        Add(40, Pair(detail, start));
        Add(41, (ulong)Math.Min(form.Length, 12));
    }

    private void Lists(int i, int from, int to)
    {
        WordClass own = _window.Classes[i] & ~(WordClass.Prefix | WordClass.Phrases | WordClass.OfHead);
        for (uint bits = (uint)own; bits != 0; bits &= bits - 1)
            Add(50, (ulong)BitOperations.TrailingZeroCount(bits));
        Add(51, (ulong)own);
        WordClass phrase = _window.Phrases[i];
        ulong part = _window.PhraseParts[i];
        if (phrase != WordClass.None)
        {
            for (uint bits = (uint)phrase; bits != 0; bits &= bits - 1)
                Add(52, (ulong)BitOperations.TrailingZeroCount(bits) * 4 + part);
            Add(53, (ulong)phrase * 4 + part);
        }
        ulong summary = Summary(i, from, to);
        ulong before = Summary(i - 1, from, to), after = Summary(i + 1, from, to);
        Add(54, summary);
        Add(55, Pair(before, summary));
        Add(56, Pair(summary, after));
        Add(57, Pair(Pair(before, summary), after));
        Add(58, Pair(summary, Key(i - 1, from, to)));
        Add(59, Pair(summary, Key(i + 1, from, to)));
        for (int offset = -2; offset <= 2; offset++)
        {
            int j = i + offset;
            if (offset == 0 || j < from || j >= to)
                continue;
            WordClass near = _window.Classes[j] & (WordClass.Given | WordClass.Surname | WordClass.Title | WordClass.TitlePart | WordClass.Role
                | WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead | WordClass.Particle | WordClass.PersonNoun
                | WordClass.GroupNoun | WordClass.PlaceNoun | WordClass.Speech | WordClass.Calendar | WordClass.Adjective);
            for (uint bits = (uint)near; bits != 0; bits &= bits - 1)
                Add(60 + offset, (ulong)BitOperations.TrailingZeroCount(bits));
            if (_window.Phrases[j] != WordClass.None && offset is -1 or 1)
                Add(70 + offset, (ulong)(_window.Phrases[j] & (WordClass.AnyPlace | WordClass.Person | WordClass.Organisation | WordClass.Office)) * 4 + _window.PhraseParts[j]);
        }
    }

    // The lists' word on a token in six bits: name of a place, of a person, of a body; head; small word; title or role.
    private readonly ulong Summary(int i, int from, int to)
    {
        if (i < from || i >= to)
            return 64;
        WordClass classes = _window.Classes[i], phrase = _window.Phrases[i];
        return ((phrase & WordClass.AnyPlace) != 0 ? 1u : 0u)
            | ((classes & (WordClass.Given | WordClass.Surname)) != 0 || (phrase & WordClass.Person) != 0 ? 2u : 0u)
            | ((phrase & (WordClass.Organisation | WordClass.Office)) != 0 ? 4u : 0u)
            | ((classes & (WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead)) != 0 ? 8u : 0u)
            | ((classes & WordClass.Common) != 0 ? 16u : 0u)
            | ((classes & (WordClass.Title | WordClass.Role)) != 0 ? 32u : 0u)
            | (WordShapes.HasCapital(_window.Shapes[i]) ? 128u : 0u);
    }

    // The run of capitalised words around the token: its ends say most about what it names.
    private void Run(int i, int from, int to)
    {
        int first = i, last = i;
        while (first > from && i - first < 8 && WordShapes.HasCapital(_window.Shapes[first - 1]))
            first--;
        while (last + 1 < to && last - i < 8 && WordShapes.HasCapital(_window.Shapes[last + 1]))
            last++;
        ulong place = i == first ? i == last ? 0u : 1u : i == last ? 2u : 3u;
        ulong length = (ulong)Math.Min(last - first + 1, 5);
        Add(80, Pair(place, length));
        if (last > i)
        {
            Add(81, Pair(place, Key(last, from, to)));
            Add(82, Pair(place, (ulong)(_window.Classes[last] & (WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.OtherHead | WordClass.Surname | WordClass.GroupNoun | WordClass.PlaceNoun | WordClass.PersonNoun))));
        }
        if (first < i)
        {
            Add(83, Pair(place, Key(first, from, to)));
            Add(84, Pair(place, (ulong)(_window.Classes[first] & (WordClass.Given | WordClass.Title | WordClass.TitlePart | WordClass.PlaceHead | WordClass.Adjective | WordClass.OrganisationHead))));
        }
        Add(85, Pair(place, Key(first - 1, from, to)));
        Add(86, Pair(place, Key(last + 1, from, to)));
        Add(87, Pair(Key(first - 1, from, to), Pair(place, length)));
        Add(88, Pair(Key(last + 1, from, to), Pair(place, length)));
        Add(89, Pair(Key(first - 2, from, to), Pair(place, Key(first - 1, from, to))));
        const WordClass near = WordClass.Title | WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.PlaceNoun | WordClass.Speech | WordClass.OrganisationHead | WordClass.PlaceHead | WordClass.ThingNoun | WordClass.ActNoun;
        if (first > from)
            Add(101, Pair(place, (ulong)(_window.Classes[first - 1] & near)));
        if (first - 1 > from && _window.Text.Form(_window.First + first - 1) is "of" or "the")
            Add(102, Pair(place, Pair(Key(first - 1, from, to), (ulong)(_window.Classes[first - 2] & near))));
        if (last + 1 < to)
            Add(103, Pair(place, (ulong)(_window.Classes[last + 1] & near)));
        (WordClass defined, ulong noun) = _window.Defined(last, to);
        if (defined != WordClass.None)
        {
            Add(104, Pair(place, (ulong)defined));
            Add(105, noun);
        }
    }

    private void Stretch(int i, int from, int to)
    {
        ulong s = Shape(i, from, to);
        WordCounts? counts = _window.Counts(i);
        if (counts is not null)
        {
            ulong small = (ulong)Math.Min(counts.Small, 2), capital = (ulong)Math.Clamp(counts.Capital - (_window.Starts[i] ? 0 : 1), 0, 2);
            Add(90, Pair(small * 4 + capital, s));
            Add(91, Pair(small * 4 + capital, (_window.Classes[i] & WordClass.Common) != 0 ? 1u : 0u));
        }
        if (counts is not null)
        {
            for (uint bits = (uint)counts.Context; bits != 0; bits &= bits - 1)
                Add(106, (ulong)BitOperations.TrailingZeroCount(bits));
        }
        if (!_window.HasVotes)
            return;
        Add(92, _window.Labels[i]);
        Add(93, (ulong)(i > from ? _window.Labels[i - 1] : NameLabel.Count) * 32 + _window.Labels[i]);
        Add(94, (ulong)(i + 1 < to ? _window.Labels[i + 1] : NameLabel.Count) * 32 + _window.Labels[i]);
        Votes(95, i);
        if (i > from && WordShapes.HasCapital(_window.Shapes[i - 1]))
            Votes(97, i - 1);
        if (i + 1 < to && WordShapes.HasCapital(_window.Shapes[i + 1]))
            Votes(99, i + 1);
    }

    // What the first pass said of the same word elsewhere.
    private void Votes(int template, int i)
    {
        if (_window.Counts(i) is not { } counts)
            return;
        int own = WordCounts.VoteOf(_window.Labels[i]), best = -1, most = 0;
        for (int vote = 0; vote < WordCounts.VoteKinds; vote++)
        {
            int times = counts[vote] - (vote == own ? 1 : 0);
            if (times <= 0)
                continue;
            Add(template, (ulong)vote);
            if (times > most)
                (best, most) = (vote, times);
        }
        Add(template + 1, Pair((ulong)(best + 1), (ulong)Math.Min(most, 3)));
    }
}
