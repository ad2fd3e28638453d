// Invented reports for the tests of grouping.
using Crossread.Cleaning;
using Crossread.Text;

namespace Crossread.Tests.Stories.Grouping;

internal static class GroupingReports
{
    public static Report Of(string title, string text, string? day = null) => new()
    {
        Id = "r" + title.Length + text.Length,
        File = title,
        Sha256 = "",
        Title = title,
        Text = text,
        Language = "en",
        Passages = [],
        Published = day is null ? null : new StatedDate(day, "stated"),
        Map = SourceMap.Identity(text.Length),
    };

    public static readonly Report[] FirstQuake =
    [
        Of("Quake shakes Morvanna", "A magnitude 6.1 earthquake struck the Morvanna valley early on Tuesday, killing at least 14 people, the Institute of Seismology in Tellport said. Rescuers dug through the ruins of a school in Castel Drune. Governor Ilse Quarrendon said 200 soldiers were on their way to Castel Drune."),
        Of("Fourteen dead after tremor in valley", "Rescuers searched the ruins of a school in Castel Drune after a 6.1 magnitude tremor hit Morvanna. Ilse Quarrendon, the governor, sent 200 soldiers. The Tellport institute said that 14 people had been killed by the earthquake."),
        Of("Governor sends soldiers to Castel Drune", "Soldiers were sent to Castel Drune, where an earthquake of 6.1 brought down a school. \"We will not rest,\" said Governor Ilse Quarrendon in Tellport. The Morvanna valley has not seen such a quake for 40 years."),
    ];

    public static readonly Report[] SecondQuake =
    [
        Of("Earthquake hits Sarnoth coast", "An earthquake of magnitude 5.4 shook the Sarnoth coast on Sunday. The harbour wall of Pell Anwick cracked and 3 people were killed, Mayor Jorun Haddock told reporters. A school was evacuated and rescuers searched the ruins of a chapel."),
        Of("Three killed in Pell Anwick", "Three people died when an earthquake cracked the harbour wall at Pell Anwick. Mayor Jorun Haddock said the 5.4 magnitude quake was the worst on the Sarnoth coast since 1961. Rescuers dug through the ruins of the chapel."),
        Of("Sarnoth counts its losses", "The mayor of Pell Anwick, Jorun Haddock, walked along the cracked harbour wall after the Sarnoth earthquake, which measured 5.4. The chapel lies in ruins, and 3 people were killed."),
    ];
}
