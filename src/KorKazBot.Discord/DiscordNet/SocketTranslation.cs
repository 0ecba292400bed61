using System.Globalization;
using System.Text.Json;
using Discord;
using Discord.WebSocket;
using KorKazBot.Discord.Commands;
using KorKazBot.Discord.Interactions;

namespace KorKazBot.Discord.Gateway;

/// <summary>Translates what Discord.Net tells into what the rest of the adapter knows.</summary>
internal static class SocketTranslation
{
    /// <summary>An interaction; null: one of a kind that Discord.Net doesn't know.</summary>
    public static Interaction? Of(SocketInteraction? told)
    {
        if (told is null) return null;
        var user = new DiscordUser(Id(told.User.Id), told.User.Username, told.User.GlobalName);
        return new Interaction
        {
            Id = Id(told.Id),
            ApplicationId = Id(told.ApplicationId),
            Type = (int)told.Type,
            Data = DataOf(told),
            GuildId = told.GuildId is { } guild ? Id(guild) : null,
            ChannelId = told.ChannelId is { } channel ? Id(channel) : null,
            Member = told.GuildId is null ? null : new GuildMember(user, (told.User as SocketGuildUser)?.Nickname),
            User = told.GuildId is null ? user : null,
            Token = told.Token,
            Locale = told.UserLocale,
            GuildLocale = told.GuildLocale,
            Context = (int?)told.ContextType,
            Message = (told as SocketMessageComponent)?.Message is { } pressed ? PressedOf(pressed) : null,
        };
    }

    /// <summary>A message, where it is for the bot; null: it isn't.</summary>
    public static GatewayMessage? Of(SocketMessage told, string bot)
    {
        if (told is not SocketUserMessage { Author: { IsBot: false, IsWebhook: false } author } message || message.Content.Length == 0) return null;
        var isDirect = message.Channel is IDMChannel;
        var isReply = message.ReferencedMessage is { } replied && Id(replied.Author.Id) == bot;
        if (!isDirect && !isReply && message.MentionedUsers.All(mentioned => Id(mentioned.Id) != bot)) return null;
        return new GatewayMessage(
            Id(message.Id),
            Id(message.Channel.Id),
            message.Channel is SocketGuildChannel channel ? Id(channel.Guild.Id) : null,
            Id(author.Id),
            GatewayMessage.WithoutMention(message.Content, bot));
    }

    private static InteractionData DataOf(SocketInteraction told) => told switch
    {
        SocketSlashCommand command => new InteractionData
        {
            Type = CommandType.Slash,
            Name = command.Data.Name,
            Options = [.. command.Data.Options.Select(option => OptionOf(option.Name, option.Value))],
        },
        SocketMessageCommand { Data.Message: { } message } command => new InteractionData
        {
            Type = CommandType.Message,
            Name = command.Data.Name,
            TargetId = Id(message.Id),
            Resolved = new ResolvedData(new Dictionary<string, ResolvedMessage?> { [Id(message.Id)] = new(message.Content) }),
        },
        SocketAutocompleteInteraction typing => new InteractionData
        {
            Type = CommandType.Slash,
            Name = typing.Data.CommandName,
            Options = [.. typing.Data.Options.Select(option => OptionOf(option.Name, option.Value))],
        },
        SocketMessageComponent component => new InteractionData { CustomId = component.Data.CustomId },
        _ => new InteractionData(),
    };

    private static CommandOption OptionOf(string name, object? value) => new(name, value switch
    {
        bool isOn => JsonElement.Parse(isOn ? "true" : "false"),
        string text => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\""),
        _ => null,
    });

    private static PressedMessage PressedOf(SocketUserMessage pressed) => new(
        (Messages.MessageFlags)(int)(pressed.Flags ?? 0),
        pressed.InteractionMetadata is { } metadata ? new AskedBy(new DiscordUser(Id(metadata.UserId), null, null)) : null,
        pressed.ReferencedMessage is { Author: { } author } ? new RepliedMessage(new DiscordUser(Id(author.Id), null, null)) : null);

    private static string Id(ulong snowflake) => snowflake.ToString(CultureInfo.InvariantCulture);
}
