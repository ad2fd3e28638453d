// One stretch of a text as the name tagger sees it: keys, classes and shapes of its words, and what the whole stretch says about each word.
using Crossread.Language;

namespace Crossread.Names.Finding;

/// <summary>A stretch of whole sentences, small enough to be one document.</summary>
internal sealed class NameWindow
{
    private readonly Dictionary<ulong, int> _entryOf = [];
    private readonly List<WordCounts> _entries = [];
    private readonly int[] _entry;

    /// <summary>Looks at the tokens of the sentences from <paramref name="firstSentence"/> to before <paramref name="endSentence"/>.</summary>
    public NameWindow(AnnotatedText text, int firstSentence, int endSentence)
    {
        NameLexicon lexicon = NameLexicon.Shared;
        Text = text;
        FirstSentence = firstSentence;
        EndSentence = endSentence;
        First = text.Sentences[firstSentence].FirstToken;
        int count = text.Sentences[endSentence - 1].EndToken - First;
        Count = count;
        Keys = new ulong[count];
        Classes = new WordClass[count];
        Phrases = new WordClass[count];
        PhraseParts = new byte[count];
        Shapes = new WordShape[count];
        Starts = new bool[count];
        Candidates = new bool[count];
        Labels = new byte[count];
        _entry = new int[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> form = text.Form(First + i);
            ulong key = NameKey.Of(form);
            Keys[i] = key;
            Shapes[i] = WordShapes.Of(form);
            WordClass classes = lexicon[key];
            if (Shapes[i] is WordShape.AllCapitals or WordShape.Dotted)
                classes |= lexicon[NameKey.InCapitals(key)];
            Classes[i] = classes;
        }
        for (int s = firstSentence; s < endSentence; s++)
        {
            int from = text.Sentences[s].FirstToken - First, to = text.Sentences[s].EndToken - First;
            MarkStarts(from, to);
            MarkCandidates(from, to);
            MarkPhrases(lexicon, from, to);
        }
        CountWords();
        for (int s = firstSentence; s < endSentence; s++)
            MarkContexts(text.Sentences[s].FirstToken - First, text.Sentences[s].EndToken - First);
    }

    public AnnotatedText Text { get; }

    public int FirstSentence { get; }

    public int EndSentence { get; }

    /// <summary>Index in the text of the first token; all arrays count from it.</summary>
    public int First { get; }

    public int Count { get; }

    public ulong[] Keys { get; }

    public WordClass[] Classes { get; }

    /// <summary>The classes of the longest list entry that covers the token.</summary>
    public WordClass[] Phrases { get; }

    /// <summary>The token's part in that entry: begin, inside, last, unit as in <see cref="NameLabel"/>.</summary>
    public byte[] PhraseParts { get; }

    public WordShape[] Shapes { get; }

    /// <summary>True for the first word of a sentence or of a quotation, or one behind a colon or a bullet: its capital says little.</summary>
    public bool[] Starts { get; }

    /// <summary>True if the token can be part of a name.</summary>
    public bool[] Candidates { get; }

    /// <summary>The labels of the first pass.</summary>
    public byte[] Labels { get; }

    /// <summary>True after <see cref="Vote"/>: the first pass has been read.</summary>
    public bool HasVotes { get; private set; }

    /// <summary>What the stretch says about the token's word, or null if it stands nowhere with a capital.</summary>
    public WordCounts? Counts(int i) => _entry[i] < 0 ? null : _entries[_entry[i]];

    /// <summary>Counts, for each word, the labels that the first pass gave it.</summary>
    public void Vote()
    {
        foreach (WordCounts counts in _entries)
            counts.ClearVotes();
        for (int i = 0; i < Count; i++)
        {
            if (_entry[i] >= 0)
                _entries[_entry[i]].Vote(Labels[i], 1);
        }
        HasVotes = true;
    }

    private void MarkStarts(int from, int to)
    {
        bool start = true;
        for (int i = from; i < to; i++)
        {
            bool mark = Shapes[i] == WordShape.Mark;
            Starts[i] = start && !mark;
            if (mark)
            {
                ReadOnlySpan<char> form = Text.Form(First + i);
                start |= form is ":" or "\"" or "“" or "``" or "‘" or "•" or "*" or "-" && i == from;
            }
            else
            {
                start = false;
            }
        }
    }

