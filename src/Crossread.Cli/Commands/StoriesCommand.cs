// crossread stories: what the store holds.
using System.CommandLine;

using Crossread.Cli.Terminal;
using Crossread.Storage;

namespace Crossread.Cli.Commands;

/// <summary>Lists the stories of the store, the one with the latest report first.</summary>
internal static class StoriesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string?> store = StoreOptions.Store();
        Option<int> limit = CommonStoreOptions.Limit(100, "stories");
        Option<string> form = CommonOptions.As("text", "text", "jsonl");
        Option<bool> noColor = CommonOptions.NoColor();
        Command command = new("stories", "List the stories of the store, the one with the latest report first.") { store, limit, form, noColor };
        command.SetAction(parsed => StoreOptions.With(parsed.GetValue(store), StoreAccess.Read, held =>
        {
            using IStoreReader reader = held.Read();
            IReadOnlyList<HeldStory> stories = reader.Stories(new Page(0, parsed.GetValue(limit)));
            if (parsed.GetValue(form) == "jsonl")
            {
                using Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
                foreach (HeldStory story in stories)
                    StoreJson.WriteStory(output, story);
            }
            else
            {
                TextLayout text = new(Console.Out, TerminalShape.Of(parsed.GetValue(noColor)));
                StoryList.Write(stories, text);
                text.Left((int)Math.Min(int.MaxValue, reader.Count().Stories - stories.Count), 0);
            }
            return stories.Count == 0 ? ExitStatus.Nothing : ExitStatus.AllRead;
        }));
        return command;
    }
}
