using KorKazBot.Discord.Commands;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Discord.Interactions;

/// <summary>What an interaction asks of the bot.</summary>
/// <param name="Turn">What to answer.</param>
/// <param name="Audience">Who sees the answer.</param>
internal sealed record AskedTurn(Turn Turn, Audience Audience)
{
    /// <summary>Whether the answer takes the place of the pressed message.</summary>
    public bool Replaces { get; init; }

    /// <summary>The question that was chosen from the suggestions; its passage is wanted, and no other.</summary>
    public KnownQuestion? Chosen { get; init; }

    /// <summary>The button by which a quote is shown to everybody; null: it isn't that.</summary>
    public Press? Shared { get; init; }
}

/// <summary>Translates interactions into turns.</summary>
/// <param name="ids">Reads the ids of buttons.</param>
/// <param name="suggestions">Recognises chosen questions.</param>
internal sealed class InteractionTurns(ComponentId ids, Suggestions suggestions)
{
    public const string Platform = "discord";

    /// <summary>Translates a command or a press.</summary>
    /// <param name="interaction">What came.</param>
    /// <param name="language">The language of the server or of the user's client; null: neither is ours.</param>
    /// <returns>Null for what this bot doesn't know, such as a button of its past.</returns>
    public AskedTurn? Of(Interaction interaction, Language? language)
    {
        if (interaction is not { UserId: { Length: > 0 } user, Data: { } data }) return null;
        var turn = new Turn
        {
            Conversation = new Conversation(Platform, interaction.ChannelId ?? interaction.GuildId ?? user, user),
            ClientLanguage = language,
            SettingsChat = interaction.GuildId,
            IsOwnChat = interaction.IsDirect,
        };
        var asked = interaction.Type == InteractionType.Component ? Pressed(interaction, data, turn) : Command(interaction, data, turn);
        return asked is null ? null : asked with { Turn = asked.Turn with { IsPrivate = asked.Audience == Audience.Asker } };
    }

    // Answers are for the asker's eyes where others talk; a conversation with the bot alone has no others.
    private static Audience Usual(Interaction interaction) => interaction.IsDirect ? Audience.Everybody : Audience.Asker;

    private AskedTurn? Command(Interaction interaction, InteractionData data, Turn turn)
    {
        var usual = Usual(interaction);
        switch (data.Type, data.Name)
        {
            case (CommandType.Message, _):
                var message = data.TargetId is { } target ? data.Resolved?.Messages?.GetValueOrDefault(target) : null;
                return new AskedTurn(turn with { Text = Ask(message?.Content ?? "") }, usual);

            case (_, BotCommands.Ask):
                var audience = data.SwitchOf(BotCommands.Private) switch
                {
                    true => Audience.Asker,
                    false => Audience.Everybody,
                    null => usual,
                };
                var sent = data.TextOf(BotCommands.Question);
                var question = suggestions.TryFind(sent, out var chosen) ? chosen.Question : sent;
                return new AskedTurn(turn with { Text = Ask(question) }, audience) { Chosen = chosen };

            case (_, BotCommands.Lang): return new AskedTurn(turn with { Text = $"/{BotCommands.Lang} {data.TextOf(BotCommands.Language)}" }, usual);
            case (_, { Length: > 0 } name): return new AskedTurn(turn with { Text = $"/{name}" }, usual);
            default: return null;
        }
    }

    // A question that begins with a slash is a question here, not a command.
    private static string Ask(string question) => $"/{BotCommands.Ask} {question}";

    private AskedTurn? Pressed(Interaction interaction, InteractionData data, Turn turn)
    {
        if (!ids.TryRead(data.CustomId, out var press)) return null;
        turn = turn with { Action = press.Action };
        if (press.Kind == PressKind.Share) return new AskedTurn(turn, Audience.Everybody) { Shared = press };

        var pressed = interaction.Message;
        var isPrivate = pressed?.Flags?.HasFlag(MessageFlags.Ephemeral) == true;
        var audience = isPrivate ? Audience.Asker : Usual(interaction);
        var isOwn = isPrivate || interaction.IsDirect || pressed?.AskerId == interaction.UserId;
        return new AskedTurn(turn, audience) { Replaces = press.Kind == PressKind.Replace && isOwn };
    }
}
