using System.Collections.Immutable;
using System.Text;
using KorKazBot.Discord.Commands;
using KorKazBot.Discord.Messages;
using KorKazBot.Discord.Rest;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using Microsoft.Extensions.Logging;
using EventId = KorKazBot.Engine.Delivery.EventId;

namespace KorKazBot.Discord.Interactions;

/// <summary>What to do with an interaction.</summary>
/// <param name="Response">The first answer, due at once.</param>
/// <param name="Afterwards">What to do when Discord has the first answer; null: nothing.</param>
internal sealed record InteractionOutcome(InteractionResponse Response, Func<CancellationToken, Task>? Afterwards = null);

/// <summary>Answers interactions, however they came: in time, once each, politely whatever their shape.</summary>
/// <param name="answers">Answers turns.</param>
/// <param name="turns">Translates interactions.</param>
/// <param name="suggestions">Completes questions.</param>
/// <param name="books">What is written down.</param>
/// <param name="outside">The way to Discord, the clock and the log.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed partial class InteractionHandler(
    TurnAnswers answers, InteractionTurns turns, Suggestions suggestions, Bookkeeping books, Outside outside)
{
    /// <summary>How long an answer may take before Discord is asked for patience; with the store's time, half of the 3 seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How long Discord needs to make "is thinking" visible; an answer sent before that is lost.</summary>
    private static readonly TimeSpan UntilSeen = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a late answer is still taken: a minute less than Discord's 15, for the way.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(14);

    /// <summary>Answers an interaction. A failure becomes a polite answer, never an exception.</summary>
    /// <param name="interaction">What came; null: it couldn't be read.</param>
    /// <param name="payload">Its JSON.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<InteractionOutcome> HandleAsync(Interaction? interaction, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var language = LanguageOf(interaction) ?? Language.English;
        try
        {
            switch (interaction)
            {
                case { Type: InteractionType.Ping }: return new InteractionOutcome(new InteractionResponse.Pong());
                case { Type: InteractionType.Autocomplete }: return await CompleteAsync(interaction, cancellationToken);
                case { Type: InteractionType.Command or InteractionType.Component } when IsWhole(interaction):
                    return await RespondAsync(interaction, payload, cancellationToken);
                default:
                    Log.Foreign(outside.Logger, interaction?.Type ?? 0);
                    return Say(Texts.In(language).NotUnderstood);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var words = outside.Fail(exception, language);
            return interaction is { Type: InteractionType.Autocomplete } ? Suggest([]) : Say(words);
        }
    }

    /// <summary>Brings the answer to an interaction that a process which died had taken on, where Discord still takes it.</summary>
    public async Task ResumeAsync(InboundEvent left, CancellationToken cancellationToken)
    {
        var interaction = DiscordJson.ReadInteraction(Encoding.UTF8.GetBytes(left.Payload));
        var settings = interaction is null ? ChatSettings.Default : await SettingsAsync(interaction, cancellationToken);
        var asked = interaction is null ? null : turns.Of(interaction, settings.Language ?? LanguageOf(interaction));
        if (asked is null || outside.Time.GetUtcNow() - left.ReceivedAt > Lifetime) await books.BuryAsync(left, "expired", cancellationToken);
        else await BringAsync(interaction!, left, answers.DrawAsync(asked, interaction!.UserName), cancellationToken);
    }

    private static bool IsWhole(Interaction interaction) =>
        interaction is { Id.Length: > 0, Token.Length: > 0, ApplicationId.Length: > 0 } && interaction.Id.All(char.IsAsciiDigit);

    private async Task<InteractionOutcome> CompleteAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(interaction, cancellationToken);
        var typed = interaction.Data?.TextOf(BotCommands.Question) ?? "";
        var language = settings.Language ?? LanguageOf(interaction) ?? Language.English;
        return Suggest(suggestions.For(typed, language, settings.Interviews));
    }

    private async Task<InteractionOutcome> RespondAsync(Interaction interaction, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var told = new InboundEvent(
            new EventId(InteractionTurns.Platform, interaction.ApplicationId!, $"i:{interaction.Id}"),
            interaction.ChannelId ?? interaction.UserId ?? "",
            "interaction",
            Encoding.UTF8.GetString(payload.Span),
            outside.Time.GetUtcNow());
        var claiming = books.TryClaimAsync(told, cancellationToken);
        var settings = await SettingsAsync(interaction, cancellationToken);
        var language = settings.Language ?? LanguageOf(interaction);
        var texts = Texts.In(language ?? Language.English);
        if (!await claiming) return Say(texts.AnsweredAlready);

        if (turns.Of(interaction, language) is not { } asked)
        {
            var words = interaction.Type == InteractionType.Component ? texts.ButtonStale : texts.NotUnderstood;
            return Say(words) with { Afterwards = stop => books.FinishAsync(told.Id, stop) };
        }

        // The engine works without a pause: on another thread, so that patience can end before it does.
        var drawing = Task.Run(() => answers.DrawAsync(asked, interaction.UserName), CancellationToken.None);
        if (await IsInTimeAsync(drawing, cancellationToken))
            return new InteractionOutcome(First(asked, await drawing), stop => books.FinishAsync(told.Id, stop));

        InteractionResponse later = asked.Replaces
            ? new InteractionResponse.UpdateLater()
            : new InteractionResponse.CreateLater(DiscordReply.Nothing(asked.Audience));
        return new InteractionOutcome(later, stop => BringLaterAsync(interaction, told, drawing, stop));
    }

    private static InteractionResponse First(AskedTurn asked, OutgoingMessage message) =>
        asked.Replaces ? new InteractionResponse.Update(message.ForAll()) : new InteractionResponse.Create(message);

    private async Task<bool> IsInTimeAsync(Task drawing, CancellationToken cancellationToken)
    {
        await drawing.WaitAsync(Patience, outside.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return drawing.IsCompleted;
    }

    private async Task BringLaterAsync(Interaction interaction, InboundEvent told, Task<OutgoingMessage> drawing, CancellationToken cancellationToken)
    {
        await Task.Delay(UntilSeen, outside.Time, cancellationToken);
        await BringAsync(interaction, told, drawing, cancellationToken);
    }

    // What Discord refuses here it refuses for good: the time is over, or somebody else has answered.
    private async Task BringAsync(Interaction interaction, InboundEvent told, Task<OutgoingMessage> drawing, CancellationToken cancellationToken)
    {
        try
        {
            var edit = RestCall.EditAnswer(interaction.ApplicationId!, interaction.Token!, await drawing);
            var answer = await outside.Rest.SendAsync(edit, cancellationToken);
            if (answer.IsSuccess) await books.FinishAsync(told.Id, cancellationToken);
            else await books.BuryAsync(told, $"Discord refused the answer: {answer.Status}, code {answer.ErrorCode}", cancellationToken);
        }
        catch (DiscordUnavailableException exception)
        {
            await books.BuryAsync(told, exception.Message, cancellationToken);
        }
    }

    private Task<ChatSettings> SettingsAsync(Interaction interaction, CancellationToken cancellationToken) =>
        (interaction.GuildId ?? interaction.ChannelId) is { } chat
            ? books.SettingsAsync(new ChatId(InteractionTurns.Platform, chat), cancellationToken)
            : Task.FromResult(ChatSettings.Default);

    private static Language? LanguageOf(Interaction? interaction)
    {
        if (Languages.TryParse(interaction?.Locale, out var language)) return language;
        return Languages.TryParse(interaction?.GuildLocale, out language) ? language : null;
    }

    private static InteractionOutcome Suggest(ImmutableArray<Choice> choices) => new(new InteractionResponse.Suggest(new ChoiceList(choices)));

    private static InteractionOutcome Say(string words) => new(new InteractionResponse.Create(DiscordReply.Say(words, Audience.Asker)));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Discord: an interaction of type {Type} or shape that isn't known here.")]
        public static partial void Foreign(ILogger logger, int type);
    }
}
