namespace KorKazBot.Telegram.Updates;

/// <summary>Lets something be said once in a while and chat.</summary>
/// <param name="time">The clock.</param>
/// <param name="window">How long it isn't said again.</param>
/// <remarks>Bounded: 10,000 chats are remembered. Safe for any number of threads.</remarks>
internal sealed class Occasions(TimeProvider time, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly RecentlyUsed<string, long> _last = new(10_000);

    /// <summary>Whether it may be said in a chat now; then it may not again until the window is over.</summary>
    public bool Take(string chat)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            if (_last.TryGet(chat, out var last) && time.GetElapsedTime(last, now) < window) return false;
            _last.Set(chat, now);
            return true;
        }
    }
}
