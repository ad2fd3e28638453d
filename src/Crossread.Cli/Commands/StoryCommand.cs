// crossread story ID: a story of the store, as read shows one.
using System.CommandLine;

using Crossread.Storage;
using Crossread.Storage.Desk;
using Crossread.Stories;

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
            Story? story;
            string name = parsed.GetValue(id)!;
            using (IStoreReader reader = held.Read())
                story = StoryDesk.Build(reader, reader.Report(name)?.Story ?? name);
            return story is null ? StoreOptions.Unknown(held, name, "crossread stories") : output.Write(story, parsed);
        }), cancel));
        return command;
    }
}
