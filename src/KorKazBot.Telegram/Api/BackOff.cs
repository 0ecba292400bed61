namespace KorKazBot.Telegram.Api;

/// <summary>
/// How long to wait before trying again: between half a doubling bound and all of it. The half keeps a server that is down from being asked
/// all the time, the chance keeps many who fail together from returning together.
/// </summary>
internal static class BackOff
{
    /// <summary>The longest wait: a bot should be back soon after Telegram is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);

    /// <summary>The wait after so many failures in a row, from 1.</summary>
    /// <param name="failures">How many.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan After(int failures, double random) => (1 + random) / 2 * Bound(Shortest, failures, Longest);

    /// <summary>A time doubled for each failure after the first, up to a bound.</summary>
    public static TimeSpan Bound(TimeSpan first, int failures, TimeSpan longest) =>
        TimeSpan.FromTicks(Math.Min(longest.Ticks, first.Ticks << Math.Clamp(failures - 1, 0, 10)));
}
