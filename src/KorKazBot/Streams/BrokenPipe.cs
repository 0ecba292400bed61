namespace KorKazBot.Streams;

/// <summary>Recognises that whoever read our output has gone.</summary>
internal static class BrokenPipe
{
    private const int Epipe = 32;
    private const int WindowsNoData = unchecked((int)0x800700E8);
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);

    /// <summary>True for the failure that writing to a closed pipe gives.</summary>
    public static bool Is(IOException exception) => exception.HResult is Epipe or WindowsNoData or WindowsBrokenPipe;
}
