using System.Text.Json;
using KorKazBot.Discord.Messages;

namespace KorKazBot.Discord.Interactions;

/// <summary>What Discord sends when somebody uses a command or presses a button. Every part may be missing.</summary>
internal sealed record Interaction
{
    public string? Id { get; init; }

    public string? ApplicationId { get; init; }

    public int Type { get; init; }

    public InteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Who it was, in a server.</summary>
    public GuildMember? Member { get; init; }

    /// <summary>Who it was, in a direct message.</summary>
    public DiscordUser? User { get; init; }

    /// <summary>The right to answer, for 15 minutes; a secret.</summary>
    public string? Token { get; init; }

    /// <summary>The language of the user's client, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The language of the server.</summary>
    public string? GuildLocale { get; init; }

    public int? Context { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public PressedMessage? Message { get; init; }

    public override string ToString() => $"interaction {Id}";

    /// <summary>Where only the user and the bot are.</summary>
    public bool IsDirect => Context is { } context ? context == 1 : GuildId is null;

    /// <summary>Who it was.</summary>
    public string? UserId => Member?.User?.Id ?? User?.Id;

    /// <summary>What the people of the server call the user; empty where it isn't told.</summary>
    public string UserName => Member?.Nick ?? (Member?.User ?? User) switch
    {
        { GlobalName: { Length: > 0 } name } => name,
        { Username: { } name } => name,
        _ => "",
    };
}

/// <summary>Discord's numbers for kinds of interactions.</summary>
internal static class InteractionType
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
}

internal sealed record InteractionData
{
    public string? Name { get; init; }

    /// <summary>1 a slash command, 3 a message command.</summary>
    public int Type { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>The message that a message command was used on.</summary>
    public string? TargetId { get; init; }

    public ResolvedData? Resolved { get; init; }

    /// <summary>The pressed button.</summary>
    public string? CustomId { get; init; }

    /// <summary>The text of an option; empty where it wasn't given.</summary>
    public string TextOf(string option)
    {
        if (ValueOf(option) is not { ValueKind: JsonValueKind.String } value) return "";
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";   // half an emoji: no text at all to the JSON reader
        }
    }

    /// <summary>The switch of an option; null where it wasn't given.</summary>
    public bool? SwitchOf(string option) => ValueOf(option) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    private JsonElement? ValueOf(string option) => Options?.FirstOrDefault(each => each?.Name == option)?.Value;
}

internal sealed record CommandOption(string? Name, JsonElement? Value);

internal sealed record ResolvedData(IReadOnlyDictionary<string, ResolvedMessage?>? Messages);

internal sealed record ResolvedMessage(string? Content);

internal sealed record GuildMember(DiscordUser? User, string? Nick);

internal sealed record DiscordUser(string? Id, string? Username, string? GlobalName);

/// <summary>A message of ours with a pressed button.</summary>
/// <param name="Flags">Who sees it.</param>
/// <param name="InteractionMetadata">The interaction that it answered.</param>
/// <param name="ReferencedMessage">The message that it replied to.</param>
internal sealed record PressedMessage(MessageFlags? Flags, AskedBy? InteractionMetadata, RepliedMessage? ReferencedMessage)
{
    /// <summary>Whose question it answers; null where that can't be told.</summary>
    public string? AskerId => InteractionMetadata?.User?.Id ?? ReferencedMessage?.Author?.Id;
}

internal sealed record AskedBy(DiscordUser? User);

internal sealed record RepliedMessage(DiscordUser? Author);
