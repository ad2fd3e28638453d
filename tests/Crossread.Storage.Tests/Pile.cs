// Invented reports for the tests of stores.
using System.Globalization;
using System.Text;

using Crossread.Documents;
using Crossread.Storage.Intake;

namespace Crossread.Storage.Tests;

/// <summary>Invented reports: some of one fire in a harbour, others of other things.</summary>
internal static class Pile
{
    /// <summary>A report of a fire in a harbour that does not exist; each number another one.</summary>
    public static string Fire(int number) => string.Create(CultureInfo.InvariantCulture,
        $"""
        Fire at Velmora grain harbour, report {number}

        By Inessa Quarth
        {number % 27 + 1} June 2025

        VELMORA — A fire destroyed {number + 3} warehouses in the grain harbour of Velmora, the harbour master Orin Tesk said on Monday.

        "We lost the northern quay in less than an hour," Tesk said. The shipping company Brakka Lines denied that its crew had left a burner alight.

        Mayor Salome Drist of Velmora told reporters that {number + 11} workers were treated for smoke.
        """);

    /// <summary>A report of something else.</summary>
    public static string Other(int number) => string.Create(CultureInfo.InvariantCulture,
        $"""
        Council of Ostrey votes on tram line {number}

        3 July 2025

        OSTREY — The city council of Ostrey voted for a new tram line past the botanical garden, councillor Pavle Imber said. The line will cost {number + 40} million crowns and open in two years, Imber said.
        """);

    /// <summary>Documents out of texts, as an intake wants them.</summary>
    public static IEnumerable<DocumentResult> Of(params IEnumerable<string> texts) =>
        texts.SelectMany((text, i) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), FormattableString.Invariant($"report-{i:d4}.txt"), ReportIntake.Limits));

    /// <summary>Adds texts to a store.</summary>
    public static IntakeResult Add(IStore store, params IEnumerable<string> texts) => Add(store, Of(texts));

    /// <summary>Adds documents to a store.</summary>
    public static IntakeResult Add(IStore store, IEnumerable<DocumentResult> documents, Action<IntakeReport>? kept = null) =>
        new ReportIntake(store, TimeProvider.System).Add(documents, kept, cancel: TestContext.Current.CancellationToken);
}
