using System.Globalization;
using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>Makes interactions of the shape that Discord sends.</summary>
public static class FakeDiscordInteraction
{
    public const string Application = "900000000000000001";
    public const string Guild = "800000000000000001";
    public const string Channel = "700000000000000001";
    public const string User = "600000000000000001";

    private static long _last = DateTimeOffset.UnixEpoch.AddYears(56).ToUnixTimeMilliseconds();

    /// <summary>An id that no other has.</summary>
    public static string NewId() => ((Interlocked.Increment(ref _last) - 1420070400000) << 22).ToString(CultureInfo.InvariantCulture);

    public static JsonObject Ping() => new() { ["id"] = NewId(), ["application_id"] = Application, ["type"] = 1, ["version"] = 1 };

    /// <summary>A slash command in a server.</summary>
    public static JsonObject Command(string name, params (string Name, JsonNode Value)[] options) => Whole(2, new JsonObject
    {
        ["id"] = "1000000000000000001",
        ["type"] = 1,
        ["name"] = name,
        ["options"] = new JsonArray([.. options.Select(option => (JsonNode)Option(option.Name, option.Value))]),
    });

    /// <summary>What is typed after <c>/ask question:</c> so far.</summary>
    public static JsonObject Typing(string typed)
    {
        var option = Option("question", typed);
        option["focused"] = true;
        return Whole(4, new JsonObject { ["id"] = "1000000000000000001", ["type"] = 1, ["name"] = "ask", ["options"] = new JsonArray(option) });
    }

    /// <summary>The message command on somebody's message.</summary>
    public static JsonObject OnMessage(string content) => Whole(2, new JsonObject
    {
        ["id"] = "1000000000000000002",
        ["type"] = 3,
        ["name"] = "Find the quote",
        ["target_id"] = "42",
        ["resolved"] = new JsonObject
        {
            ["messages"] = new JsonObject
            {
                ["42"] = new JsonObject { ["id"] = "42", ["content"] = content, ["author"] = UserOf("650000000000000001", "lee") },
            },
        },
    });

    /// <summary>A press of a button.</summary>
    /// <param name="customId">The button's id.</param>
    /// <param name="flags">64: only who asked sees the message.</param>
    /// <param name="asker">Whose question the message answers.</param>
    public static JsonObject Press(string customId, int flags = 64, string asker = User)
    {
        var interaction = Whole(3, new JsonObject { ["component_type"] = 2, ["custom_id"] = customId });
        interaction["message"] = new JsonObject
        {
            ["id"] = NewId(),
            ["content"] = "",
            ["flags"] = flags,
            ["interaction_metadata"] = new JsonObject { ["id"] = NewId(), ["type"] = 2, ["user"] = UserOf(asker, "kim") },
        };
        return interaction;
    }

    /// <summary>The same in a direct message with the bot.</summary>
    public static JsonObject Direct(this JsonObject interaction)
    {
        interaction["user"] = interaction["member"]!["user"]!.DeepClone();
        foreach (var name in new[] { "member", "guild_id", "guild_locale" }) interaction.Remove(name);
        interaction["context"] = 1;
        return interaction;
    }

    /// <summary>The same with another value.</summary>
    public static JsonObject With(this JsonObject interaction, string name, JsonNode? value)
    {
        interaction[name] = value;
        return interaction;
    }

    private static JsonObject Whole(int type, JsonObject data) => new()
    {
        ["id"] = NewId(),
        ["application_id"] = Application,
        ["type"] = type,
        ["data"] = data,
        ["guild_id"] = Guild,
        ["channel_id"] = Channel,
        ["channel"] = new JsonObject { ["id"] = Channel, ["type"] = 0 },
        ["member"] = new JsonObject { ["user"] = UserOf(User, "kim"), ["nick"] = null, ["roles"] = new JsonArray(), ["permissions"] = "2147483647" },
        ["token"] = "secret" + NewId(),
        ["version"] = 1,
        ["locale"] = "en-GB",
        ["guild_locale"] = "en-US",
        ["app_permissions"] = "2147483647",
        ["entitlements"] = new JsonArray(),
        ["authorizing_integration_owners"] = new JsonObject { ["0"] = Guild },
        ["context"] = 0,
        ["attachment_size_limit"] = 10485760,
    };

    private static JsonObject Option(string name, JsonNode value) => new()
    {
        ["name"] = name,
        ["type"] = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? 3 : 5,
        ["value"] = value,
    };

    private static JsonObject UserOf(string id, string name) =>
        new() { ["id"] = id, ["username"] = name, ["global_name"] = null, ["discriminator"] = "0" };
}
