using System.Collections.Concurrent;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Fakes;

/// <summary>The ports of delivery in memory, with a way to make them fail or dawdle.</summary>
public sealed class FakeDiscordStore : IInbox, IOutbox, IChatSettingsStore
{
    private readonly Lock _lock = new();
    private readonly HashSet<EventId> _known = [];
    private readonly List<InboundEvent> _unfinished = [];
    private readonly Dictionary<(EventId, int), SendRecord> _sends = [];
    private readonly Dictionary<ChatId, ChatSettings> _settings = [];

    /// <summary>What every method awaits first: fail or wait here.</summary>
    public Func<Task> Mood { get; set; } = () => Task.CompletedTask;

    /// <summary>What was given up, with the reason.</summary>
    public ConcurrentQueue<(InboundEvent Letter, string Reason)> Buried { get; } = new();

    /// <summary>What is stored and not done.</summary>
    public IReadOnlyList<InboundEvent> Unfinished
    {
        get
        {
            lock (_lock) return [.. _unfinished];
        }
    }

    public async Task<IReadOnlyList<InboundEvent>> AddAsync(IReadOnlyList<InboundEvent> events, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock)
        {
            var added = events.Where(told => _known.Add(told.Id)).ToList();
            _unfinished.AddRange(added);
            return added;
        }
    }

    public async Task<IReadOnlyList<InboundEvent>> UnfinishedAsync(string platform, string bot, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) return [.. _unfinished.Where(left => left.Id.Platform == platform && left.Id.Bot == bot)];
    }

    public async Task FinishAsync(EventId id, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) _unfinished.RemoveAll(left => left.Id == id);
    }

    public async Task BuryAsync(InboundEvent letter, string reason, CancellationToken cancellationToken)
    {
        await Mood();
        Buried.Enqueue((letter, reason));
        lock (_lock) _unfinished.RemoveAll(left => left.Id == letter.Id);
    }

    public async Task<SendRecord> BeginAsync(EventId cause, int part, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock)
        {
            var known = _sends.GetValueOrDefault((cause, part));
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
        lock (_lock) return _settings.GetValueOrDefault(chat, ChatSettings.Default);
    }

    public async Task<ChatSettings> ChangeAsync(ChatId chat, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken)
    {
        await Mood();
        lock (_lock) return _settings[chat] = change(_settings.GetValueOrDefault(chat, ChatSettings.Default));
    }

    public Task MoveAsync(ChatId from, ChatId destination, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Discord's chats don't move.");
}
