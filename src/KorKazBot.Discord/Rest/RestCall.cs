using KorKazBot.Discord.Commands;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Messages;

namespace KorKazBot.Discord.Rest;

/// <summary>A request to Discord's API; these are all that the bot makes.</summary>
internal sealed record RestCall
{
    private RestCall(HttpMethod method, string path, string name) => (Method, Path, Name, Bucket) = (method, path, name, path);

    public HttpMethod Method { get; }

    /// <summary>Below the version; holds a secret where <see cref="UsesToken"/> is false, so it is never logged.</summary>
    public string Path { get; }

    /// <summary>What it is, for logs.</summary>
    public string Name { get; }

    /// <summary>What Discord counts it by: the route with its channel.</summary>
    public string Bucket { get; }

    public byte[]? Body { get; private init; }

    /// <summary>Whether it goes with the bot's token; interactions carry their own right in the path, and no limit counts them together.</summary>
    public bool UsesToken { get; private init; } = true;

    /// <summary>Whether doing it twice does no more than doing it once, so that it may be repeated when nobody knows how it ended.</summary>
    public bool IsRepeatable { get; private init; } = true;

    public override string ToString() => Name;

    /// <summary>Who the token belongs to.</summary>
    public static RestCall Me() => new(HttpMethod.Get, "users/@me", "who am I");

    /// <summary>The application that the token belongs to.</summary>
    public static RestCall Application() => new(HttpMethod.Get, "applications/@me", "which application am I");

    /// <summary>The commands as they are registered.</summary>
    public static RestCall Commands(string application) =>
        new(HttpMethod.Get, $"applications/{application}/commands?with_localizations=true", "read the commands");

    /// <summary>Registers all commands in place of those that are registered.</summary>
    public static RestCall Register(string application, IReadOnlyList<CommandDefinition> commands) =>
        new(HttpMethod.Put, $"applications/{application}/commands", "register the commands") { Body = DiscordJson.Write(commands) };

    /// <summary>Writes a message; repeatable by its nonce.</summary>
    public static RestCall CreateMessage(string channel, OutgoingMessage message) =>
        new(HttpMethod.Post, $"channels/{channel}/messages", "write a message")
        {
            Body = DiscordJson.Write(message),
            IsRepeatable = message is { Nonce: not null, EnforceNonce: true },
        };

    /// <summary>Answers an interaction that came by the gateway. A second answer is refused, so it may be repeated.</summary>
    public static RestCall Answer(string interaction, string token, InteractionResponse response) =>
        new(HttpMethod.Post, $"interactions/{interaction}/{token}/callback", "answer an interaction")
        {
            Body = DiscordJson.Write(response),
            UsesToken = false,
        };

    /// <summary>Puts the answer where "is thinking" stands.</summary>
    public static RestCall EditAnswer(string application, string token, OutgoingMessage message) =>
        new(HttpMethod.Patch, $"webhooks/{application}/{token}/messages/@original", "bring a late answer")
        {
            Body = DiscordJson.Write(message.ForAll()),
            UsesToken = false,
        };
}

/// <summary>What Discord said.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, at most 1 MB of it.</param>
internal sealed record RestAnswer(int Status, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Discord's own code of what is wrong; 0 where it tells none.</summary>
    public int ErrorCode => DiscordJson.Read(Body, json => json.RestError)?.Code ?? 0;
}

/// <summary>The body of a refusal.</summary>
/// <param name="Code">Discord's code.</param>
/// <param name="RetryAfter">Seconds to wait, with 429.</param>
/// <param name="Global">Whether everything has to wait.</param>
internal sealed record RestError(int? Code, double? RetryAfter, bool? Global);
