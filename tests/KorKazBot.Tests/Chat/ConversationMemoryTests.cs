using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Chat;

public sealed class ConversationMemoryTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ConversationMemory _memory;

    public ConversationMemoryTests() => _memory = new ConversationMemory(_time);

    [Fact]
    public void A_question_is_forgotten_after_ten_minutes_and_its_language_is_not()
    {
        _memory.RememberQuestion(Of("a"), "Who?", Language.Korean);

        _time.Advance(ConversationMemory.FollowUpTime);
        Assert.Equal("Who?", _memory.Recall(Of("a")).Previous);

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new ConversationMemory.Recollection(null, null, Language.Korean), _memory.Recall(Of("a")));
    }

    [Fact]
    public void A_choice_and_a_question_do_not_wipe_each_other()
    {
        _memory.RememberQuestion(Of("a"), "Who?", Language.Korean);
        _memory.RememberChoice(Of("a"), Language.Russian);
        Assert.Equal(new ConversationMemory.Recollection("Who?", Language.Russian, Language.Korean), _memory.Recall(Of("a")));

        _memory.RememberQuestion(Of("a"), "When?", Language.English);
        Assert.Equal(new ConversationMemory.Recollection("When?", Language.Russian, Language.English), _memory.Recall(Of("a")));
    }

    [Fact]
    public void Platforms_chats_and_users_are_remembered_apart()
    {
        _memory.RememberQuestion(new Conversation("telegram", "1", "a"), "Who?", Language.English);

        Assert.Equal(default, _memory.Recall(new Conversation("discord", "1", "a")));
        Assert.Equal(default, _memory.Recall(new Conversation("telegram", "2", "a")));
        Assert.Equal(default, _memory.Recall(new Conversation("telegram", "1", "b")));
        Assert.Equal("Who?", _memory.Recall(new Conversation("telegram", "1", "a")).Previous);
    }

    [Fact]
    public void The_conversation_that_was_silent_longest_is_forgotten_first()
    {
        for (var user = 0; user < ConversationMemory.Capacity; user++) _memory.RememberChoice(Of($"{user}"), Language.Kazakh);
        _memory.RememberQuestion(Of("0"), "Who?", Language.English);

        _memory.RememberChoice(Of("new"), Language.Russian);

        Assert.Null(_memory.Recall(Of("1")).Chosen);
        Assert.Equal(Language.Kazakh, _memory.Recall(Of("0")).Chosen);
        Assert.Equal(Language.Kazakh, _memory.Recall(Of("2")).Chosen);
        Assert.Equal(Language.Russian, _memory.Recall(Of("new")).Chosen);
    }

    [Fact]
    public void Many_threads_remember_no_more_than_there_is_room_for()
    {
        var users = ConversationMemory.Capacity + 500;

        Parallel.For(0, 2 * users, i => _memory.RememberQuestion(Of($"{i % users}"), "Who?", Language.English));

        var remembered = Enumerable.Range(0, users).Count(user => _memory.Recall(Of($"{user}")).Previous is not null);
        Assert.Equal(ConversationMemory.Capacity, remembered);
    }

    private static Conversation Of(string user) => new("console", "1", user);
}
