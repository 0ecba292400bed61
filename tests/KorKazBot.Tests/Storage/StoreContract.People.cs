using System.Data.Common;
using KorKazBot.Engine;
using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly ChatId AnnsChat = new("telegram", "1111111");

    [Fact]
    public async Task The_audit_is_only_ever_added_to()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Audit.AppendAsync(new ModeratorAct(Ann, "reload", "generation a"), None);
        Time.Advance(TimeSpan.FromMinutes(1));
        await stores.Audit.AppendAsync(new ModeratorAct(Bob, "rollback", "generation b"), None);

        await Assert.ThrowsAnyAsync<DbException>(() => stores.Database.WriteAsync("DELETE FROM audit", None));
        await Assert.ThrowsAnyAsync<DbException>(() => stores.Database.WriteAsync("UPDATE audit SET actor = ''", None));

        var records = await stores.Audit.ReadAsync(null, 10, None);
        Assert.Equal(["rollback", "reload"], records.Select(each => each.Done.Act));
        Assert.Equal(new ModeratorAct(Ann, "reload", "generation a"), records[1].Done);
        Assert.Equal([_start.AddMinutes(1), _start], records.Select(each => each.At));
        Assert.Equal([records[1]], await stores.Audit.ReadAsync(records[0].Id, 10, None));
        Assert.Equal([records[0]], await stores.Audit.ReadAsync(null, 1, None));
    }

    [Fact]
    public async Task A_hand_off_goes_from_open_to_answered_to_closed()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        var opened = await stores.HandOffs.OpenAsync(Request("u:1"), None);

        Assert.Equal(new HandOff(opened.Id, Request("u:1"), HandOffState.Open, _start), opened);
        Assert.Equal([opened], await stores.HandOffs.ListAsync(HandOffState.Open, 10, None));
        Assert.Equal(HandOffState.Answered, (await stores.HandOffs.AnswerAsync(opened.Id, Event("u:9").Id, None))?.State);
        Assert.Empty(await stores.HandOffs.ListAsync(HandOffState.Open, 10, None));
        Assert.True(await stores.HandOffs.CloseAsync(opened.Id, None));

        var closed = await stores.HandOffs.FindAsync(opened.Id, None);
        Assert.Equal((HandOffState.Closed, "", ""), (closed!.State, closed.Request.Chat.Id, closed.Request.MessageId));
        Assert.Null(await stores.HandOffs.AnswerAsync(opened.Id, Event("u:9").Id, None));
        Assert.False(await stores.HandOffs.CloseAsync(999, None));
    }

    [Fact]
    public async Task A_hand_off_told_twice_is_one_and_of_many_moderators_one_answers()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => stores.HandOffs.OpenAsync(Request("u:1"), None))));
        Assert.Single(opened.Distinct());

        var answered = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => stores.HandOffs.AnswerAsync(opened[0].Id, Event($"u:{i + 10}").Id, None))));
        var winner = Array.FindIndex(answered, each => each is not null);
        Assert.Single(answered, each => each is not null);
        Assert.NotNull(await stores.HandOffs.AnswerAsync(opened[0].Id, Event($"u:{winner + 10}").Id, None));
    }

    [Fact]
    public async Task A_hand_off_follows_its_chat()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        var opened = await stores.HandOffs.OpenAsync(Request("u:1"), None);
        await stores.ChatSettings.MoveAsync(opened.Request.Chat, Other, None);

        Assert.Equal(Other, (await stores.HandOffs.FindAsync(opened.Id, None))!.Request.Chat);
    }

    [Fact]
    public async Task A_person_sees_what_is_kept()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        var opened = await FillAsync(stores);

        var kept = await stores.PersonalData.ReadAsync(new KeptPerson(Ann, new PlatformUser("telegram", "1111111"), AnnsChat), None);
        Assert.Equal((2, 0), (kept.Votes, kept.ModeratorActs));
        Assert.Equal([opened], kept.HandOffs);
        Assert.Equal((true, 2, _start, _start), (kept.HasSettings, kept.Letters, kept.FirstVoteAt, kept.LastVoteAt));
        Assert.Equal(1, (await stores.PersonalData.ReadAsync(new KeptPerson(Bob, new PlatformUser("telegram", "2222222"), null), None)).ModeratorActs);
    }

    [Fact]
    public async Task A_person_who_is_forgotten_is_in_no_row_and_others_stay()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await FillAsync(stores);
        Assert.NotEqual(0, await NeedlesAsync(stores, Ann.Value, "1111111"));
        var bobs = await NeedlesAsync(stores, Bob.Value, "2222222");

        var removed = await stores.PersonalData.ForgetAsync(new KeptPerson(Ann, new PlatformUser("telegram", "1111111"), AnnsChat), None);

        Assert.Equal(6, removed);
        Assert.Equal(0, await NeedlesAsync(stores, Ann.Value, "1111111"));
        Assert.Equal(bobs, await NeedlesAsync(stores, Bob.Value, "2222222"));
        Assert.Equal(0, await stores.PersonalData.ForgetAsync(new KeptPerson(Ann, new PlatformUser("telegram", "1111111"), AnnsChat), None));
        Assert.Equal("broken", (await InboxAsync(stores)).First(row => row.State == "dead").Reason);
    }

    [Fact]
    public async Task Nobody_is_forgotten_for_another()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await FillAsync(stores);

        var percent = new KeptPerson(People.Of("telegram", "%"), new PlatformUser("telegram", "%"), null);
        Assert.Equal(0, await stores.PersonalData.ForgetAsync(percent, None));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            stores.PersonalData.ForgetAsync(new KeptPerson(Ann, new PlatformUser("telegram", ""), null), None));
    }

    /// <summary>How many rows of a database hold any of some texts.</summary>
    private static async Task<int> NeedlesAsync(Stores stores, params string[] needles)
    {
        var found = 0;
        foreach (var (table, _) in StoredTables.All)
        {
            var values = await stores.Database.ReadAsync(
                session => session.QueryAsync(
                    $"SELECT * FROM {table}", row => string.Join('\n', Enumerable.Range(0, row.FieldCount).Select(i => row[i]))),
                None);
            found += values.Count(row => needles.Any(needle => row.Contains(needle, StringComparison.Ordinal)));
        }

        return found;
    }

    private static HandOffRequest Request(string cause) =>
        new(new EventId("telegram", "1", cause), Ann, AnnsChat, "77", "May I ask the ambassador?", Language.English);

    // Ann has two votes, a hand-off, settings and two letters; Bob has a vote, a letter and an act.
    private async Task<HandOff> FillAsync(Stores stores)
    {
        await stores.Feedback.VoteAsync(new Vote(Ann, "a1", "p.1", Verdict.Helpful), None);
        await stores.Feedback.VoteAsync(new Vote(Ann, "a2", "p.1", Verdict.Helpful), None);
        await stores.Feedback.VoteAsync(new Vote(Bob, "a1", "p.1", Verdict.Helpful), None);
        await stores.Audit.AppendAsync(new ModeratorAct(Bob, "reload", "generation a"), None);
        await stores.ChatSettings.ChangeAsync(AnnsChat, old => old with { IsOpen = true }, None);
        await stores.Inbox.BuryAsync(Event("u:4") with { Lane = AnnsChat.Id }, "broken", None);
        await stores.Inbox.BuryAsync(Event("u:5") with { Payload = """{"from":{"id":1111111}}""" }, "broken", None);
        await stores.Inbox.BuryAsync(Event("u:6") with { Payload = """{"from":{"id":2222222}}""" }, "broken", None);
        await stores.Inbox.AddAsync([Event("u:7") with { Lane = AnnsChat.Id, Payload = """{"from":{"id":1111111}}""" }], None);
        await stores.Inbox.FinishAsync(Event("u:7").Id, None);
        return await stores.HandOffs.OpenAsync(Request("u:7"), None);
    }
}
