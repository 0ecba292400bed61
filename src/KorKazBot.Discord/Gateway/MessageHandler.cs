using System.Collections.Concurrent;
using System.Text;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Messages;
using KorKazBot.Discord.Rest;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Discord.Gateway;

/// <summary>Answers messages with replies to them, once each.</summary>
/// <param name="answers">Answers turns.</param>
/// <param name="books">What is written down.</param>
/// <param name="outside">The way to Discord and the clock.</param>
/// <remarks>Safe for any number of threads; messages of one channel come one after another.</remarks>
internal sealed class MessageHandler(TurnAnswers answers, Bookkeeping books, Outside outside)
{
    // Missing access, missing permissions, unknown channel: nothing can be written there for now.
    private static readonly int[] NoEntry = [50001, 50013, 10003];

    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>After this an answer would come out of the blue.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _mutedUntil = new();

    /// <summary>Answers a message, unless it was told before.</summary>
    /// <param name="application">The bot's application.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task HandleAsync(string application, GatewayMessage message, CancellationToken cancellationToken)
    {
        var id = new EventId(InteractionTurns.Platform, application, $"m:{message.Id}");
        var payload = Encoding.UTF8.GetString(DiscordJson.Write(message));
        var told = new InboundEvent(id, message.ChannelId, "message", payload, outside.Time.GetUtcNow());
        if (await books.TryClaimAsync(told, cancellationToken)) await AnswerAsync(told, message, cancellationToken);
    }

    /// <summary>Answers a message that a process which died had taken on; what it may have sent already isn't sent twice.</summary>
    public async Task ResumeAsync(InboundEvent left, CancellationToken cancellationToken)
    {
        var message = DiscordJson.Read(Encoding.UTF8.GetBytes(left.Payload), json => json.GatewayMessage);
        if (message is null || outside.Time.GetUtcNow() - left.ReceivedAt > Lifetime) await books.BuryAsync(left, "expired", cancellationToken);
        else await AnswerAsync(left, message, cancellationToken);
    }

    private async Task AnswerAsync(InboundEvent told, GatewayMessage message, CancellationToken cancellationToken)
    {
        var settings = await books.SettingsAsync(new ChatId(InteractionTurns.Platform, message.GuildId ?? message.ChannelId), cancellationToken);
        if (settings.IsActive && !IsMuted(message.ChannelId, settings.MutedUntil))
        {
            var turn = new Turn
            {
                Conversation = new Conversation(InteractionTurns.Platform, message.ChannelId, message.AuthorId),
                Text = message.Text,
                ClientLanguage = settings.Language,
                SettingsChat = message.GuildId,
                IsOwnChat = message.GuildId is null,
            };
            var drawn = await answers.DrawAsync(new AskedTurn(turn, Audience.Everybody), "");
            if (!await TrySendAsync(told, message, drawn.ForAll(), cancellationToken)) return;
        }

        await books.FinishAsync(told.Id, cancellationToken);
    }

    // The nonce names the message that is answered: however often this is sent, Discord writes one reply.
    private async Task<bool> TrySendAsync(InboundEvent told, GatewayMessage message, OutgoingMessage answer, CancellationToken cancellationToken)
    {
        var before = await books.BeginSendAsync(told.Id, cancellationToken);
        if (before.State == SendState.Sent) return true;
        var reply = answer with { MessageReference = new MessageReference(message.Id), Nonce = message.Id, EnforceNonce = true };
        try
        {
            var said = await outside.Rest.SendAsync(RestCall.CreateMessage(message.ChannelId, reply), cancellationToken);
            if (said.IsSuccess)
            {
                await books.SentAsync(told.Id, DiscordJson.Read(said.Body, json => json.BotUser)?.Id ?? "", cancellationToken);
                return true;
            }

            if (NoEntry.Contains(said.ErrorCode)) _mutedUntil[message.ChannelId] = outside.Time.GetUtcNow() + Silence;
            await books.NotSentAsync(told.Id, cancellationToken);
            await books.BuryAsync(told, $"Discord refused the reply: {said.Status}, code {said.ErrorCode}", cancellationToken);
        }
        catch (DiscordUnavailableException exception)
        {
            await books.BuryAsync(told, exception.Message, cancellationToken);
        }

        return false;
    }

    private bool IsMuted(string channel, DateTimeOffset? until)
    {
        var now = outside.Time.GetUtcNow();
        if (until > now) return true;
        if (!_mutedUntil.TryGetValue(channel, out var channelUntil)) return false;
        if (channelUntil > now) return true;
        _mutedUntil.TryRemove(channel, out _);
        return false;
    }
}
