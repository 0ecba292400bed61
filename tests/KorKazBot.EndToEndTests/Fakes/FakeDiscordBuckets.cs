using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KorKazBot.Fakes;

/// <summary>Discord's rate limits: so many requests to a route in a while, told in headers; whoever doesn't wait gets 429, and is noted.</summary>
internal sealed class FakeDiscordBuckets
{
    private const int Limit = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(400);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    public TimeSpan Now => Stopwatch.GetElapsedTime(_began);

    /// <summary>Counts a request; false: it was answered with 429.</summary>
    public async Task<bool> AdmitAsync(HttpContext context, string route, ConcurrentQueue<string> violations)
    {
        if (route.Contains("/interactions/", StringComparison.Ordinal)) return true;
        var bucket = _buckets.GetOrAdd(route, _ => new Bucket());
        int remaining;
        TimeSpan resetAfter;
        lock (bucket)
        {
            if (bucket.ResetsAt <= Now) (bucket.Used, bucket.ResetsAt) = (0, Now + Window);
            remaining = Limit - ++bucket.Used;
            resetAfter = bucket.ResetsAt - Now;
        }

        var headers = context.Response.Headers;
        headers["X-RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, remaining).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = resetAfter.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = route;
        if (remaining >= 0) return true;

        violations.Enqueue($"{route}: sent {-remaining} beyond its limit");
        context.Response.StatusCode = 429;
        headers.RetryAfter = "1";
        var seconds = resetAfter.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        await context.Response.WriteAsync($$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":false}""");
        return false;
    }

    private sealed class Bucket
    {
        public int Used { get; set; }

        public TimeSpan ResetsAt { get; set; }
    }
}
