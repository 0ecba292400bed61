namespace KorKazBot.Discord.Gateway;

/// <summary>
/// Counts new sessions: after 1,000 in a day Discord ends them all and resets the token. A bot that works needs one a week, so this stops
/// a bot that doesn't long before.
/// </summary>
/// <param name="mostInHour">New sessions in an hour, 1 or more.</param>
/// <param name="time">The clock.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class IdentifyBudget(int mostInHour, TimeProvider time)
{
    /// <summary>New sessions in an hour for one connection.</summary>
    public const int PerConnection = 20;

    /// <summary>Discord takes one in five seconds.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Queue<long> _taken = new();
    private long? _last;

    /// <summary>Takes one, where there is one.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (WaitLocked() > TimeSpan.Zero) return false;
            _last = time.GetTimestamp();
            _taken.Enqueue(_last.Value);
            return true;
        }
    }

    /// <summary>How long until there is one.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_lock) return WaitLocked();
        }
    }

    private TimeSpan WaitLocked()
    {
        while (_taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Hour) _taken.Dequeue();
        if (_taken.Count >= mostInHour) return Hour - time.GetElapsedTime(_taken.Peek());
        if (_last is not { } last || time.GetElapsedTime(last) >= Spacing) return TimeSpan.Zero;
        return Spacing - time.GetElapsedTime(last);
    }
}
