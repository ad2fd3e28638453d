// What the word lists say about a word or phrase.
namespace Crossread.Names.Finding;

/// <summary>What the word lists say about a word or phrase; several can hold.</summary>
[Flags]
internal enum WordClass : uint
{
    None = 0,
    Country = 1u << 0,
    Capital = 1u << 1,
    City = 1u << 2,
    Town = 1u << 3,
    Region = 1u << 4,
    Place = 1u << 5,
    Person = 1u << 6,
    Organisation = 1u << 7,
    Office = 1u << 8,
    Adjective = 1u << 9,
    People = 1u << 10,
    Work = 1u << 11,
    Calendar = 1u << 12,

    Given = 1u << 13,
    Surname = 1u << 14,
    Title = 1u << 15,
    TitlePart = 1u << 16,
    Role = 1u << 17,
    OrganisationHead = 1u << 18,
    PlaceHead = 1u << 19,
    OtherHead = 1u << 20,
    Particle = 1u << 21,
    PersonNoun = 1u << 22,
    GroupNoun = 1u << 23,
    PlaceNoun = 1u << 24,
    ThingNoun = 1u << 25,
    ActNoun = 1u << 26,
    Word = 1u << 27,
    Speech = 1u << 28,
    Connector = 1u << 29,

    /// <summary>Binds the name behind "of" or "for": University of …, Ministry of …. The tagger does not look at it.</summary>
    OfHead = 1u << 30,

    /// <summary>A longer entry begins with these words.</summary>
    Prefix = 1u << 31,

    /// <summary>The classes whose entries may have several words.</summary>
    Phrases = (1u << 13) - 1,

    /// <summary>Any place.</summary>
    AnyPlace = Country | Capital | City | Town | Region | Place,

    /// <summary>Words that English writes small.</summary>
    Common = PersonNoun | GroupNoun | PlaceNoun | ThingNoun | ActNoun | Word,
}
