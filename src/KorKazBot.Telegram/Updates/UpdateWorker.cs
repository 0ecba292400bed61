using System.Globalization;
using KorKazBot.Engine.Delivery;
using KorKazBot.Telegram.Api;
using KorKazBot.Telegram.Messages;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using ChatId = KorKazBot.Engine.Delivery.ChatId;

namespace KorKazBot.Telegram.Updates;

/// <summary>Works updates off: decides, does it, and writes down how it ended.</summary>
/// <param name="handler">Decides.</param>
/// <param name="sender">Sends.</param>
/// <param name="ports">Where is written down.</param>
/// <param name="outside">The way to Telegram, the clock and the log.</param>
internal sealed partial class UpdateWorker(TelegramUpdateHandler handler, TelegramSender sender, TelegramPorts ports, Connection outside)
{
    // A chat's administrators let the bot write again without telling it.
    private static readonly TimeSpan Muted = TimeSpan.FromHours(1);

    private const int MostAlert = 200;

    /// <summary>Works an update off; waits while the store is out.</summary>
    /// <exception cref="TelegramException">Telegram refuses the token.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the next process takes the update up.</exception>
    public async Task WorkAsync(Work work, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await DoAsync(work, cancellationToken);
                return;
            }
            catch (StoreUnavailableException exception)
            {
                Log.StoreOut(outside.Logger, exception.Message);
                if (work.Told is null) return;
                await Task.Delay(BackOff.After(failures, outside.Random()), outside.Time, cancellationToken);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or TelegramException) && work.Told is { } told)
            {
                Log.Defect(outside.Logger, told.Id.Key, exception);
                await ports.Inbox.BuryAsync(told, $"defect: {exception.GetType().Name}", cancellationToken);
                return;
            }
        }
    }

    private async Task DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (work.Plan is null)
        {
            // Once: deciding again could end otherwise, and the waiting sign ends before an answer that may have to wait.
            work.Plan = await handler.HandleAsync(work, cancellationToken);
            if (work.Plan.Callback is { } press) await AcknowledgeAsync(press, work.Plan as Plan.Alert, cancellationToken);
        }

        if (work.Plan is Plan.Cards cards)
        {
            // Not again where it fails: somebody who types has asked anew by then.
            var given = await outside.Api.CallAsync(cards.Request, cancellationToken);
            if (!given.IsOk) Log.NotTaken(outside.Logger, cards.Request.MethodName, given.ErrorCode, given.Description);
            return;
        }

        var told = work.Told ?? throw new InvalidOperationException("Only cards are given without a trace.");
        switch (work.Plan)
        {
            case Plan.Send send:
                await EndAsync(told, send.To, await sender.SendAsync(told.Id, send.To, send.Messages, cancellationToken), cancellationToken);
                break;
            case Plan.Edit edit:
                await EndAsync(
                    told, edit.From, await sender.EditAsync(told.Id, edit.From, edit.MessageId, edit.Message, cancellationToken), cancellationToken);
                break;
            default:
                await ports.Inbox.FinishAsync(told.Id, cancellationToken);
                break;
        }
    }

    // Too late is no harm: only the waiting sign has ended by itself.
    private async Task AcknowledgeAsync(string press, Plan.Alert? alert, CancellationToken cancellationToken)
    {
        var request = new AnswerCallbackQueryRequest
        {
            CallbackQueryId = press,
            Text = alert is null ? null : TextCut.Excerpt(alert.Text, default, MostAlert).Text,
            ShowAlert = alert is { IsBrief: false },
        };
        var taken = await outside.Api.CallAsync(request, cancellationToken);
        if (!taken.IsOk) Log.NotTaken(outside.Logger, request.MethodName, taken.ErrorCode, taken.Description);
    }

    private async Task EndAsync(InboundEvent told, Destination to, SendResult sent, CancellationToken cancellationToken)
    {
        var chat = IdOf(sent.MovedTo ?? to.Chat);
        if (sent.MovedTo is not null) await ports.Settings.MoveAsync(IdOf(to.Chat), chat, cancellationToken);
        if (sent.Outcome != SendOutcome.Sent) Log.NotSent(outside.Logger, told.Id.Key, sent.Outcome, sent.Description);
        switch (sent.Outcome)
        {
            case SendOutcome.DeadChat:
                await ports.Settings.ChangeAsync(chat, old => old with { IsActive = false }, cancellationToken);
                break;
            case SendOutcome.Muted:
                await ports.Settings.ChangeAsync(chat, old => old with { MutedUntil = outside.Time.GetUtcNow() + Muted }, cancellationToken);
                break;
            case SendOutcome.Refused or SendOutcome.Failed or SendOutcome.Unknown:
                await ports.Inbox.BuryAsync(told, $"{sent.Outcome}: {sent.Description}", cancellationToken);
                return;
        }

        await ports.Inbox.FinishAsync(told.Id, cancellationToken);
    }

    private static ChatId IdOf(long chat) => new(UpdateReader.Platform, chat.ToString(CultureInfo.InvariantCulture));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: the store can't be used now: {Reason}")]
        public static partial void StoreOut(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram: a defect kept update {Key} from being answered.")]
        public static partial void Defect(ILogger logger, string key, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: {Method} wasn't taken: {Code} {Description}")]
        public static partial void NotTaken(ILogger logger, string method, int code, string description);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: the answer to {Key} wasn't sent ({Outcome}): {Description}")]
        public static partial void NotSent(ILogger logger, string key, SendOutcome outcome, string description);
    }
}
