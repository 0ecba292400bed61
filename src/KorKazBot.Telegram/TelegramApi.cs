using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace KorKazBot.Telegram;

/// <summary>The calls to the Bot API that the bot makes. It never retries, never throws for what Telegram says, and never tells the token.</summary>
/// <param name="http">From <see cref="CreateClient"/>, so that nothing logs or repeats a request.</param>
/// <param name="token">The bot's token.</param>
/// <param name="time">Measures how long a call may take.</param>
/// <param name="server">Where the Bot API is; null: Telegram's own.</param>
/// <remarks>
/// Telegram.Bot's client isn't used, only its types: it decodes all updates or none, so one that it can't read would block the rest for ever.
/// Safe for any number of threads.
/// </remarks>
/// <exception cref="TelegramTokenException">The token can't be one.</exception>
public sealed partial class TelegramApi(HttpClient http, string token, TimeProvider time, Uri? server = null)
{
    /// <summary>How long a call may take, but for getUpdates, which waits on purpose.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long getUpdates may take: its own wait and as much again as a slow network needs.</summary>
    public static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(40);

    // Some hundred times more than a hundred updates need; without a bound a broken proxy could fill the memory.
    private const int LongestAnswer = 32 * 1024 * 1024;

    // The types' generated contracts: Telegram.Bot would look at types with reflection, which doesn't survive ahead-of-time compilation.
    private static readonly JsonSerializerOptions Options = new(JsonBotAPI.Options) { TypeInfoResolver = JsonBotSerializerContext.Default };

    // The token's path is built once, so a token that would leave its place in the address is refused at the start.
    private readonly string _root = TokenForm().IsMatch(token)
        ? $"{(server ?? new Uri("https://api.telegram.org")).GetLeftPart(UriPartial.Authority)}/bot{token}/"
        : throw TelegramTokenException.Malformed();

    /// <summary>The bot's own id, the public part of the token.</summary>
    public string BotId { get; } = token.Split(':')[0];

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

    /// <summary>Who the bot is.</summary>
    public Task<TelegramResult<User>> GetMeAsync(CancellationToken cancellationToken) =>
        CallAsync(new GetMeRequest(), Read<User>, CallTimeout, cancellationToken);

    /// <summary>Updates, each as it came: one that can't be read is its receiver's problem and no other update's.</summary>
    public Task<TelegramResult<IReadOnlyList<JsonElement>>> GetUpdatesAsync(GetUpdatesRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, IReadOnlyList<JsonElement> (result) => [.. result.EnumerateArray()], PollTimeout, cancellationToken);

    /// <summary>Sends a message and gives its id.</summary>
    public Task<TelegramResult<int>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, MessageId, CallTimeout, cancellationToken);

    /// <summary>Changes a message and gives its id.</summary>
    public Task<TelegramResult<int>> EditMessageTextAsync(EditMessageTextRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, MessageId, CallTimeout, cancellationToken);

    /// <summary>Ends the waiting sign on a pressed button.</summary>
    public Task<TelegramResult<bool>> AnswerCallbackQueryAsync(AnswerCallbackQueryRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, Done, CallTimeout, cancellationToken);

    /// <summary>Answers what was typed after the bot's name in any chat.</summary>
    public Task<TelegramResult<bool>> AnswerInlineQueryAsync(AnswerInlineQueryRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, Done, CallTimeout, cancellationToken);

    /// <summary>Tells clients which commands there are.</summary>
    public Task<TelegramResult<bool>> SetMyCommandsAsync(SetMyCommandsRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, Done, CallTimeout, cancellationToken);

    /// <summary>Has Telegram send updates to an address.</summary>
    public Task<TelegramResult<bool>> SetWebhookAsync(SetWebhookRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, Done, CallTimeout, cancellationToken);

    /// <summary>Has Telegram keep updates until they are fetched.</summary>
    public Task<TelegramResult<bool>> DeleteWebhookAsync(DeleteWebhookRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, Done, CallTimeout, cancellationToken);

    /// <summary>The bot's id, so that a token in a log or a debugger is not possible.</summary>
    public override string ToString() => $"Telegram bot {BotId}";

    internal static T Read<T>(JsonElement json) =>
        json.Deserialize((JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))) ?? throw new JsonException("Nothing where something was due.");

    private static bool Done(JsonElement result) => result.ValueKind == JsonValueKind.True;

    // What was sent counts as sent, whatever the rest of the answer holds: reading more of it could only fail and send it again.
    private static int MessageId(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("message_id", out var id) && id.TryGetInt32(out var number) ? number : 0;

    private async Task<TelegramResult<T>> CallAsync<TRequest, T>(
        TRequest request, Func<JsonElement, T> read, TimeSpan timeout, CancellationToken cancellationToken)
        where TRequest : IRequest
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        // Always a POST with a body: the handler sends a GET again by itself when a connection breaks.
        var body = JsonSerializer.SerializeToUtf8Bytes(request, (JsonTypeInfo<TRequest>)Options.GetTypeInfo(typeof(TRequest)));
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await http.PostAsync(new Uri(_root + request.MethodName), content, either.Token);
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

    [GeneratedRegex(@"^[0-9]{1,20}:[A-Za-z0-9_-]{1,100}\z")]
    private static partial Regex TokenForm();
}
