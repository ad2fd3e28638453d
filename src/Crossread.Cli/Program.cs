// The command line's table of contents: one command a file.
using System.CommandLine;
using System.CommandLine.Help;

using Crossread.Cli;
using Crossread.Cli.Commands;

Command root = new("crossread", "Reads many reports of one story and lays their statements side by side, with origins, times and disputes intact.");
root.Options.Add(new HelpOption());
root.Options.Add(new VersionOption());
root.Subcommands.Add(ReadCommand.Create());
root.Subcommands.Add(AnnotateCommand.Create());
root.Subcommands.Add(StateCommand.Create());
root.Subcommands.Add(CleanCommand.Create());
root.Subcommands.Add(GroupCommand.Create());
root.Subcommands.Add(SearchCommand.Create());
root.Subcommands.Add(DecideCommand.Create());
root.Subcommands.Add(UndoCommand.Create());
root.Subcommands.Add(DecisionsCommand.Create());
root.Subcommands.Add(WatchCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(BackupCommand.Create());
root.Subcommands.Add(RenewCommand.Create());
root.Subcommands.Add(DoctorCommand.Create());
root.Subcommands.Add(AddCommand.Create());
root.Subcommands.Add(StoriesCommand.Create());
root.Subcommands.Add(StoryCommand.Create());
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(SchemaCommand.Create());
return await CommandLine.Run(root, args);
