using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KorKazBot.Discord.Commands;
using KorKazBot.Discord.Gateway;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Messages;
using KorKazBot.Discord.Rest;

namespace KorKazBot.Discord;

/// <summary>JSON as Discord writes and reads it. Everything that is sent goes through its <c>Write</c> methods.</summary>
/// <remarks>
/// A message can't leave without <c>allowed_mentions</c>: <see cref="OutgoingMessage"/> has it without a way to set it, and nothing but
/// this file turns messages into JSON.
/// </remarks>
internal static class DiscordJson
{
    // Letters of all languages stand as they are: half the bytes of escapes.
    private static readonly DiscordJsonContext Context = new(new JsonSerializerOptions(DiscordJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The body of an interaction's first answer.</summary>
    public static byte[] Write(InteractionResponse response) => response switch
    {
        InteractionResponse.Create create => JsonSerializer.SerializeToUtf8Bytes(create, Context.Create),
        InteractionResponse.CreateLater later => JsonSerializer.SerializeToUtf8Bytes(later, Context.CreateLater),
        InteractionResponse.Update update => JsonSerializer.SerializeToUtf8Bytes(update, Context.Update),
        InteractionResponse.UpdateLater later => JsonSerializer.SerializeToUtf8Bytes(later, Context.UpdateLater),
        InteractionResponse.Suggest suggest => JsonSerializer.SerializeToUtf8Bytes(suggest, Context.Suggest),
        InteractionResponse.Pong pong => JsonSerializer.SerializeToUtf8Bytes(pong, Context.Pong),
        _ => throw new ArgumentOutOfRangeException(nameof(response), response, "No such response."),
    };

    /// <summary>The body of a message to create or change.</summary>
    public static byte[] Write(OutgoingMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Context.OutgoingMessage);

    /// <summary>The body that registers commands.</summary>
    public static byte[] Write(IReadOnlyList<CommandDefinition> commands) =>
        JsonSerializer.SerializeToUtf8Bytes(commands, Context.IReadOnlyListCommandDefinition);

    /// <summary>An interaction as it is stored.</summary>
    public static byte[] Write(Interaction interaction) => JsonSerializer.SerializeToUtf8Bytes(interaction, Context.Interaction);

    /// <summary>A message of somebody as it is stored.</summary>
    public static byte[] Write(GatewayMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Context.GatewayMessage);

    /// <summary>Reads an interaction.</summary>
    /// <returns>Null where it is no JSON or has another shape.</returns>
    public static Interaction? ReadInteraction(ReadOnlySpan<byte> json) => Read(json, Context.Interaction);

    /// <summary>Reads anything that Discord answers.</summary>
    /// <returns>Null where it is no JSON or has another shape: an error page of something on the way.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> json, Func<DiscordJsonContext, JsonTypeInfo<T>> type)
        where T : class => Read(json, type(Context));

    private static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The types that are read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionResponse.Create))]
[JsonSerializable(typeof(InteractionResponse.CreateLater))]
[JsonSerializable(typeof(InteractionResponse.Update))]
[JsonSerializable(typeof(InteractionResponse.UpdateLater))]
[JsonSerializable(typeof(InteractionResponse.Suggest))]
[JsonSerializable(typeof(InteractionResponse.Pong))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(IReadOnlyList<CommandDefinition>))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(GatewayMessage))]
[JsonSerializable(typeof(RestError))]
[JsonSerializable(typeof(CommandDefinition[]))]
[JsonSerializable(typeof(BotUser))]
[JsonSerializable(typeof(ApplicationInfo))]
internal sealed partial class DiscordJsonContext : JsonSerializerContext;
