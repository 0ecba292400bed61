using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly PersonKeys People = new(new byte[32]);
    private static readonly PersonKey Ann = People.Of("telegram", "1111111");
    private static readonly PersonKey Bob = People.Of("telegram", "2222222");

    [Fact]
    public async Task A_person_has_one_vote_on_an_answer_and_the_last_one_counts()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Feedback.VoteAsync(new Vote(Ann, "a1", "p.1", Verdict.Helpful), None);
        await stores.Feedback.VoteAsync(new Vote(Ann, "a1", "p.1", Verdict.NotHelpful), None);
        await stores.Feedback.VoteAsync(new Vote(Ann, "a2", "p.1", Verdict.NotHelpful), None);
        await stores.Feedback.VoteAsync(new Vote(Bob, "a1", "p.1", Verdict.Helpful), None);
        await stores.Feedback.VoteAsync(new Vote(Bob, "a3", "p.2", Verdict.Helpful), None);

        Assert.Equal([new PassageVotes("p.1", 1, 2), new PassageVotes("p.2", 1, 0)], await stores.Feedback.CountAsync(10, None));
        Assert.Equal([new PassageVotes("p.1", 1, 2)], await stores.Feedback.CountAsync(1, None));
    }

    [Fact]
    public async Task A_hundred_taps_are_one_vote()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            Task.Run(() => stores.Feedback.VoteAsync(new Vote(Ann, "a1", "p.1", (Verdict)(i % 2)), None))));
        await stores.Feedback.VoteAsync(new Vote(Ann, "a1", "p.1", Verdict.Helpful), None);

        Assert.Equal([new PassageVotes("p.1", 1, 0)], await stores.Feedback.CountAsync(10, None));
    }

    [Fact]
    public async Task Questions_left_open_are_grouped_and_counted()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Unanswered.RecordAsync(Open("What about visas?"), None);
        Time.Advance(TimeSpan.FromHours(1));
        await stores.Unanswered.RecordAsync(Open("Сколько стоит виза?", Language.Russian), None);
        await stores.Unanswered.RecordAsync(Open("what about  VISAS", Language.English, "koo.2.1", "koo.3.1"), None);

        var groups = await stores.Unanswered.ListAsync(UnansweredState.Open, 10, None);

        Assert.Equal(["what about VISAS", "Сколько стоит виза?"], groups.Select(group => group.Latest.Text));
        Assert.Equal([2, 1], groups.Select(group => group.Count));
        var first = groups[0];
        Assert.Equal(["koo.2.1", "koo.3.1"], first.Latest.Nearest.ToArray());
        Assert.Equal((Language.English, Band.None, UnansweredReason.LowConfidence), (first.Latest.Language, first.Latest.Band, first.Latest.Reason));
        Assert.Equal((_start, _start.AddHours(1)), (first.FirstAskedAt, first.LastAskedAt));
        Assert.Equal(first with { Latest = null! }, (await stores.Unanswered.FindAsync(first.Id, None))! with { Latest = null! });
    }

    [Fact]
    public async Task Moderators_work_through_questions_left_open()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        foreach (var state in Enum.GetValues<UnansweredState>()) await stores.Unanswered.RecordAsync(Open($"Question {(int)state}?"), None);
        var groups = await stores.Unanswered.ListAsync(UnansweredState.Open, 10, None);

        foreach (var (group, state) in groups.Zip(Enum.GetValues<UnansweredState>()))
            Assert.True(await stores.Unanswered.SetStateAsync(group.Id, state, None));
        await stores.Unanswered.RecordAsync(groups[1].Latest, None);

        Assert.False(await stores.Unanswered.SetStateAsync(999, UnansweredState.Ignored, None));
        Assert.Null(await stores.Unanswered.FindAsync(999, None));
        foreach (var (group, state) in groups.Zip(Enum.GetValues<UnansweredState>()))
            Assert.Equal([group.Id], (await stores.Unanswered.ListAsync(state, 10, None)).Select(each => each.Id));
    }

    [Fact]
    public async Task A_text_goes_90_days_after_it_was_asked_last()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Unanswered.RecordAsync(Open("What about visas?"), None);
        await stores.Unanswered.RecordAsync(Open("What about bread?"), None);
        await stores.HandOffs.OpenAsync(Request("u:1"), None);
        Time.Advance(TimeSpan.FromDays(90));
        await stores.Unanswered.RecordAsync(Open("What about bread?"), None);

        Assert.Equal(0, (await stores.SweepAsync(None)).Questions);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var swept = await stores.SweepAsync(None);

        Assert.Equal((1, 1), (swept.Questions, swept.HandOffs));
        Assert.Equal(["What about bread?"], (await stores.Unanswered.ListAsync(UnansweredState.Open, 10, None)).Select(group => group.Latest.Text));
        Assert.Empty(await stores.HandOffs.ListAsync(HandOffState.Open, 10, None));
    }

    [Fact]
    public async Task Questions_are_counted_by_day_language_band_and_passage()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        var today = DateOnly.FromDateTime(_start.UtcDateTime);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            Task.Run(() => stores.QuestionLog.CountAsync(Language.Korean, Band.Answer, "p.1", None))));
        await stores.QuestionLog.CountAsync(Language.Korean, Band.None, null, None);
        Time.Advance(TimeSpan.FromHours(12));
        await stores.QuestionLog.CountAsync(Language.Russian, Band.Candidates, null, None);

        QuestionCount[] expected =
        [
            new(today, Language.Korean, Band.Answer, "p.1", 12),
            new(today, Language.Korean, Band.None, null, 1),
            new(today.AddDays(1), Language.Russian, Band.Candidates, null, 1),
        ];
        Assert.Equal(expected, await stores.QuestionLog.ReadAsync(today.AddDays(-1), today.AddDays(1), None));
        Assert.Equal(expected[..2], await stores.QuestionLog.ReadAsync(today, today, None));
        Assert.Empty(await stores.QuestionLog.ReadAsync(today.AddDays(2), today.AddDays(9), None));
    }

    [Fact]
    public async Task Moderators_are_a_list_of_ids()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        var ann = new PlatformUser("telegram", "12345");
        var bob = new PlatformUser("discord", "678");

        Assert.True(await stores.Moderators.AddAsync(ann, None));
        Assert.True(await stores.Moderators.AddAsync(bob, None));
        Assert.False(await stores.Moderators.AddAsync(ann, None));
        Assert.Equal([bob, ann], await stores.Moderators.AllAsync(None));
        Assert.True(await stores.Moderators.RemoveAsync(ann, None));
        Assert.False(await stores.Moderators.RemoveAsync(ann, None));
        Assert.Equal([bob], await stores.Moderators.AllAsync(None));
    }

    private static UnansweredQuestion Open(string text, Language language = Language.English, params string[] nearest) =>
        new(text, language, Band.None, [.. nearest], UnansweredReason.LowConfidence);
}
