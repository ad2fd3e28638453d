// The state of things on a day, for a terminal.
using System.Collections.Immutable;
using System.Globalization;

using Crossread.Events.Ties;
using Crossread.Pages;
using Crossread.Stories;
using Crossread.Stories.Relations;

namespace Crossread.Cli.Terminal;

/// <summary>Prints relations by kind, each with who says so.</summary>
internal static class StateText
{
    private const int MostAccounts = 3;

    /// <summary>Writes the relations.</summary>
    public static void Write(Story story, ImmutableArray<ActorRelation> relations, string day, TextWriter output, TerminalShape shape)
    {
        StoryView view = new(story);
        TextLayout layout = new(output, shape);
        layout.Line("On " + day + ", as told by " + Html.Count(story.Reports.Length, "report") + " published by then", Tone.Strong);
        if (relations.IsEmpty)
            layout.Wrapped("The reports tell of nobody's office, command, ally or enemy on that day.", 2);
        foreach (IGrouping<TieKind, ActorRelation> kind in relations.GroupBy(r => r.Kind).OrderBy(k => Rank(k.Key)))
        {
            layout.Heading(char.ToUpperInvariant(kind.Key.Name()[0]) + kind.Key.Name()[1..]);
            foreach (ActorRelation relation in kind)
            {
                string since = relation.Since is { } begun ? ", told since " + begun : "";
                string mark = relation.Standing == Standing.Disputed ? " (disputed)" : relation.OnlyDenied ? " (only denied)" : "";
                layout.Wrapped(Name(relation.From) + " → " + Name(relation.To) + since + mark, 2, relation.Standing == Standing.Disputed ? Tone.Doubt : Tone.Plain);
                foreach (RelationAccount account in relation.Accounts.DistinctBy(a => (Holder(story, a), a.Negated, a.Report)).Take(MostAccounts))
                {
                    string number = (view.Reports.FirstOrDefault(r => r.Report.Id == account.Words.Report)?.Number ?? 0).ToString(CultureInfo.InvariantCulture);
                    layout.Wrapped((account.Negated ? "denied by " : "") + Holder(story, account) + ": " + story.Cut(account.Words).ReplaceLineEndings(" ") + " [" + number + "]", 6, Tone.Soft);
                }
            }
        }
    }

    private static int Rank(TieKind kind) => kind switch
    {
        TieKind.HoldsOffice => 0,
        TieKind.Controls => 1,
        TieKind.Commands => 2,
        TieKind.Backs => 3,
        TieKind.AlliedWith => 4,
        TieKind.Fights => 5,
        TieKind.Opposes => 6,
        _ => 7 + (int)kind,
    };

    private static string Name(Stories.Happenings.Party party) => party.Code is { } code ? party.Name + " (" + code + ")" : party.Name;

    private static string Holder(Story story, RelationAccount account) =>
        account.Holder is int entity ? story.Entities[entity].Name : account.HolderWords is { } words ? story.Cut(words).ReplaceLineEndings(" ") : "the report itself";
}
