using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine.Corpus;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary>The one place where an exception becomes words and an exit code.</summary>
internal static class Boundary
{
    /// <summary>Runs a command to its exit code; nothing is thrown out of here.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> command, StandardStreams streams, CancellationToken interrupted)
    {
        try
        {
            var exitCode = await command();
            streams.Out.Flush();
            return exitCode;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return Try(streams.Out.Flush) ? ExitCode.Cancelled : ExitCode.Done;
        }
        catch (IOException exception) when (BrokenPipe.Is(exception))
        {
            // The reader of our output has seen enough, as "head" has after its lines; that is no failure.
            return ExitCode.Done;
        }
        catch (Exception exception)
        {
            Try(streams.Out.Flush);
            Try(() => streams.Error.WriteLine(Describe(exception)));
            return CodeOf(exception);
        }
    }

    /// <summary>Tells the operator what a user was given only a reference to.</summary>
    public static void Report(StandardStreams streams, string reference, Exception exception) =>
        streams.Error.WriteLine($"error: A turn failed (reference {reference}). {Describe(exception)}");

    private static string Describe(Exception exception) => exception switch
    {
        UserError => $"error: {exception.Message}",
        CorpusException => exception.Message,
        IOException or UnauthorizedAccessException => $"error: {exception.Message} Check that the path exists and may be read and written.",
        _ when Environment.GetEnvironmentVariable("KORKAZBOT_DEBUG") == "1" => exception.ToString(),
        _ => $"error: A defect in KorKazBot stopped this command (reference {Reference(exception)}). "
            + "Set KORKAZBOT_DEBUG=1 to see where, and please report it with the reference.",
    };

    private static int CodeOf(Exception exception) => exception switch
    {
        UserError user => user.ExitCode,
        CorpusException or IOException or UnauthorizedAccessException => ExitCode.BadInput,
        _ => ExitCode.Defect,
    };

    // The same defect gets the same reference on every machine, so two reports of it can be told to be one.
    private static string Reference(Exception exception)
    {
        var where = $"{exception.GetType().FullName} {exception.TargetSite()}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(where)))[..8];
    }

    private static string TargetSite(this Exception exception)
    {
        var trace = exception.StackTrace.AsSpan().TrimStart();
        var lineEnd = trace.IndexOfAny('\r', '\n');
        var first = lineEnd < 0 ? trace : trace[..lineEnd];
        var file = first.IndexOf(") in ", StringComparison.Ordinal);
        return (file < 0 ? first : first[..(file + 1)]).ToString();
    }

    private static bool Try(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (IOException)
        {
            return false;   // Nobody is left to be told.
        }
    }
}
