namespace KorKazBot.Cli;

/// <summary>Something that the person at the keyboard can mend; shown as one message, never as a trace.</summary>
/// <param name="exitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="message">What is wrong, where, and what to do.</param>
internal sealed class UserError(int exitCode, string message) : Exception(message)
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
