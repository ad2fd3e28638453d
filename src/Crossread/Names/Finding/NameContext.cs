// What stands beside a word somewhere in a stretch of text.
namespace Crossread.Names.Finding;

/// <summary>What stands beside a word somewhere in a stretch of text; it holds for the word everywhere in it.</summary>
[Flags]
internal enum NameContext
{
    None = 0,
    BehindTitle = 1 << 0,
    BehindGivenName = 1 << 1,
    BehindIn = 1 << 2,
    BehindThe = 1 << 3,
    BehindOrganisationWord = 1 << 4,
    BehindPlaceWord = 1 << 5,
    BeforeSpeech = 1 << 6,
    BeforeOwn = 1 << 7,
    BeforeOrganisationHead = 1 << 8,
    BeforePlaceHead = 1 << 9,
    IsPerson = 1 << 10,
    IsGroup = 1 << 11,
    IsPlace = 1 << 12,
    IsThing = 1 << 13,
    BeforeWho = 1 << 14,
    Abbreviates = 1 << 15,
    BesidePlace = 1 << 16,
}
