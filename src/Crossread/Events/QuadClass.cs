// The four classes of political events.
namespace Crossread.Events;

/// <summary>PLOVER's and CAMEO's quad classes: words or deeds, with or against.</summary>
public enum QuadClass : byte
{
    /// <summary>AGREE, CONSULT, SUPPORT, CONCEDE.</summary>
    VerbalCooperation = 1,

    /// <summary>COOPERATE, AID, RETREAT.</summary>
    MaterialCooperation = 2,

    /// <summary>DEMAND, DISAPPROVE, REJECT, THREATEN.</summary>
    VerbalConflict = 3,

    /// <summary>INVESTIGATE, PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT, FIGHT.</summary>
    MaterialConflict = 4,
}
