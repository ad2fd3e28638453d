// How wide the terminal is and whether it shows colour.
namespace Crossread.Cli.Terminal;

/// <summary>What standard output can show.</summary>
/// <param name="Width">Columns; 100 in a pipe.</param>
/// <param name="Colour">True if colour may be used.</param>
internal readonly record struct TerminalShape(int Width, bool Colour)
{
    /// <summary>The shape of standard output.</summary>
    public static TerminalShape Of(bool noColor)
    {
        bool piped = Console.IsOutputRedirected;
        bool colour = !piped && !noColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new TerminalShape(piped ? 100 : Math.Clamp(Console.WindowWidth, 40, 120), colour);
    }
}
