using System.Text;
using Microsoft.Win32.SafeHandles;

namespace KorKazBot.Streams;

/// <summary>Opens standard output as UTF-8 without a byte order mark, buffered; whoever writes flushes.</summary>
internal static class StandardOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output.</summary>
    public static StreamWriter Open() => new(Raw(), Utf8, bufferSize: 8192) { NewLine = "\n" };

    /// <summary>Standard error, written through at once.</summary>
    public static StreamWriter OpenError() => new(Console.OpenStandardError(), Utf8, bufferSize: 256) { NewLine = "\n", AutoFlush = true };

    // The console's own stream swallows a broken pipe, so "ask --json < endless | head -1" would never end. A file stream
    // reports it. It is used for pipes only: on a file it would write at a position of its own instead of the shared one.
    private static Stream Raw()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();

        var pipe = OpenHandle();
        if (pipe is { CanSeek: false }) return pipe;
        return Console.OpenStandardOutput();
    }

    private static FileStream? OpenHandle()
    {
        try
        {
            return new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;   // Closed (">&-"), or of a kind that a file stream doesn't take: the console copes with both.
        }
    }
}
