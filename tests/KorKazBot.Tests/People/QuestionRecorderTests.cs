using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Engine.People;

namespace KorKazBot.Tests.People;

public sealed class QuestionRecorderTests : IAsyncLifetime
{
    private static readonly AnsweredTurn Asked = new(
        new Turn { Conversation = new("telegram", "1", "1") },
        "Who?",
        new Answer.Abstained(AbstainReason.NothingRetrieved) { Language = Language.English });

    private PeopleScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PeopleScene.OpenAsync();

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Questions_are_counted_and_those_left_open_kept_without_who_asked()
    {
        await _scene.SayAsync(PeopleScene.Question);
        await _scene.SayAsync(PeopleScene.Unanswered);
        await _scene.SayAsync("hello");
        await _scene.SayAsync("/topics");
        await _scene.WrittenAsync();

        var counts = await CountsAsync();
        Assert.Equal([(Band.Answer, 1L), (Band.None, 1L)], counts.Select(each => (each.Band, each.Count)).Order());
        Assert.Single(counts, each => each.PassageId is not null);
        var open = Assert.Single(await _scene.Stores.Unanswered.ListAsync(UnansweredState.Open, 10, default));
        Assert.Equal((PeopleScene.Unanswered, UnansweredReason.NothingRetrieved), (open.Latest.Text, open.Latest.Reason));
        Assert.Equal(0, await _scene.RowsWithAsync("7777777"));
    }

    [Fact]
    public async Task Where_a_chat_wants_no_texts_kept_questions_are_only_counted()
    {
        await _scene.SayInGroupAsync("/settings texts off", Role.ChatAdministrator);

        await _scene.SayInGroupAsync(PeopleScene.Unanswered);
        await _scene.SayInGroupAsync(PeopleScene.Question);
        await _scene.WrittenAsync();

        Assert.Equal(2, (await CountsAsync()).Sum(each => each.Count));
        Assert.Empty(await _scene.Stores.Unanswered.ListAsync(UnansweredState.Open, 10, default));
        Assert.Equal(0, await _scene.RowsWithAsync("zeppelin"));
    }

    [Fact]
    public async Task What_waits_at_the_end_is_written()
    {
        for (var i = 0; i < 50; i++) await _scene.SayAsync(PeopleScene.Question);

        await _scene.WrittenAsync();

        Assert.Equal(50, Assert.Single(await CountsAsync()).Count);
    }

    [Fact]
    public async Task A_full_queue_loses_questions_counts_them_and_keeps_nobody_waiting()
    {
        var log = new SlowLog();
        var recorder = new QuestionRecorder(log, _scene.Stores.Unanswered, _scene.Stores.ChatSettings, _scene.Failures.Add);
        recorder.Take(Asked);
        await log.Begun.Task;   // it isn't in the queue any more

        for (var i = 0; i < QuestionRecorder.Capacity + 3; i++) recorder.Take(Asked);

        Assert.Equal(3, recorder.Lost);
        log.Go.SetResult();
        await recorder.DisposeAsync();
        Assert.Equal(QuestionRecorder.Capacity + 1, log.Counted);
        recorder.Take(Asked);
        Assert.Equal(4, recorder.Lost);
    }

    [Fact]
    public async Task A_store_that_is_out_is_told_once_and_at_the_end_not_waited_for()
    {
        var log = new SlowLog { Failure = new StoreUnavailableException("disk full", new IOException()) };
        var failures = new List<Exception>();
        var recorder = new QuestionRecorder(log, _scene.Stores.Unanswered, _scene.Stores.ChatSettings, failures.Add);
        for (var i = 0; i < 5; i++) recorder.Take(Asked);
        await log.Begun.Task;

        var ending = recorder.DisposeAsync();
        log.Go.SetResult();
        await ending;

        Assert.Equal((5, 1, 1), (recorder.Lost, log.Tried, failures.Count));
    }

    private Task<IReadOnlyList<QuestionCount>> CountsAsync()
    {
        var today = DateOnly.FromDateTime(_scene.Clock.GetUtcNow().UtcDateTime);
        return _scene.Stores.QuestionLog.ReadAsync(today, today, default);
    }

    private sealed class SlowLog : IQuestionLog
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Failure { get; init; }

        public int Tried { get; private set; }

        public int Counted { get; private set; }

        public async Task CountAsync(Language language, Band band, string? passageId, CancellationToken cancellationToken)
        {
            Tried++;
            Begun.TrySetResult();
            await Go.Task;
            if (Failure is not null) throw Failure;
            Counted++;
        }

        public Task<IReadOnlyList<QuestionCount>> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
