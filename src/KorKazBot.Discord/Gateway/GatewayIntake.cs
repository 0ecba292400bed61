using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord.Gateway;

/// <summary>Takes what the gateway tells and hands it over to the lanes.</summary>
/// <param name="interactions">Answers interactions.</param>
/// <param name="messages">Answers messages.</param>
/// <param name="lanes">Works.</param>
/// <param name="outside">The way to Discord, and the log.</param>
internal sealed partial class GatewayIntake(InteractionHandler interactions, MessageHandler messages, Lanes lanes, Outside outside)
{
    // "Already acknowledged": an attempt before this one got through.
    private const int Acknowledged = 40060;

    /// <summary>Takes an interaction; each for itself, as Discord waits 3 seconds for each.</summary>
    public void Take(Interaction interaction) => lanes.Enqueue(interaction.Id ?? "", stop => AnswerAsync(interaction, stop));

    /// <summary>Takes a message; a channel's messages are answered in order.</summary>
    /// <param name="application">The bot's application.</param>
    /// <param name="message">The message.</param>
    public void Take(string application, GatewayMessage message) =>
        lanes.Enqueue(message.ChannelId, stop => messages.HandleAsync(application, message, stop));

    private async Task AnswerAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var outcome = await interactions.HandleAsync(interaction, DiscordJson.Write(interaction), cancellationToken);
        var answer = await outside.Rest.SendAsync(RestCall.Answer(interaction.Id!, interaction.Token!, outcome.Response), cancellationToken);
        if (!answer.IsSuccess && answer.ErrorCode != Acknowledged) Log.Refused(outside.Logger, answer.Status, answer.ErrorCode);
        if (outcome.Afterwards is { } afterwards) await afterwards(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord refused the answer to an interaction: {Status}, code {Code}.")]
        public static partial void Refused(ILogger logger, int status, int code);
    }
}
