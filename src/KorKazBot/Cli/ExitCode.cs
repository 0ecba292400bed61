namespace KorKazBot.Cli;

/// <summary>What the program tells the shell; a contract that scripts rely on.</summary>
internal static class ExitCode
{
    /// <summary>Did what was asked.</summary>
    public const int Done = 0;

    /// <summary>Nothing was answered, the check found errors, or a measure is below its floor.</summary>
    public const int NothingFound = 1;

    /// <summary>Wrong arguments, a file that can't be used, or a line that can't be read.</summary>
    public const int BadInput = 2;

    /// <summary>A wrong setting, or no corpus where the settings say.</summary>
    public const int BadConfiguration = 3;

    /// <summary>A defect of the program itself (the number that sysexits.h gives to "internal software error").</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl-C or SIGTERM (128 + SIGINT, as shells count).</summary>
    public const int Cancelled = 130;
}
