// Runs the command as a user does: a process of its own.
using System.Diagnostics;

namespace Crossread.Cli.Tests;

/// <summary>One run of <c>crossread</c>.</summary>
internal sealed record Run(int Status, string Output, string Error)
{
    /// <summary>Runs the command with these arguments.</summary>
    public static Run Of(params string[] args) => With(null, null, args);

    /// <summary>Runs the command with this standard input and these environment variables.</summary>
    public static Run With(string? input, Dictionary<string, string>? environment, params string[] args)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Crossread.Cli.dll"));
        foreach (string arg in args)
            start.ArgumentList.Add(arg);
        foreach ((string name, string value) in environment ?? [])
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, error.Result);
    }
}
