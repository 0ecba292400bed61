using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KorKazBot.Telegram.Api;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KorKazBot.Telegram.Updates;

/// <summary>An update as it came.</summary>
/// <param name="Key">Names it for ever: <c>u:</c> and its id, or <c>x:</c> and a hash where it has none.</param>
/// <param name="Json">Its JSON.</param>
/// <param name="Update">What it says; null where it can't be read.</param>
/// <param name="Problem">Why it can't be read; empty where it can.</param>
internal sealed record ReceivedUpdate(string Key, string Json, Update? Update, string Problem = "")
{
    /// <summary>Its id; null where it has none.</summary>
    public int? Id => Key.StartsWith("u:", StringComparison.Ordinal) ? int.Parse(Key.AsSpan(2), CultureInfo.InvariantCulture) : null;
}

/// <summary>Reads updates one by one, so that one that can't be read harms no other.</summary>
internal static class UpdateReader
{
    /// <summary>The platform's name in events, chats and conversations.</summary>
    public const string Platform = "telegram";

    // Telegram promises at most 52 bits; beyond, an id has been through a floating-point number somewhere.
    private const long MostId = 1L << 53;

    /// <summary>The kinds that the bot asks for. Edited messages aren't among them: an edit would be answered a second time.</summary>
    public static ImmutableArray<UpdateType> Kinds { get; } =
        [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    /// <summary>Reads an update. Never throws: what can't be read says so.</summary>
    public static ReceivedUpdate Read(string json)
    {
        json = TelegramJson.MendSurrogates(json);
        var key = "x:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 12));
        try
        {
            if (IdOf(json) is not { } id) return new ReceivedUpdate(key, json, null, "no update_id");
            key = string.Create(CultureInfo.InvariantCulture, $"u:{id}");
            var update = TelegramJson.Read<Update>(json)!;
            return WhatIsWrong(update) is { } problem ? new ReceivedUpdate(key, json, null, problem) : new ReceivedUpdate(key, json, update);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a contract throws: nothing here has an effect that could be left half done.
            var problem = exception is JsonException { Path: { } path } ? $"unreadable at {path}" : $"unreadable: {exception.GetType().Name}";
            return new ReceivedUpdate(key, json, null, problem);
        }
    }

    private static int? IdOf(string json)
    {
        using var document = JsonDocument.Parse(json, TelegramAnswers.Lenient); // so that it can be confirmed
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("update_id", out var id)
            && id.ValueKind == JsonValueKind.Number
            && id.TryGetInt32(out var number)
            && number is >= 0 and < int.MaxValue ? number : null; // the offset after it must be a number, too
    }

    private static string? WhatIsWrong(Update update) => update.Type switch
    {
        UpdateType.Unknown => "no kind of update that is known",
        UpdateType.Message => Of(update.Message!),
        UpdateType.CallbackQuery => Of(update.CallbackQuery!.Id, update.CallbackQuery.From) ?? OfChat(update.CallbackQuery.Message),
        UpdateType.InlineQuery => Of(update.InlineQuery!.Id, update.InlineQuery.From) ?? (update.InlineQuery.Query is null ? "no query" : null),
        UpdateType.MyChatMember => update.MyChatMember!.NewChatMember is null ? "no member" : Of(update.MyChatMember.Chat),
        _ => null,
    };

    private static string? Of(Message message)
    {
        if (message.Id is <= 0) return "no message_id";
        if (message.From is { Id: <= 0 or > MostId }) return "no id of the sender";
        return Of(message.Chat);
    }

    private static string? Of(Chat? chat)
    {
        if (chat is null) return "no chat";
        if (chat.Id is 0 or > MostId or < -MostId) return "no id of the chat";
        return Enum.IsDefined(chat.Type) ? null : "no type of chat that is known";
    }

    private static string? Of(string? query, User? from)
    {
        if (string.IsNullOrEmpty(query)) return "no id of the query";
        return from is { Id: > 0 and <= MostId } ? null : "no sender";
    }

    private static string? OfChat(Message? message) => message is null ? null : Of(message.Chat);
}
