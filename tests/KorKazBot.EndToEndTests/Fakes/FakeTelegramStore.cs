using System.Collections.Concurrent;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Fakes;

/// <summary>The ports of delivery in memory, with a way to make them fail, dawdle, or be gone as for a process that died.</summary>
public sealed class FakeTelegramStore : IInbox, IOutbox, IChatSettingsStore
{
    private readonly Lock _lock = new();
    private readonly HashSet<EventId> _known = [];
    private readonly OrderedDictionary<EventId, InboundEvent> _unfinished = [];
    private readonly Dictionary<(EventId, int), SendRecord> _sends = [];
    private readonly Dictionary<ChatId, ChatSettings> _settings = [];

    /// <summary>What every method awaits first: fail or wait here.</summary>
    public Func<Task> Mood { get; set; } = () => Task.CompletedTask;

    /// <summary>What was given up, with the reason.</summary>
    public ConcurrentQueue<(InboundEvent Letter, string Reason)> Buried { get; } = new();

    /// <summary>How many events were ever stored.</summary>
    public int Known
    {
        get
        {
            lock (_lock) return _known.Count;
        }
    }

    /// <summary>What is stored and not done.</summary>
    public IReadOnlyList<InboundEvent> Unfinished
    {
        get
        {
            lock (_lock) return [.. _unfinished.Values];
        }
    }

    public async Task<IReadOnlyList<InboundEvent>> AddAsync(IReadOnlyList<InboundEvent> events, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock)
        {
            var added = events.Where(told => _known.Add(told.Id)).ToList();
            foreach (var told in added) _unfinished.Add(told.Id, told);
            return added;
        }
    }

    public async Task<IReadOnlyList<InboundEvent>> UnfinishedAsync(string platform, string bot, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) return [.. _unfinished.Values.Where(left => left.Id.Platform == platform && left.Id.Bot == bot)];
    }

    public async Task FinishAsync(EventId id, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) _unfinished.Remove(id);
    }

    public async Task BuryAsync(InboundEvent letter, string reason, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock)
        {
            _unfinished.Remove(letter.Id);
            if (_known.Add(letter.Id) || Buried.All(each => each.Letter.Id != letter.Id)) Buried.Enqueue((letter, reason));
        }
    }

    public async Task<SendRecord> BeginAsync(EventId cause, int part, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock)
        {
            var known = _sends.GetValueOrDefault((cause, part));
            if (known.State == SendState.Sent) return known;
            _sends[(cause, part)] = known with { State = SendState.Ambiguous, Attempts = known.Attempts + 1 };
            return known;
        }
    }

    public async Task SentAsync(EventId cause, int part, string messageId, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) _sends[(cause, part)] = new SendRecord(SendState.Sent, messageId, 1);
    }

    public async Task NotSentAsync(EventId cause, int part, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) _sends.Remove((cause, part));
    }

    public async ValueTask<ChatSettings> ReadAsync(ChatId chat, CancellationToken cancellationToken)
    {
        await Mood();
        return Settings(chat.Id);
    }

    public async Task<ChatSettings> ChangeAsync(ChatId chat, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) return _settings[chat] = change(_settings.GetValueOrDefault(chat, ChatSettings.Default));
    }

    public async Task MoveAsync(ChatId from, ChatId destination, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock)
        {
            if (from != destination && _settings.Remove(from, out var moved)) _settings.TryAdd(destination, moved);
        }
    }

    /// <summary>What is known of a send.</summary>
    public SendRecord Sent(EventId cause, int part)
    {
        lock (_lock) return _sends.GetValueOrDefault((cause, part));
    }

    /// <summary>The next so many calls find the store out.</summary>
    public void Fail(int calls) => Mood = () =>
        Interlocked.Decrement(ref calls) >= 0 ? throw new StoreUnavailableException("The disk is full.", new IOException()) : Task.CompletedTask;

    /// <summary>What is set in a Telegram chat.</summary>
    public ChatSettings Settings(string chat)
    {
        lock (_lock) return _settings.GetValueOrDefault(new ChatId("telegram", chat), ChatSettings.Default);
    }

    /// <summary>Sets something in a Telegram chat.</summary>
    public void Set(string chat, Func<ChatSettings, ChatSettings> change)
    {
        lock (_lock) _settings[new ChatId("telegram", chat)] = change(Settings(chat));
    }
}
