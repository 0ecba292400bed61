using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord.Rest;

/// <summary>Calls Discord's API: obeys its limits, repeats what may be repeated, and keeps secrets out of logs and exceptions.</summary>
/// <param name="options">Address and token.</param>
/// <param name="http">The connection; its own time-out is the longest that an answer may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">For operators.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed partial class DiscordRest(DiscordOptions options, HttpClient http, TimeProvider time, ILogger logger)
{
    private const int Attempts = 5;
    private const int MostBody = 1024 * 1024;

    /// <summary>Waits of Discord's beyond this are an outage to us: whoever asked is gone by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(15);

    private readonly Uri _api = new(options.ApiUrl);
    private readonly RateLimits _limits = new(time);
    private readonly InvalidRequests _invalid = new(time);

    /// <summary>Sends a request, again where that may help, and gives back Discord's word, whatever it is.</summary>
    /// <exception cref="DiscordUnavailableException">Nothing came back, or Discord wants more patience than we have.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<RestAnswer> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var turn = await _limits.EnterAsync(call, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            await _limits.WaitAsync(call, cancellationToken);
            if (_invalid.IsSpent) throw new DiscordUnavailableException("Discord has refused too much in ten minutes; nothing is sent for a while.");

            var (answer, wait) = await TryAsync(call, attempt, cancellationToken);
            if (wait is null) return answer!;
            if (wait > Patience) throw new DiscordUnavailableException($"Discord wants {wait.Value.TotalSeconds:F0} s of peace ({call.Name}).");
            if (attempt == Attempts) return answer ?? throw new DiscordUnavailableException($"Discord doesn't answer ({call.Name}).");
            Log.Again(logger, call.Name, answer?.Status ?? 0, (int)wait.Value.TotalMilliseconds);
            await Task.Delay(wait.Value, time, cancellationToken);
        }
    }

    // The answer, and how long to wait before another attempt; no wait: the answer stands.
    private async Task<(RestAnswer? Answer, TimeSpan? Wait)> TryAsync(RestCall call, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(call);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answer = new RestAnswer((int)response.StatusCode, await ReadAsync(response.Content, cancellationToken));
            _limits.Learn(call, response.Headers);
            _invalid.Count(answer.Status, IsShared(response.Headers));
            return answer.Status switch
            {
                429 => (answer, HoldBack(call, answer, response.Headers)),
                >= 500 when call.IsRepeatable => (answer, BackOff(attempt)),
                _ => (answer, null),
            };
        }
        catch (Exception exception) when (IsOutage(exception, cancellationToken))
        {
            if (!call.IsRepeatable) throw new DiscordUnavailableException($"The connection to Discord broke ({call.Name}).");
            return (null, BackOff(attempt));
        }
    }

    private HttpRequestMessage Request(RestCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(_api, call.Path));
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://github.com/KorKazBot, 0.1)");
        if (call.UsesToken) request.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Token);
        if (call.Body is null) return request;
        request.Content = new ByteArrayContent(call.Body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    // Something on the way may answer in Discord's place: then there is no JSON, and the header or patience must do.
    private TimeSpan HoldBack(RestCall call, RestAnswer answer, HttpResponseHeaders headers)
    {
        var error = DiscordJson.Read(answer.Body, json => json.RestError);
        var seconds = error?.RetryAfter ?? RateLimits.Number(headers, "Retry-After");
        var wait = seconds is > 0 and < 1_000_000 ? TimeSpan.FromSeconds(seconds.Value) : DefaultWait;
        _limits.HoldBack(call, wait, error?.Global == true);
        return wait;
    }

    private static bool IsShared(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-RateLimit-Scope", out var scope) && scope.First() == "shared";

    // Full jitter: many bots that lose Discord together don't come back together.
    private static TimeSpan BackOff(int attempt)
    {
        var most = Math.Min(LongestBackOff.TotalMilliseconds, 500 * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(100 + Random.Shared.NextDouble() * most);
    }

    private static bool IsOutage(Exception exception, CancellationToken cancellationToken) => exception
        is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length < MostBody && (read = await stream.ReadAsync(buffer, cancellationToken)) > 0) body.Write(buffer, 0, read);
        return body.ToArray();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: '{Name}' ended with {Status}; again in {Milliseconds} ms.")]
        public static partial void Again(ILogger logger, string name, int status, int milliseconds);
    }
}
