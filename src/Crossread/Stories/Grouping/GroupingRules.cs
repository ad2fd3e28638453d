// The numbers that grouping rests on, and what each is for.
namespace Crossread.Stories.Grouping;

/// <summary>Weights and limits of grouping. Each has a broad range in which the answer hardly changes; none is made for one collection.</summary>
internal static class GroupingRules
{
    /// <summary>Heaviest features of a report that are kept: the rare names, numbers and words of it.</summary>
    public const int Features = 80;

    /// <summary>Power of the rarity: a rare word tells more than its share.</summary>
    public const double Rarity = 1.5;

    /// <summary>Names weigh this much more than other words of the same rarity: they tell two quakes apart.</summary>
    public const double Name = 2;

    /// <summary>So do numbers.</summary>
    public const double Number = 1.5;

    /// <summary>Reports that a feature leads to, at most: the first in canonical order.</summary>
    public const int MostPostings = 200;

    /// <summary>Nearest reports that a report is joined with for a start.</summary>
    public const int Neighbours = 12;

    /// <summary>Nearest reports whose likeness is a report's own measure: what is near in a dense story is far in a thin one.</summary>
    public const int ScaleNeighbours = 3;

    /// <summary>The usual likeness of reports of one story, and the least that counts as a measure.</summary>
    public const double UsualLikeness = 0.4, LeastLikeness = 0.1;

    /// <summary>How far likeness is measured by a report's own neighbours: 0 not, 1 fully.</summary>
    public const double OwnMeasure = 0.5;

    /// <summary>Mean likeness from which two groups of reports are one story.</summary>
    public const double Together = 0.20;

    /// <summary>The same in a pile that was given to be read as a whole, which is mostly one story: less is asked for two groups to be one.</summary>
    public const double TogetherInPile = 0.16;

    /// <summary>Mean likeness to a story from which a report of a stream joins it, and that of two stories from which they are one: higher, since less is known.</summary>
    public const double Joins = 0.23, Merges = 0.30;

    /// <summary>Likeness from which two reports are one from the start.</summary>
    public const double NearDuplicate = 0.9;

    /// <summary>What a feature that only one report has weighs: in a small pile it tells that a report is of another thing, in a large one nothing.</summary>
    public static double Single(int reports) => 30.0 / (30 + reports);

    /// <summary>Days between two reports that do not count, and how fast likeness falls with each doubling of them.</summary>
    public const int FreeDays = 4;

    /// <inheritdoc cref="FreeDays"/>
    public const double Ageing = 0.15;

    /// <summary>What is left of likeness after this many days between.</summary>
    public static double AfterDays(int days) => days <= FreeDays ? 1 : 1 / (1 + (Ageing * Math.Log2(days / (double)FreeDays)));

    /// <summary>What a report's likeness to others is multiplied with (local scaling, Zelnik-Manor and Perona 2004), from its mean likeness to its nearest ones.</summary>
    public static double OwnMeasureOf(double meanLikeness) => Math.Pow(UsualLikeness / Math.Max(meanLikeness, LeastLikeness), OwnMeasure / 2);
}
