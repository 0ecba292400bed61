namespace KorKazBot.Discord.Rest;

/// <summary>
/// Counts what Discord refuses: beyond 10,000 answers of 401, 403 or 429 in ten minutes it shuts the whole address out. This stops long
/// before.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class InvalidRequests(TimeProvider time)
{
    /// <summary>Refusals in ten minutes after which nothing is sent until some are older.</summary>
    public const int Most = 500;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<long> _refusals = new();

    /// <summary>Whether nothing may be sent now.</summary>
    public bool IsSpent
    {
        get
        {
            lock (_lock)
            {
                while (_refusals.TryPeek(out var at) && time.GetElapsedTime(at) > Window) _refusals.Dequeue();
                return _refusals.Count >= Most;
            }
        }
    }

    /// <summary>Counts an answer, where it counts.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="isShared">Whether others used the limit up: Discord doesn't count those.</param>
    public void Count(int status, bool isShared)
    {
        if (status is not (401 or 403 or 429) || isShared) return;
        lock (_lock) _refusals.Enqueue(time.GetTimestamp());
    }
}
