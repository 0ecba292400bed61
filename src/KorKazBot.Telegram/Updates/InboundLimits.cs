namespace KorKazBot.Telegram.Updates;

/// <summary>What becomes of a message by the limits.</summary>
internal enum LimitVerdict
{
    /// <summary>It is answered.</summary>
    Allowed,

    /// <summary>It is too much, and its sender is told so.</summary>
    RefusedAloud,

    /// <summary>It is too much, and its sender knows already.</summary>
    Refused,
}

/// <summary>Keeps one user or chat from taking the bot away from all others.</summary>
/// <param name="time">The clock.</param>
/// <remarks>
/// Bounded: beyond <see cref="Capacity"/> users and chats, those that were silent longest are forgotten. Safe for any number of threads.
/// </remarks>
internal sealed class InboundLimits(TimeProvider time)
{
    /// <summary>Most users and chats remembered at once.</summary>
    public const int Capacity = 20_000;

    private static readonly Limit[] OfUser = [new(5, TimeSpan.FromSeconds(10)), new(60, TimeSpan.FromHours(1))];
    private static readonly Limit[] OfChat = [new(20, TimeSpan.FromMinutes(1))];

    private readonly Lock _lock = new();
    private readonly RecentlyUsed<string, Taken> _taken = new(Capacity);

    /// <summary>Counts a message, unless it is too much.</summary>
    public LimitVerdict Take(string chat, string user)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            var ofUser = _taken.GetOrAdd($"u{user}", () => new Taken());
            var ofChat = _taken.GetOrAdd($"c{chat}", () => new Taken());
            var full = Full(ofUser, OfUser, now);
            var (counter, limit) = full is null ? (ofChat, Full(ofChat, OfChat, now)) : (ofUser, full);
            if (limit is { } exceeded)
            {
                // One notice a window, counted from the notice.
                var isKnown = counter.ToldAt is { } told && time.GetElapsedTime(told, now) < exceeded.Window;
                if (isKnown) return LimitVerdict.Refused;
                counter.ToldAt = now;
                return LimitVerdict.RefusedAloud;
            }

            ofUser.Add(now);
            ofChat.Add(now);
            return LimitVerdict.Allowed;
        }
    }

    private Limit? Full(Taken taken, Limit[] limits, long now)
    {
        foreach (var limit in limits)
            if (taken.At(limit.Most) is { } oldest && time.GetElapsedTime(oldest, now) < limit.Window) return limit;
        return null;
    }

    private readonly record struct Limit(int Most, TimeSpan Window);

    // The moments of the last sixty messages.
    private sealed class Taken
    {
        private readonly List<long> _moments = [];

        public long? ToldAt { get; set; }

        public long? At(int back) => _moments.Count >= back ? _moments[^back] : null;

        public void Add(long moment)
        {
            if (_moments.Count == 60) _moments.RemoveAt(0);
            _moments.Add(moment);
        }
    }
}
