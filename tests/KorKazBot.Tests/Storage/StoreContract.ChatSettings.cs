using KorKazBot.Engine;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly ChatId Chat = new("telegram", "-100");
    private static readonly ChatId Other = new("telegram", "-200");

    [Fact]
    public async Task A_chat_that_nobody_set_anything_in_has_the_defaults()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        Assert.Equal(ChatSettings.Default, await stores.ChatSettings.ReadAsync(Chat, None) with { Interviews = ChatSettings.Default.Interviews });
    }

    [Fact]
    public async Task What_was_set_is_there_after_a_restart()
    {
        var set = new ChatSettings
        {
            Language = Language.Kazakh,
            IsOpen = true,
            KeepsQuestions = false,
            Interviews = ["koo-2021-05", "a \"quoted\" id"],
            IsActive = false,
            MutedUntil = _start,
        };
        await using (var first = await OpenAsync())
        {
            if (first is null) return;
            await first.ChatSettings.ChangeAsync(Chat, _ => set, None);
        }

        await using var stores = (await OpenAsync())!;
        var read = await stores.ChatSettings.ReadAsync(Chat, None);

        Assert.Equal(set.Interviews, read.Interviews.AsEnumerable());
        Assert.Equal(set, read with { Interviews = set.Interviews });
        Assert.Equal(ChatSettings.Default.Language, (await stores.ChatSettings.ReadAsync(Other, None)).Language);

        var cleared = await stores.ChatSettings.ChangeAsync(Chat, old => old with { Language = null, MutedUntil = null }, None);
        Assert.Equal((null, null, true), (cleared.Language, cleared.MutedUntil, cleared.IsOpen));
        read = await stores.ChatSettings.ReadAsync(Chat, None);
        Assert.Equal((null, null, true), (read.Language, read.MutedUntil, read.IsOpen));
    }

    [Fact]
    public async Task Of_changes_at_once_none_is_lost()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        await Task.WhenAll(Enumerable.Range(0, 25).Select(i => Task.Run(() =>
            stores.ChatSettings.ChangeAsync(Chat, old => old with { Interviews = old.Interviews.Add($"{i}") }, None))));

        Assert.Equal(25, (await stores.ChatSettings.ReadAsync(Chat, None)).Interviews.Distinct().Count());
    }

    [Fact]
    public async Task A_change_that_fails_changes_nothing_and_hurts_nobody_else()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        var bad = Task.Run(() => stores.ChatSettings.ChangeAsync(Chat, _ => throw new FormatException("no"), None));
        var good = Task.Run(() => stores.ChatSettings.ChangeAsync(Other, old => old with { IsOpen = true }, None));

        await Assert.ThrowsAsync<FormatException>(() => bad);
        Assert.True((await good).IsOpen);
        Assert.True((await stores.ChatSettings.ReadAsync(Other, None)).IsOpen);
        var rows = await stores.Database.ReadAsync(session => session.QueryAsync("SELECT chat FROM chat_settings", row => row.GetString(0)), None);
        Assert.Equal([Other.Id], rows);
    }

    [Fact]
    public async Task Settings_move_with_their_chat_in_either_order_and_twice()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.ChatSettings.ChangeAsync(Chat, old => old with { Language = Language.Korean }, None);

        await stores.ChatSettings.MoveAsync(Chat, Other, None);
        await stores.ChatSettings.MoveAsync(Chat, Other, None);

        Assert.Equal(Language.Korean, (await stores.ChatSettings.ReadAsync(Other, None)).Language);
        Assert.Null((await stores.ChatSettings.ReadAsync(Chat, None)).Language);
    }

    [Fact]
    public async Task Settings_dont_move_over_others()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.ChatSettings.ChangeAsync(Chat, old => old with { Language = Language.Korean }, None);
        await stores.ChatSettings.ChangeAsync(Other, old => old with { Language = Language.Russian }, None);

        await stores.ChatSettings.MoveAsync(Chat, Other, None);
        await stores.ChatSettings.MoveAsync(Other, Other, None);

        Assert.Equal(Language.Russian, (await stores.ChatSettings.ReadAsync(Other, None)).Language);
    }
}
