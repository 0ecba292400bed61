namespace KorKazBot.Discord.Gateway;

/// <summary>Why a gateway session has to end.</summary>
internal enum SessionEnd
{
    /// <summary>Discord has shut the bot out: connecting again would do harm.</summary>
    ShutOut,

    /// <summary>Nothing is heard any more, although the client believes to be connected.</summary>
    Deaf,

    /// <summary>Resuming leads nowhere.</summary>
    Stuck,

    /// <summary>There were too many new sessions.</summary>
    Spent,
}

/// <summary>
/// Watches over one gateway session from outside its client: clients have gone deaf for hours, resumed in circles, and knocked for ever at
/// a door that Discord had shut.
/// </summary>
/// <param name="budget">New sessions that are left.</param>
/// <param name="time">The clock.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class SessionWatch(IdentifyBudget budget, TimeProvider time)
{
    /// <summary>Silence after which a client is deaf: two of Discord's heartbeats of 41 s, or its own longest pause, and some more.</summary>
    public static readonly TimeSpan Deafness = TimeSpan.FromMinutes(2);

    private const int MostResumes = 3;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<SessionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _heardAt = time.GetTimestamp();
    private int _resumes;

    /// <summary>Why the session has to end, when it has to.</summary>
    public Task<SessionEnd> Ended => _ended.Task;

    /// <summary>Discord's code for having shut the bot out; 0: it hasn't.</summary>
    public int CloseCode { get; private set; }

    /// <summary>Whether it has ended: nothing may be sent any more.</summary>
    public bool IsOver => _ended.Task.IsCompleted;

    /// <summary>Something was heard, or an attempt to connect came to an end.</summary>
    public void Heard() => Interlocked.Exchange(ref _heardAt, time.GetTimestamp());

    /// <summary>The session works: messages come in.</summary>
    public void Connected() => Interlocked.Exchange(ref _resumes, 0);

    /// <summary>Whether a new session may be begun; where not, this one ends.</summary>
    public bool TryIdentify()
    {
        if (!IsOver && budget.TryTake()) return true;
        _ended.TrySetResult(SessionEnd.Spent);
        return false;
    }

    /// <summary>Whether the session may be resumed; where not, it ends.</summary>
    public bool TryResume()
    {
        if (!IsOver && Interlocked.Increment(ref _resumes) <= MostResumes) return true;
        _ended.TrySetResult(SessionEnd.Stuck);
        return false;
    }

    /// <summary>The connection was closed.</summary>
    /// <param name="code">Discord's code; 0: it told none.</param>
    public void Closed(int code)
    {
        Heard();
        if (code is not (4004 or (>= 4010 and <= 4014))) return;
        CloseCode = code;
        _ended.TrySetResult(SessionEnd.ShutOut);
    }

    /// <summary>Listens for silence until the session ends.</summary>
    public async Task<SessionEnd> WatchAsync(CancellationToken cancellationToken)
    {
        while (!IsOver)
        {
            if (time.GetElapsedTime(Interlocked.Read(ref _heardAt)) > Deafness) _ended.TrySetResult(SessionEnd.Deaf);
            await Task.WhenAny(_ended.Task, Task.Delay(Beat, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return await _ended.Task;
    }

    /// <summary>What the operator has to do when Discord has shut the bot out.</summary>
    public static string Advice(int closeCode) => closeCode switch
    {
        4004 => "Discord refuses Discord:Token at the gateway. It is wrong or was reset: copy a new one from the developer portal, Bot.",
        4010 or 4011 => "Discord wants more connections for so many servers. Raise Discord:Shards.",
        4013 or 4014 => "Discord doesn't grant what the gateway asks for. Look at the developer portal, Bot, Privileged Gateway Intents.",
        _ => $"Discord has shut the gateway with code {closeCode}. A newer version of this program may help.",
    };
}
