namespace KorKazBot.Streams;

/// <summary>Which streams a person sits at, and what their terminal can show.</summary>
internal sealed record TerminalTraits(bool Input, bool Output, bool Error)
{
    /// <summary>Width where none is known.</summary>
    public const int UsualWidth = 80;

    /// <summary>No terminal anywhere: files and pipes.</summary>
    public static TerminalTraits None { get; } = new(false, false, false);

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Whether boxes and bold can be drawn.</summary>
    public bool Styled => Output && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>What the process was started with.</summary>
    public static TerminalTraits OfThisProcess()
    {
        var output = !Console.IsOutputRedirected;
        return new TerminalTraits(!Console.IsInputRedirected, output, !Console.IsErrorRedirected) { Width = output ? Columns() : UsualWidth };
    }

    private static int Columns()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
