using KorKazBot.Telegram.Api;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;

namespace KorKazBot.Telegram;

/// <summary>The way to Telegram, with the clock and the log.</summary>
/// <param name="Api">The calls.</param>
/// <param name="Time">The clock of all waits.</param>
/// <param name="Logger">For operators; no secret and no text of a user goes there.</param>
internal sealed partial record Connection(TelegramApi Api, TimeProvider Time, ILogger Logger)
{
    /// <summary>Where the random part of waits comes from.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Calls until Telegram answers: for calls that can be made any number of times.</summary>
    /// <exception cref="TelegramException">Telegram refuses the token or the call.</exception>
    public async Task<T> InsistAsync<T>(RequestBase<T> request, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var answer = await Api.CallAsync(request, cancellationToken);
            if (answer.IsOk) return answer.Value;
            if (answer.ErrorCode == 401 || answer.IsTokenRefused && request is GetMeRequest) throw TelegramException.TokenRefused();
            if (!answer.IsTransient && answer.ErrorCode is not (409 or 429) && answer.IsFromTelegram)
                throw new TelegramException($"Telegram refuses {request.MethodName}: {answer.ErrorCode} {answer.Description}");

            var wait = answer.RetryAfter is > 0 and { } seconds ? TimeSpan.FromSeconds(seconds) : BackOff.After(failures, Random());
            Log.Again(Logger, request.MethodName, answer.ErrorCode, answer.Description, wait.TotalSeconds);
            await Task.Delay(wait, Time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram: {Method}: {Code} {Description}; again in {Seconds:0.0} s.")]
        public static partial void Again(ILogger logger, string method, int code, string description, double seconds);
    }
}
