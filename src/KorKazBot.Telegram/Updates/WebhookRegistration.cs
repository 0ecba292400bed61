using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KorKazBot.Telegram.Updates;

/// <summary>Tells Telegram where to post updates, as long as the bot runs.</summary>
/// <param name="options">The address and its secret.</param>
/// <param name="outside">The way to Telegram, the clock and the log.</param>
internal sealed partial class WebhookRegistration(TelegramOptions options, Connection outside)
{
    // Also a process that stops takes the webhook away, perhaps after its successor has set it.
    private static readonly TimeSpan Check = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(2);

    /// <summary>Registers the address and looks after it until it is stopped; then removes it.</summary>
    /// <param name="onRegistered">Told once that updates may come.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="TelegramException">Telegram refuses the address or the token.</exception>
    public async Task RunAsync(Action onRegistered, CancellationToken stop)
    {
        await RegisterAsync(stop);
        onRegistered();
        try
        {
            while (true)
            {
                await Task.Delay(Check, outside.Time, stop);
                var webhook = await outside.InsistAsync(new GetWebhookInfoRequest(), stop);
                if (webhook.Url != options.WebhookUrl) await RegisterAsync(stop);
                else if (HasFailedLately(webhook)) Log.Unreached(outside.Logger, webhook.LastErrorMessage ?? "", webhook.PendingUpdateCount);
            }
        }
        finally
        {
            await RemoveAsync();
        }
    }

    private bool HasFailedLately(WebhookInfo webhook) => outside.Time.GetUtcNow().UtcDateTime - webhook.LastErrorDate < Check;

    private Task<bool> RegisterAsync(CancellationToken stop) => outside.InsistAsync(
        new SetWebhookRequest
        {
            Url = options.WebhookUrl,
            SecretToken = options.WebhookSecret,
            AllowedUpdates = UpdateReader.Kinds,
            DropPendingUpdates = false,
        },
        stop);

    // Updates wait at Telegram from here on.
    private async Task RemoveAsync()
    {
        using var limit = new CancellationTokenSource(LastCall, outside.Time);
        try
        {
            await outside.Api.CallAsync(new DeleteWebhookRequest { DropPendingUpdates = false }, limit.Token);
        }
        catch (OperationCanceledException)
        {
            Log.Left(outside.Logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: the webhook doesn't take updates: {Reason}; {Count} are waiting.")]
        public static partial void Unreached(ILogger logger, string reason, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: the webhook couldn't be removed in time; Telegram goes on trying it.")]
        public static partial void Left(ILogger logger);
    }
}
