using System.Collections.Immutable;

namespace KorKazBot.Engine.Delivery;

/// <summary>What the people of a chat have set, and what the bot has learnt about writing there.</summary>
public sealed record ChatSettings
{
    /// <summary>A chat that nobody has set anything in.</summary>
    public static ChatSettings Default { get; } = new();

    /// <summary>The language of the bot's own words; null: each speaker's own.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether the bot takes any message of a group as a question; otherwise it only answers when it is addressed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the text of questions may be kept for moderators.</summary>
    public bool KeepsQuestions { get; init; } = true;

    /// <summary>The interviews that are answered from; empty: all.</summary>
    public ImmutableArray<string> Interviews { get; init; } = [];

    /// <summary>False where the bot was blocked or thrown out: nothing is sent until it is let in again.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Until when the bot keeps silent because it can't write there; null: it may write.</summary>
    public DateTimeOffset? MutedUntil { get; init; }
}

/// <summary>A chat of a platform.</summary>
/// <param name="Platform"><c>telegram</c>, <c>discord</c> or <c>console</c>.</param>
/// <param name="Id">The platform's id; for Discord the server's, or the channel's of a direct message.</param>
public sealed record ChatId(string Platform, string Id);

/// <summary>Keeps the settings of chats.</summary>
/// <remarks>Methods are durable when their task has ended; all throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IChatSettingsStore
{
    /// <summary>The settings, the default ones where nothing was set.</summary>
    ValueTask<ChatSettings> ReadAsync(ChatId chat, CancellationToken cancellationToken);

    /// <summary>Changes settings in one transaction and gives back what they are now.</summary>
    Task<ChatSettings> ChangeAsync(ChatId chat, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken);

    /// <summary>Moves the settings to the chat's new id in one transaction, unless the new id has its own.</summary>
    Task MoveAsync(ChatId from, ChatId destination, CancellationToken cancellationToken);
}
