namespace KorKazBot.Storage;

/// <summary>How long things are kept at most; ids of events for <see cref="Engine.Delivery.IInbox.Retention"/>.</summary>
/// <remarks>
/// By the wall clock. A clock that jumps by an hour shortens 48 hours to 47, which is still longer than the 24 for which Telegram repeats.
/// </remarks>
public static class Retention
{
    /// <summary>Texts of people: 90 days.</summary>
    public static readonly TimeSpan Texts = TimeSpan.FromDays(90);

    /// <summary>Events that were given up, with what came in: 30 days for a person to look at them.</summary>
    public static readonly TimeSpan DeadLetters = TimeSpan.FromDays(30);
}
