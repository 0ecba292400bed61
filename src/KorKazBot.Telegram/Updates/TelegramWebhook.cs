using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KorKazBot.Telegram.Updates;

/// <summary>The address to which Telegram posts updates, one each.</summary>
/// <param name="secret">What Telegram proves itself with.</param>
/// <param name="take">Makes an update durable and queues it; null while nothing can be taken.</param>
internal sealed class TelegramWebhook(string secret, Func<Func<ReceivedUpdate, Task>?> take)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/telegram/webhook";

    /// <summary>Telegram's header for the secret.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private const int MaxBody = 256 * 1024;
    private const int RetryAfterSeconds = 5;

    private static readonly TimeSpan BodyPatience = TimeSpan.FromSeconds(5);

    // Hashes have one length, so comparing them tells nothing about the secret's.
    private readonly byte[] _expected = Hash(secret);

    /// <summary>Adds the address. Other methods than POST get 405.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, HandleAsync);

    // Nothing of a request is looked into before its secret is right.
    private async Task HandleAsync(HttpContext context)
    {
        var given = context.Request.Headers[SecretHeader];
        if (given.Count != 1 || !CryptographicOperations.FixedTimeEquals(Hash(given.ToString()), _expected))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.StatusCode = await TakeAsync(context.Request, context.RequestAborted);

        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
    }

    // Any 2xx means "never send it again", so nothing but what is durable gets one.
    private async Task<int> TakeAsync(HttpRequest request, CancellationToken aborted)
    {
        if (take() is not { } taking) return StatusCodes.Status503ServiceUnavailable;
        if (request.ContentLength > MaxBody) return StatusCodes.Status413PayloadTooLarge;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(BodyPatience);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBody + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBody + 1), MaxBody + 1, throwOnEndOfStream: false, patience.Token);
            if (length > MaxBody) return StatusCodes.Status413PayloadTooLarge;
            await taking(UpdateReader.Read(Encoding.UTF8.GetString(buffer.AsSpan(0, length))));
            return StatusCodes.Status200OK;
        }
        catch (StoreUnavailableException)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
        catch (OperationCanceledException)
        {
            return patience.IsCancellationRequested ? StatusCodes.Status408RequestTimeout : StatusCodes.Status503ServiceUnavailable;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode;
        }
        catch (IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
