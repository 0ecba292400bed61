using System.Runtime.InteropServices;

namespace KorKazBot.Cli;

/// <summary>Turns Ctrl-C and SIGTERM into a cancellation, so that a command ends where it stands cleanly.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>How long a command may take to notice; then the process ends all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _deadline;

    private Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Begins to listen; dispose to stop.</summary>
    public static Interruption Listen() => new();

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _deadline?.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested) Environment.Exit(ExitCode.Cancelled);   // The second signal doesn't wait.
        _deadline = new Timer(_ => Environment.Exit(ExitCode.Cancelled), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }
}
