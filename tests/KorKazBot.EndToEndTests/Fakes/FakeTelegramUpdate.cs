using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>Makes updates as the Bot API sends them; without <c>update_id</c> and the date, which the server gives.</summary>
public static class FakeTelegramUpdate
{
    public const long Bot = 123456;
    public const string BotName = "KorKazTestBot";
    public const long Group = -100200300;

    private static int _messages = 1000;
    private static int _queries;

    /// <summary>A message in a private chat.</summary>
    public static JsonObject Private(string? text, long user = 11, string language = "en") =>
        Of("message", Message(text, PrivateChat(user), User(user, language)));

    /// <summary>A message in a group.</summary>
    public static JsonObject InGroup(string? text, long user = 11, long chat = Group, string language = "en") =>
        Of("message", Message(text, GroupChat(chat), User(user, language)));

    /// <summary>A message that replies to another.</summary>
    public static JsonObject ReplyingTo(this JsonObject update, JsonObject message)
    {
        update["message"]!["reply_to_message"] = message.DeepClone();
        return update;
    }

    /// <summary>The update with another value somewhere in its message; null takes the value away.</summary>
    public static JsonObject Having(this JsonObject update, string name, JsonNode? value)
    {
        var message = update["message"]!.AsObject();
        if (value is null) message.Remove(name);
        else message[name] = value;
        return update;
    }

    /// <summary>The object with more in it.</summary>
    public static JsonObject Knowing(this JsonObject json, params ReadOnlySpan<(string Name, JsonNode? Value)> more)
    {
        foreach (var (name, value) in more) json[name] = value;
        return json;
    }

    /// <summary>The text with its mention of the bot marked as such.</summary>
    public static JsonObject Mentioning(this JsonObject update, string name = BotName)
    {
        var start = ((string)update["message"]!["text"]!).IndexOf("@" + name, StringComparison.OrdinalIgnoreCase);
        return update.Having("entities", new JsonArray(new JsonObject { ["type"] = "mention", ["offset"] = start, ["length"] = name.Length + 1 }));
    }

    /// <summary>A message itself.</summary>
    public static JsonObject Message(string? text, JsonObject chat, JsonObject? from = null)
    {
        var message = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref _messages),
            ["date"] = 0, // the server's clock tells
            ["chat"] = chat,
        };
        if (from is not null) message["from"] = from;
        if (text is not null) message["text"] = text;
        return message;
    }

    /// <summary>A button pressed under a message.</summary>
    public static JsonObject Press(string data, JsonObject? message, long user = 11, string language = "en")
    {
        var press = new JsonObject
        {
            ["id"] = $"{Interlocked.Increment(ref _queries)}",
            ["from"] = User(user, language),
            ["chat_instance"] = "7",
            ["data"] = data,
        };
        if (message is not null) press["message"] = message.DeepClone();
        return Of("callback_query", press);
    }

    /// <summary>Words typed after the bot's name in any chat.</summary>
    public static JsonObject Inline(string query, long user = 11, string language = "en") => Of("inline_query", new JsonObject
    {
        ["id"] = $"{Interlocked.Increment(ref _queries)}",
        ["from"] = User(user, language),
        ["query"] = query,
        ["offset"] = "",
    });

    /// <summary>The bot let in or thrown out.</summary>
    public static JsonObject Membership(string status, JsonObject chat, long user = 11)
    {
        var member = new JsonObject { ["user"] = Me(), ["status"] = status };
        if (status == "kicked") member["until_date"] = 0;
        if (status == "restricted") foreach (var (right, value) in Rights()) member[right] = value?.DeepClone();
        return Of("my_chat_member", new JsonObject
        {
            ["chat"] = chat,
            ["from"] = User(user),
            ["date"] = 1,
            ["old_chat_member"] = new JsonObject { ["user"] = Me(), ["status"] = "left" },
            ["new_chat_member"] = member,
        });
    }

    public static JsonObject User(long id, string language = "en") =>
        new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "Kim <b>", ["language_code"] = language };

    public static JsonObject Me() => new() { ["id"] = Bot, ["is_bot"] = true, ["first_name"] = "KorKazBot", ["username"] = BotName };

    public static JsonObject PrivateChat(long user) => new() { ["id"] = user, ["type"] = "private", ["first_name"] = "Kim" };

    public static JsonObject GroupChat(long id) => new() { ["id"] = id, ["type"] = "supergroup", ["title"] = "Students" };

    private static JsonObject Of(string kind, JsonObject content) => new() { [kind] = content };

    private static JsonObject Rights() => new()
    {
        ["is_member"] = true,
        ["can_send_messages"] = false,
        ["can_send_audios"] = false,
        ["can_send_documents"] = false,
        ["can_send_photos"] = false,
        ["can_send_videos"] = false,
        ["can_send_video_notes"] = false,
        ["can_send_voice_notes"] = false,
        ["can_send_polls"] = false,
        ["can_send_other_messages"] = false,
        ["can_add_web_page_previews"] = false,
        ["can_react_to_messages"] = false,
        ["can_edit_tag"] = false,
        ["can_change_info"] = false,
        ["can_invite_users"] = false,
        ["can_pin_messages"] = false,
        ["can_manage_topics"] = false,
        ["until_date"] = 0,
    };
}