    private void MarkCandidates(int from, int to)
    {
        const int reach = 3;
        int lastCapital = int.MinValue / 2;
        for (int i = from; i < to; i++)
        {
            if (WordShapes.HasCapital(Shapes[i]) || Shapes[i] == WordShape.LetterDigit)
            {
                Candidates[i] = true;
                // Small words between two capitals may join them; particles may begin a name.
                for (int j = i - 1; j > lastCapital && j >= from && j >= i - reach; j--)
                {
                    bool joins = lastCapital >= i - reach - 1 && lastCapital >= from;
                    if (!joins && ((Classes[j] & WordClass.Particle) == 0 || j < i - 2) && (Shapes[j] is not (WordShape.Number or WordShape.Year) || j != i - 1))
                        break;
                    Candidates[j] = true;
                }
                lastCapital = i;
            }
            else if (lastCapital == i - 1 && (Shapes[i] is WordShape.Number or WordShape.Year || Text.Form(First + i) is "." or "!"))
            {
                Candidates[i] = true;
            }
        }
    }

    private void MarkPhrases(NameLexicon lexicon, int from, int to)
    {
        const int longest = 7;
        int i = from;
        while (i < to)
        {
            int best = -1;
            WordClass bestClasses = WordClass.None;
            if ((Classes[i] & (WordClass.Prefix | WordClass.Phrases)) != 0)
            {
                ulong key = NameKey.Empty;
                bool capital = false;
                WordClass classes = Classes[i];
                for (int j = i; j < to && j < i + longest; j++)
                {
                    ulong next = NameKey.Add(key, Text.Form(First + j));
                    if (next == key)
                    {
                        // A dot, a hyphen or an apostrophe between two parts.
                        if (j > i && Text.Form(First + j) is "-" or "'" or "." or "’")
                            continue;
                        break;
                    }
                    key = next;
                    capital |= WordShapes.HasCapital(Shapes[j]);
                    if (j > i)
                        classes = lexicon[key];
                    if ((classes & WordClass.Phrases) != 0 && capital)
                        (best, bestClasses) = (j, classes);
                    if ((classes & WordClass.Prefix) == 0)
                        break;
                }
            }
            if (best < 0)
            {
                i++;
                continue;
            }
            for (int j = i; j <= best; j++)
            {
                Phrases[j] = bestClasses & WordClass.Phrases;
                PhraseParts[j] = (byte)(i == best ? NameLabel.Unit : j == i ? NameLabel.Begin : j == best ? NameLabel.Last : NameLabel.Inside);
            }
            i = best + 1;
        }
    }

    private void CountWords()
    {
        for (int i = 0; i < Count; i++)
        {
            _entry[i] = -1;
            if (!Candidates[i] || Shapes[i] == WordShape.Mark)
                continue;
            if (!_entryOf.TryGetValue(Keys[i], out int entry))
            {
                _entryOf.Add(Keys[i], entry = _entries.Count);
                _entries.Add(new WordCounts());
            }
            _entry[i] = entry;
            WordCounts counts = _entries[entry];
            if (Shapes[i] == WordShape.Lower)
                counts.Small++;
            else if (Starts[i])
                counts.Start++;
            else
                counts.Capital++;
        }
        for (int i = 0; i < Count; i++)
        {
            if (_entry[i] < 0 && Shapes[i] == WordShape.Lower && _entryOf.TryGetValue(Keys[i], out int entry))
                _entries[entry].Small++;
        }
    }

    /// <summary>What an appositive or "is a …" behind the token says that it is: the class and the key of the noun.</summary>
    public (WordClass Class, ulong Key) Defined(int last, int to)
    {
        int i = last + 1;
        if (i < to && Text.Form(First + i) is "(")
        {
            while (i < to && i < last + 15 && Text.Form(First + i) is not ")")
                i++;
            i++;
        }
        if (i >= to || Text.Form(First + i) is not ("is" or "was" or "are" or "were" or ","))
            return default;
        i++;
        if (i >= to || Text.Form(First + i) is not ("a" or "an" or "the" or "one"))
            return default;
        const WordClass kinds = WordClass.PersonNoun | WordClass.GroupNoun | WordClass.PlaceNoun | WordClass.ThingNoun | WordClass.ActNoun;
        (WordClass Class, ulong Key) found = default;
        for (int end = Math.Min(to, i + 9); i < end; i++)
        {
            ReadOnlySpan<char> form = Text.Form(First + i);
            if (form is "of" && found.Class != 0 || form is "in" or "that" or "who" or "which" or "," or "." or "and" or "from" or "by" or "for" or "on" or "at" or "located" or "'s" or "to" or "with")
                break;
            if (Shapes[i] == WordShape.Lower && (Classes[i] & kinds) != 0)
                found = (Classes[i] & kinds, Keys[i]);
        }
        return found;
    }

