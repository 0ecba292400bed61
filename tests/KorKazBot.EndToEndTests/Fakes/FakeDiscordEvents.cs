using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>Makes the objects that the gateway tells of.</summary>
public static class FakeDiscordEvents
{
    /// <summary>A message in the server's channel.</summary>
    /// <param name="content">What is written.</param>
    /// <param name="mentions">Who is mentioned.</param>
    /// <param name="author">Who writes.</param>
    public static JsonObject Message(string content, string[]? mentions = null, string author = FakeDiscordInteraction.User) => new()
    {
        ["id"] = FakeDiscordInteraction.NewId(),
        ["channel_id"] = FakeDiscordInteraction.Channel,
        ["guild_id"] = FakeDiscordInteraction.Guild,
        ["type"] = 0,
        ["content"] = content,
        ["author"] = UserOf(author, "kim"),
        ["member"] = Member(),
        ["timestamp"] = "2026-01-01T00:00:00Z",
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray([.. (mentions ?? []).Select(id => (JsonNode)UserOf(id, "somebody"))]),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["pinned"] = false,
    };

    /// <summary>The same, said to the bot alone.</summary>
    public static JsonObject InPrivate(this JsonObject message)
    {
        message.Remove("guild_id");
        message.Remove("member");
        message["channel_id"] = "710000000000000009";
        return message;
    }

    /// <summary>The same as a reply.</summary>
    public static JsonObject ReplyingTo(this JsonObject message, string author)
    {
        var replied = Message("the bot's own words", author: author);
        message["type"] = 19;
        message["message_reference"] = new JsonObject
        {
            ["message_id"] = (string)replied["id"]!,
            ["channel_id"] = FakeDiscordInteraction.Channel,
            ["guild_id"] = FakeDiscordInteraction.Guild,
        };
        message["referenced_message"] = replied;
        return message;
    }

    public static JsonObject UserOf(string id, string name, bool isBot = false) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["discriminator"] = "0",
        ["global_name"] = name,
        ["avatar"] = null,
        ["bot"] = isBot,
    };

    private static JsonObject Member(JsonObject? user = null)
    {
        var member = new JsonObject
        {
            ["nick"] = null,
            ["roles"] = new JsonArray(),
            ["joined_at"] = "2026-01-01T00:00:00Z",
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
        };
        if (user is not null) member["user"] = user;
        return member;
    }

    public static JsonObject Guild() => new()
    {
        ["id"] = FakeDiscordInteraction.Guild,
        ["name"] = "A server",
        ["owner_id"] = FakeDiscordInteraction.User,
        ["unavailable"] = false,
        ["large"] = false,
        ["member_count"] = 2,
        ["joined_at"] = "2026-01-01T00:00:00Z",
        ["roles"] = new JsonArray(new JsonObject
        {
            ["id"] = FakeDiscordInteraction.Guild,
            ["name"] = "@everyone",
            ["color"] = 0,
            ["hoist"] = false,
            ["position"] = 0,
            ["permissions"] = "2147483647",
            ["managed"] = false,
            ["mentionable"] = false,
            ["flags"] = 0,
        }),
        ["channels"] = new JsonArray(new JsonObject
        {
            ["id"] = FakeDiscordInteraction.Channel,
            ["type"] = 0,
            ["name"] = "general",
            ["position"] = 0,
            ["permission_overwrites"] = new JsonArray(),
            ["nsfw"] = false,
            ["parent_id"] = null,
            ["topic"] = null,
        }),
        ["members"] = new JsonArray(Member(UserOf(FakeDiscordInteraction.Application, "korkaz", isBot: true))),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["features"] = new JsonArray(),
        ["threads"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["afk_timeout"] = 300,
        ["premium_tier"] = 0,
        ["nsfw_level"] = 0,
        ["preferred_locale"] = "ko",
        ["system_channel_flags"] = 0,
    };
}
