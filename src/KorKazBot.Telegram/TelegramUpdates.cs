using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KorKazBot.Engine.Delivery;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KorKazBot.Telegram;

/// <summary>Reads updates one by one, from wherever they come: every update becomes an event, a dead letter, or nothing.</summary>
public static class TelegramUpdates
{
    /// <summary>The platform's name in events.</summary>
    public const string Platform = "telegram";

    /// <summary>The kinds that the bot asks for. Edited messages aren't among them: an edit would be answered a second time.</summary>
    public static ImmutableArray<UpdateType> Kinds { get; } =
        [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    /// <summary>Reads an update. It never throws: there is nothing that Telegram could send that should stop the bot.</summary>
    /// <param name="update">The update as it came.</param>
    /// <param name="bot">The bot's id.</param>
    /// <param name="receivedAt">When it came.</param>
    public static ReadUpdate Read(JsonElement update, string bot, DateTimeOffset receivedAt)
    {
        var payload = update.GetRawText();
        var id = Id(update);
        var key = id is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"u:{known}")
            : $"u:?{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)).AsSpan(0, 8))}";
        var letter = new InboundEvent(new EventId(Platform, bot, key), "", "", payload, receivedAt);
        if (id is null) return new(null, letter, "It has no usable update_id.");
        try
        {
            return Place(TelegramApi.Read<Update>(update)) is (var kind, var chat)
                ? new(id, letter with { Kind = kind, Lane = chat.ToString(CultureInfo.InvariantCulture) }, null)
                : new(id, null, null);
        }
        catch (Exception exception)
        {
            // Its message may hold what a user wrote.
            return new(id, letter, $"It can't be read: {exception.GetType().Name}.");
        }
    }

    // One short of the largest, so that the offset after it is a number too.
    private static int? Id(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object && update.TryGetProperty("update_id", out var given)
        && given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var id) && id is > 0 and < int.MaxValue ? id : null;

    // In a private chat, the chat's id is the user's: what a user does outside of chats stays in order with it.
    private static (string Kind, long Chat)? Place(Update update) => update switch
    {
        { Message: { } message } => ("message", message.Chat.Id),
        { CallbackQuery: { } press } => ("callback_query", press.Message?.Chat.Id ?? press.From.Id),
        { InlineQuery: { } query } => ("inline_query", query.From.Id),
        { MyChatMember: { } change } => ("my_chat_member", change.Chat.Id),
        _ => null, // Left from a time when the bot asked for more.
    };
}

/// <summary>An update that was read.</summary>
/// <param name="Id">Its id; null: it has none, and can't be confirmed by itself.</param>
/// <param name="Event">What to store; null: a kind that the bot didn't ask for.</param>
/// <param name="Problem">Why it is a dead letter; null: it isn't.</param>
public sealed record ReadUpdate(int? Id, InboundEvent? Event, string? Problem);
