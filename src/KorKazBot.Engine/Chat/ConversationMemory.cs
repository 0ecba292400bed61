namespace KorKazBot.Engine.Chat;

/// <summary>What is remembered of a conversation while the program runs: the question before, and the languages.</summary>
/// <param name="time">The clock.</param>
/// <remarks>Bounded: beyond <see cref="Capacity"/> the conversation that was silent longest is forgotten. Safe for any number of threads.</remarks>
public sealed class ConversationMemory(TimeProvider time)
{
    /// <summary>Most conversations remembered at once.</summary>
    public const int Capacity = 10_000;

    /// <summary>How long a question can be followed up.</summary>
    public static readonly TimeSpan FollowUpTime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<Conversation, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    /// <summary>What is known of a conversation now.</summary>
    /// <param name="Previous">The question before, where it is recent enough to be followed up.</param>
    /// <param name="Chosen">The language chosen with /lang.</param>
    /// <param name="Usual">The language of the last question.</param>
    public readonly record struct Recollection(string? Previous, Language? Chosen, Language? Usual);

    /// <summary>Recalls a conversation.</summary>
    public Recollection Recall(Conversation conversation)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(conversation, out var node)) return default;
            var entry = node.Value;
            var isRecent = entry.Question is not null && time.GetElapsedTime(entry.AskedAt) <= FollowUpTime;
            return new Recollection(isRecent ? entry.Question : null, entry.Chosen, entry.Usual);
        }
    }

    /// <summary>Remembers a question and its language.</summary>
    public void RememberQuestion(Conversation conversation, string question, Language language) =>
        Change(conversation, entry => entry with { Question = question, AskedAt = time.GetTimestamp(), Usual = language });

    /// <summary>Remembers the language chosen.</summary>
    public void RememberChoice(Conversation conversation, Language language) => Change(conversation, entry => entry with { Chosen = language });

    private void Change(Conversation conversation, Func<Entry, Entry> change)
    {
        lock (_lock)
        {
            var old = new Entry(conversation, null, 0, null, null);
            if (_entries.Remove(conversation, out var node))
            {
                old = node.Value;
                _byUse.Remove(node);
            }

            _entries.Add(conversation, _byUse.AddLast(change(old)));
            if (_entries.Count <= Capacity) return;
            _entries.Remove(_byUse.First!.Value.Conversation);
            _byUse.RemoveFirst();
        }
    }

    private sealed record Entry(Conversation Conversation, string? Question, long AskedAt, Language? Chosen, Language? Usual);
}
