// crossread story ID: a story of the store, as read shows one.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Documents;
using Crossread.Storage;
using Crossread.Storage.Decisions;
using Crossread.Storage.Desk;

namespace Crossread.Cli.Commands;

/// <summary>Shows a story of the store.</summary>
internal static class StoryCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> id = new("ID") { Description = "Id of the story, or of a report of it; crossread stories lists them." };
        Option<string?> store = StoreOptions.Store();
        StoryOutput output = new();
        Command command = new("story", "Show a story of the store: who says what, who denies it, where the reports differ.") { id, store };
        output.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() => StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
        {
            DeskStory? desk;
            string name = parsed.GetValue(id)!;
            using (IStoreReader reader = held.Read())
                desk = StoryDesk.Open(reader, reader.Report(name)?.Story ?? name);
            if (desk is null)
                return StoreOptions.Unknown(held, name, "crossread stories");
            if (desk.Story.Reports.IsEmpty)
                return Problems.Report([new Problem(held.About.Location, name, "all reports of the story are withdrawn", "crossread decisions tells by whom; crossread undo takes a decision back")], 0);
            return output.Write(desk.Story, desk.AsOf, parsed, (story, text) => DeskText.Write(desk, story, text), (json, story) => DecisionJson.WriteAll(json, desk.DecisionsOn(story)));
        }), cancel));
        return command;
    }
}
