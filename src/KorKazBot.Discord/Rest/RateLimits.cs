using System.Globalization;
using System.Net.Http.Headers;

namespace KorKazBot.Discord.Rest;

/// <summary>What Discord has said about when the next request may go out; nothing here is a constant of ours.</summary>
/// <param name="time">The clock; only spans of it are used, so a wrong wall clock does no harm.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class RateLimits(TimeProvider time)
{
    private const int MostBuckets = 1000;

    private readonly TimeProvider _time = time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bucket> _buckets = [];
    private long _allFrom;

    /// <summary>Takes the bucket's turn: requests of one bucket go one after another, as what Discord tells holds for the next one.</summary>
    /// <returns>Dispose it when the request is over, with all its attempts.</returns>
    public async Task<IDisposable> EnterAsync(RestCall call, CancellationToken cancellationToken)
    {
        var turn = new Turn(this, call.Bucket);
        try
        {
            await turn.Bucket.Gate.WaitAsync(cancellationToken);
            turn.IsTaken = true;
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the request may go out.</summary>
    public async Task WaitAsync(RestCall call, CancellationToken cancellationToken)
    {
        while (Wait(call) is { } wait) await Task.Delay(wait, _time, cancellationToken);
    }

    /// <summary>Learns from the headers of any answer.</summary>
    public void Learn(RestCall call, HttpResponseHeaders headers)
    {
        if (Number(headers, "X-RateLimit-Remaining") is 0 && Number(headers, "X-RateLimit-Reset-After") is { } seconds)
            HoldBack(call, TimeSpan.FromSeconds(seconds), isGlobal: false);
    }

    /// <summary>Holds requests back.</summary>
    /// <param name="call">The request that was answered.</param>
    /// <param name="wait">How long Discord wants to be left alone.</param>
    /// <param name="isGlobal">Whether all requests wait, not only this bucket's.</param>
    public void HoldBack(RestCall call, TimeSpan wait, bool isGlobal)
    {
        var from = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
        lock (_lock)
        {
            if (isGlobal) _allFrom = from;
            else if (_buckets.TryGetValue(call.Bucket, out var bucket)) bucket.From = from;
        }
    }

    /// <summary>A number in a header; null where it isn't there.</summary>
    public static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // Timers count whole milliseconds: one more, so that nothing goes out early.
    private TimeSpan? Wait(RestCall call)
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            var from = Math.Max(call.UsesToken ? _allFrom : 0, _buckets.TryGetValue(call.Bucket, out var bucket) ? bucket.From : 0);
            return from > now ? _time.GetElapsedTime(now, from) + TimeSpan.FromMilliseconds(1) : null;
        }
    }

    private void ForgetRested()
    {
        var now = _time.GetTimestamp();
        foreach (var (name, bucket) in _buckets) if (bucket.Users == 0 && bucket.From <= now) _buckets.Remove(name);
    }

    /// <summary>What Discord counts together.</summary>
    private sealed class Bucket
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long From { get; set; }

        public int Users { get; set; }
    }

    private sealed class Turn : IDisposable
    {
        private readonly RateLimits _limits;
        private readonly string _name;

        public Turn(RateLimits limits, string name)
        {
            (_limits, _name) = (limits, name);
            lock (limits._lock)
            {
                if (limits._buckets.Count > MostBuckets) limits.ForgetRested();
                if (!limits._buckets.TryGetValue(name, out var bucket)) limits._buckets.Add(name, bucket = new Bucket());
                Bucket = bucket;
                bucket.Users++;
            }
        }

        public Bucket Bucket { get; }

        public bool IsTaken { get; set; }

        // A bucket that nobody is at is forgotten, unless it still has to rest.
        public void Dispose()
        {
            if (IsTaken) Bucket.Gate.Release();
            lock (_limits._lock)
            {
                if (--Bucket.Users == 0 && Bucket.From <= _limits._time.GetTimestamp()) _limits._buckets.Remove(_name);
            }
        }
    }
}
