using KorKazBot.Engine.Delivery;
using KorKazBot.Storage;

namespace KorKazBot.Composition;

/// <summary>Takes away, at the start and then once an hour, what was kept as long as it may be.</summary>
internal sealed class Housekeeping : IAsyncDisposable
{
    // A day would keep texts for 91 days, of which people are told 90.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Func<CancellationToken, Task<Swept>> _sweep;
    private readonly TextWriter _error;
    private readonly Task _running;

    /// <summary>Begins.</summary>
    /// <param name="sweep">Takes away.</param>
    /// <param name="error">Where it is told that it can't be done now.</param>
    /// <param name="time">The clock.</param>
    public Housekeeping(Func<CancellationToken, Task<Swept>> sweep, TextWriter error, TimeProvider time)
    {
        (_sweep, _error) = (sweep, error);
        var timer = new PeriodicTimer(Pause, time);
        _running = Task.Run(() => RunAsync(timer));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            do
            {
                try
                {
                    await _sweep(_stop.Token);
                }
                catch (StoreUnavailableException exception)
                {
                    _error.WriteLine($"warning: What is too old couldn't be removed; it is tried again in an hour: {exception.Message}");
                }
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
    }
}
