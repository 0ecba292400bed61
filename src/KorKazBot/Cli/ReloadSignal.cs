using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using KorKazBot.Engine.Reloading;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary>SIGHUP reloads the corpus of a bot that serves, and what came of it goes to standard error.</summary>
internal static class ReloadSignal
{
    /// <summary>Begins to listen; dispose to stop.</summary>
    public static PosixSignalRegistration Listen(ICorpusReloads reloads, StandardStreams streams) =>
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            _ = ReloadAsync(reloads, streams);
        });

    private static async Task ReloadAsync(ICorpusReloads reloads, StandardStreams streams)
    {
        try
        {
            streams.Error.WriteLine(Describe(await reloads.ReloadAsync(new ReloadRequest(By: null, Publish: true), CancellationToken.None)));
        }
        catch (OperationCanceledException)
        {
            // the program ends
        }
        catch (Exception exception)
        {
            Boundary.Report(streams, "SIGHUP", exception);
        }
    }

    /// <summary>What came of a reload, for whoever runs the program: a line, and one for each problem.</summary>
    public static string Describe(ReloadOutcome outcome) => outcome switch
    {
        ReloadOutcome.Published published => $"The corpus was reloaded. {Describe(published.Preview)}",
        ReloadOutcome.Unchanged unchanged => $"The corpus was not reloaded: nothing has changed ({unchanged.Id}).",
        ReloadOutcome.Broken broken => $"The corpus was not reloaded, the one before goes on answering:\n{string.Join('\n', broken.Problems)}",
        ReloadOutcome.Held held => $"The corpus was not reloaded, golden questions would be wrong. {Describe(held.Preview)}",
        ReloadOutcome.Failed failed => $"The corpus was not reloaded: {failed.Reason}",
        ReloadOutcome.Previewed previewed => Describe(previewed.Preview),
        ReloadOutcome.Moved moved => Describe(moved.Preview),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };

    private static string Describe(ReloadPreview preview)
    {
        var (difference, golden) = (preview.Difference, preview.Golden);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{difference.OldId} -> {difference.NewId}: interviews {Describe(difference.InInterviews)}, ");
        text.Append(CultureInfo.InvariantCulture, $"passages {Describe(difference.InPassages)}, golden questions {golden.RightNow} of {golden.Asked}.");
        foreach (var wrong in golden.Wrong)
            text.Append(CultureInfo.InvariantCulture, $"\ngolden.jsonl:{wrong.Line}: \"{wrong.Question}\" is answered with {wrong.Now ?? "nothing"}.");
        return text.ToString();
    }

    private static string Describe(Changes changes) =>
        string.Create(CultureInfo.InvariantCulture, $"+{changes.Added.Length} -{changes.Removed.Length} ~{changes.Changed.Length}");
}
