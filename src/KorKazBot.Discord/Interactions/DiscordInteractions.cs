using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord.Interactions;

/// <summary>The address to which Discord posts interactions, each signed.</summary>
/// <param name="signature">Knows Discord's requests.</param>
/// <param name="handler">Answers.</param>
/// <param name="outside">The clock and the log.</param>
internal sealed partial class DiscordInteractions(RequestSignature signature, InteractionHandler handler, Outside outside)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/discord/interactions";

    private const int MaxBody = 64 * 1024;

    private static readonly TimeSpan BodyPatience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the address. Other methods than POST get 405.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    // Nothing of a request is looked into before its signature holds: whatever is wrong with an unsigned one, it is 401 and no more.
    private async Task HandleAsync(HttpContext context)
    {
        var signed = new byte[64];
        if (!RequestSignature.TryReadHeaders(context.Request.Headers, signed, out var timestamp))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized);
            return;
        }

        var (body, problem) = await ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            await RefuseAsync(context, problem);
            return;
        }

        if (!signature.IsValid(signed, timestamp, body))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized);
            return;
        }

        if (signature.IsStale(timestamp))
        {
            Log.Stale(outside.Logger, timestamp, outside.Time.GetUtcNow().ToUnixTimeSeconds());
            await RefuseAsync(context, StatusCodes.Status401Unauthorized);
            return;
        }

        // Not the request's own cancellation: what was taken on is done, even when Discord hangs up.
        var outcome = await handler.HandleAsync(DiscordJson.ReadInteraction(body), body, CancellationToken.None);
        if (outcome.Afterwards is { } afterwards) context.Response.OnCompleted(() => RunAsync(afterwards));
        await WriteAsync(context.Response, DiscordJson.Write(outcome.Response));
    }

    private static async Task<(byte[]? Body, int Problem)> ReadAsync(HttpRequest request, CancellationToken aborted)
    {
        if (request.ContentLength > MaxBody) return (null, StatusCodes.Status413PayloadTooLarge);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(BodyPatience);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBody + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBody + 1), MaxBody + 1, throwOnEndOfStream: false, patience.Token);
            return length > MaxBody ? (null, StatusCodes.Status413PayloadTooLarge) : (buffer[..length], 0);
        }
        catch (OperationCanceledException)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode);
        }
        catch (IOException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpResponse response, byte[] json)
    {
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json);
    }

    // On its own: the connection is free for the next request while a late answer is made.
    private Task RunAsync(Func<CancellationToken, Task> afterwards)
    {
        _ = Task.Run(async () =>
        {
            try
            {
                await afterwards(CancellationToken.None);
            }
            catch (Exception exception)
            {
                Log.NotBrought(outside.Logger, exception);
            }
        });
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Discord: a signed request of {Timestamp} came at {Now}, too late: a replay, or this machine's clock is wrong.")]
        public static partial void Stale(ILogger logger, string timestamp, long now);

        [LoggerMessage(Level = LogLevel.Error, Message = "Discord: a late answer couldn't be brought.")]
        public static partial void NotBrought(ILogger logger, Exception exception);
    }
}
