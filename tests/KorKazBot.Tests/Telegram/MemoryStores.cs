using KorKazBot.Engine.Delivery;

namespace KorKazBot.Tests.Telegram;

/// <summary>An inbox that lasts as long as a test.</summary>
internal sealed class MemoryInbox : IInbox
{
    private readonly Lock _gate = new();
    private readonly List<InboundEvent> _events = [];
    private readonly HashSet<EventId> _finished = [];
    private readonly List<(InboundEvent Letter, string Reason)> _buried = [];

    /// <summary>How many of the next calls find the store away.</summary>
    public int CallsToFail { get; set; }

    public IReadOnlyList<InboundEvent> Events
    {
        get
        {
            lock (_gate) return [.. _events];
        }
    }

    public IReadOnlyList<(InboundEvent Letter, string Reason)> Buried
    {
        get
        {
            lock (_gate) return [.. _buried];
        }
    }

    public Task<IReadOnlyList<InboundEvent>> AddAsync(IReadOnlyList<InboundEvent> events, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<InboundEvent>>(() =>
        {
            InboundEvent[] added = [.. events.Where(each => _events.TrueForAll(stored => stored.Id != each.Id)).DistinctBy(each => each.Id)];
            _events.AddRange(added);
            return added;
        });

    public Task<IReadOnlyList<InboundEvent>> UnfinishedAsync(string platform, string bot, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<InboundEvent>>(() => [.. _events.Where(each => !_finished.Contains(each.Id))]);

    public Task FinishAsync(EventId id, CancellationToken cancellationToken) => Do(() => _finished.Add(id));

    public Task BuryAsync(InboundEvent letter, string reason, CancellationToken cancellationToken) => Do(() =>
    {
        _buried.RemoveAll(each => each.Letter.Id == letter.Id);
        _buried.Add((letter, reason));
        return true;
    });

    private Task<T> Do<T>(Func<T> change)
    {
        lock (_gate)
        {
            return CallsToFail-- > 0
                ? Task.FromException<T>(new StoreUnavailableException("The disk is full.", new IOException()))
                : Task.FromResult(change());
        }
    }
}

/// <summary>An outbox that lasts as long as a test; a part left begun is what a process that died leaves.</summary>
internal sealed class MemoryOutbox : IOutbox
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(EventId Cause, int Part), SendRecord> _records = [];

    public SendRecord this[EventId cause, int part]
    {
        get
        {
            lock (_gate) return _records.GetValueOrDefault((cause, part));
        }
    }

    public Task<SendRecord> BeginAsync(EventId cause, int part, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var before = _records.GetValueOrDefault((cause, part));
            if (before.State != SendState.Sent) _records[(cause, part)] = new(SendState.Ambiguous, null, before.Attempts + 1);
            return Task.FromResult(before);
        }
    }

    public Task SentAsync(EventId cause, int part, string messageId, CancellationToken cancellationToken)
    {
        lock (_gate) _records[(cause, part)] = new(SendState.Sent, messageId, _records[(cause, part)].Attempts);
        return Task.CompletedTask;
    }

    public Task NotSentAsync(EventId cause, int part, CancellationToken cancellationToken)
    {
        lock (_gate) _records.Remove((cause, part));
        return Task.CompletedTask;
    }
}
