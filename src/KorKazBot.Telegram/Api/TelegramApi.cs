using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot.Requests;

namespace KorKazBot.Telegram.Api;

/// <summary>Calls the Bot API. It never repeats a call, never throws for what Telegram says, and never tells the token.</summary>
/// <param name="http">From <see cref="CreateClient"/>, so that nothing logs or repeats a request.</param>
/// <param name="options">Whose bot, and where the Bot API is; checked already.</param>
/// <param name="time">Measures how long a call may take.</param>
/// <remarks>
/// Telegram.Bot's client isn't used, only its types: it decodes all updates or none, so one that it can't read would block the rest for ever.
/// Safe for any number of threads.
/// </remarks>
internal sealed class TelegramApi(HttpClient http, TelegramOptions options, TimeProvider time)
{
    /// <summary>How long a call may take, but for getUpdates, which waits on purpose.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How long getUpdates may take: its own wait and as much again as a slow network needs.</summary>
    public static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(40);

    // Some hundred times more than a hundred updates need; without a bound a broken proxy could fill the memory.
    private const int LongestAnswer = 32 * 1024 * 1024;

    private readonly string _root = $"{options.ApiUrl.TrimEnd('/')}/bot{options.Token}/";

    /// <summary>A client that doesn't log, follow redirects (they would take the token elsewhere) or stop by the machine's clock.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null, // No tracing either: a span holds the whole address.
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Makes a call and reads all of what it gives.</summary>
    public Task<TelegramResult<T>> CallAsync<T>(RequestBase<T> request, CancellationToken cancellationToken) =>
        PostAsync(
            request.MethodName,
            request,
            result => TelegramJson.Read<T>(result) ?? throw new JsonException("Nothing where something was due."),
            CallTimeout,
            cancellationToken);

    /// <summary>Updates, each as it came: one that can't be read is its receiver's problem and no other update's.</summary>
    public Task<TelegramResult<IReadOnlyList<string>>> GetUpdatesAsync(GetUpdatesRequest request, CancellationToken cancellationToken) =>
        PostAsync(
            request.MethodName,
            request,
            IReadOnlyList<string> (result) => [.. result.EnumerateArray().Select(update => update.GetRawText())],
            PollTimeout,
            cancellationToken);

    /// <summary>Sends or changes a message and gives its id.</summary>
    public Task<TelegramResult<int>> WriteAsync(RequestBase<global::Telegram.Bot.Types.Message> request, CancellationToken cancellationToken) =>
        PostAsync(request.MethodName, request, MessageId, CallTimeout, cancellationToken);

    /// <summary>The bot's id, so that a token in a log or a debugger is not possible.</summary>
    public override string ToString() => $"Telegram bot {options.BotId}";

    // What was sent counts as sent, whatever the rest of the answer holds: reading more of it could only fail and send it again.
    private static int MessageId(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("message_id", out var id) && id.TryGetInt32(out var number) ? number : 0;

    private async Task<TelegramResult<T>> PostAsync<T>(
        string method, object request, Func<JsonElement, T> read, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        // Always a POST with a body: the handler sends a GET again by itself when a connection breaks.
        using var content = new ByteArrayContent(TelegramJson.Write(request));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await http.PostAsync(new Uri(_root + method), content, either.Token);
            return TelegramAnswers.Decode((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), read);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TelegramAnswers.None<T>("no answer in time", isAmbiguous: true);
        }
        catch (HttpRequestException exception)
        {
            var hasLeft = exception.HttpRequestError is not
                (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);
            return TelegramAnswers.None<T>($"no answer: {exception.HttpRequestError}", hasLeft);
        }
        catch (IOException)
        {
            return TelegramAnswers.None<T>("the answer broke off", isAmbiguous: true);
        }
    }
}