    private void MarkContexts(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!WordShapes.HasCapital(Shapes[i]) || _entry[i] < 0)
                continue;
            int last = i;
            while (last + 1 < to && WordShapes.HasCapital(Shapes[last + 1]))
                last++;
            NameContext run = After(last, to) | Before(i, from);
            for (int j = i; j <= last; j++)
            {
                NameContext own = run;
                if (j > i)
                    own |= (Classes[j - 1] & WordClass.Given) != 0 ? NameContext.BehindGivenName : (Classes[j - 1] & WordClass.Title) != 0 ? NameContext.BehindTitle : 0;
                if (j < last)
                    own |= (Classes[last] & WordClass.OrganisationHead) != 0 ? NameContext.BeforeOrganisationHead : (Classes[last] & WordClass.PlaceHead) != 0 ? NameContext.BeforePlaceHead : 0;
                if (_entry[j] >= 0)
                    _entries[_entry[j]].Context |= own;
            }
            i = last;
        }
    }

    private NameContext Before(int first, int from)
    {
        if (first <= from)
            return NameContext.None;
        int i = first - 1;
        WordClass classes = Classes[i];
        ReadOnlySpan<char> form = Text.Form(First + i);
        NameContext context = form switch
        {
            "in" or "at" or "near" or "from" or "to" or "around" or "across" or "outside" or "inside" => NameContext.BehindIn,
            "the" => NameContext.BehindThe,
            _ => NameContext.None,
        };
        if (form is "of" && i > from)
            classes = Classes[i - 1] & ~(WordClass.PersonNoun | WordClass.Role | WordClass.Title);
        if ((classes & (WordClass.Title | WordClass.Role | WordClass.PersonNoun)) != 0)
            context |= NameContext.BehindTitle;
        if ((classes & (WordClass.GroupNoun | WordClass.OrganisationHead)) != 0)
            context |= NameContext.BehindOrganisationWord;
        if ((classes & (WordClass.PlaceNoun | WordClass.PlaceHead)) != 0)
            context |= NameContext.BehindPlaceWord;
        if (form is "," or "and" && i > from && (Phrases[i - 1] & WordClass.AnyPlace) != 0 && (Classes[i - 1] & (WordClass.Given | WordClass.Surname)) == 0)
            context |= NameContext.BesidePlace;
        return context;
    }

    private NameContext After(int last, int to)
    {
        if (last + 1 >= to)
            return NameContext.None;
        ReadOnlySpan<char> form = Text.Form(First + last + 1);
        NameContext context = form switch
        {
            "'s" or "’s" => NameContext.BeforeOwn,
            "who" or "whose" => NameContext.BeforeWho,
            "," when last + 2 < to && Text.Form(First + last + 2) is "who" or "whose" => NameContext.BeforeWho,
            "," when last + 2 < to && (Phrases[last + 2] & WordClass.AnyPlace) != 0 => NameContext.BesidePlace,
            _ => NameContext.None,
        };
        if ((Classes[last + 1] & WordClass.Speech) != 0)
            context |= NameContext.BeforeSpeech;
        WordClass kind = Defined(last, to).Class;
        context |= (kind & WordClass.PersonNoun) != 0 ? NameContext.IsPerson : 0;
        context |= (kind & WordClass.GroupNoun) != 0 ? NameContext.IsGroup : 0;
        context |= (kind & WordClass.PlaceNoun) != 0 ? NameContext.IsPlace : 0;
        context |= (kind & (WordClass.ThingNoun | WordClass.ActNoun)) != 0 ? NameContext.IsThing : 0;
        return context;
    }
}
