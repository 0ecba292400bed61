namespace KorKazBot.Discord.Gateway;

/// <summary>A message for the bot: a mention, a reply to it, or said to it alone.</summary>
/// <param name="Id">Discord's id.</param>
/// <param name="ChannelId">Where it was written.</param>
/// <param name="GuildId">The server; null: a direct message.</param>
/// <param name="AuthorId">Who wrote it.</param>
/// <param name="Text">What was written, without the mention of the bot.</param>
internal sealed record GatewayMessage(string Id, string ChannelId, string? GuildId, string AuthorId, string Text)
{
    public override string ToString() => $"message {Id}";

    /// <summary>Takes the bot's mention out of a text.</summary>
    public static string WithoutMention(string content, string bot) =>
        content.Replace($"<@{bot}>", " ", StringComparison.Ordinal).Replace($"<@!{bot}>", " ", StringComparison.Ordinal).Trim();
}
