namespace KorKazBot.Discord.Gateway;

/// <summary>The connection by which Discord tells mentions and direct messages, and interactions where there is no endpoint.</summary>
internal interface IDiscordGateway
{
    /// <summary>Connects and stays connected.</summary>
    /// <exception cref="DiscordException">Discord has shut the bot out.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
