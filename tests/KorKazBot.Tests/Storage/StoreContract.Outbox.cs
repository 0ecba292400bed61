using KorKazBot.Engine.Delivery;

namespace KorKazBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly EventId Cause = new("telegram", "1", "u:1");

    [Fact]
    public async Task A_send_is_new_until_it_begins_and_then_nobody_knows()
    {
        await using (var died = await OpenAsync())
        {
            if (died is null) return;
            Assert.Equal(new SendRecord(SendState.New, null, 0), await died.Outbox.BeginAsync(Cause, 0, None));
        }

        await using var stores = (await OpenAsync())!;
        Assert.Equal(new SendRecord(SendState.Ambiguous, null, 1), await stores.Outbox.BeginAsync(Cause, 0, None));
        Assert.Equal(new SendRecord(SendState.Ambiguous, null, 2), await stores.Outbox.BeginAsync(Cause, 0, None));
        Assert.Equal(new SendRecord(SendState.New, null, 0), await stores.Outbox.BeginAsync(Cause, 1, None));
    }

    [Fact]
    public async Task What_was_sent_stays_sent()
    {
        await using (var first = await OpenAsync())
        {
            if (first is null) return;
            await first.Outbox.BeginAsync(Cause, 0, None);
            await first.Outbox.SentAsync(Cause, 0, "42", None);
            await first.Outbox.NotSentAsync(Cause, 0, None);
        }

        await using var stores = (await OpenAsync())!;
        Assert.Equal(new SendRecord(SendState.Sent, "42", 1), await stores.Outbox.BeginAsync(Cause, 0, None));
        Assert.Equal(new SendRecord(SendState.Sent, "42", 1), await stores.Outbox.BeginAsync(Cause, 0, None));
    }

    [Fact]
    public async Task What_surely_wasnt_sent_is_new_again()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Outbox.BeginAsync(Cause, 0, None);
        await stores.Outbox.NotSentAsync(Cause, 0, None);

        Assert.Equal(new SendRecord(SendState.New, null, 0), await stores.Outbox.BeginAsync(Cause, 0, None));
    }

    [Fact]
    public async Task What_was_sent_without_a_beginning_counts_too()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;
        await stores.Outbox.SentAsync(Cause, 0, "", None);

        Assert.Equal(new SendRecord(SendState.Sent, "", 1), await stores.Outbox.BeginAsync(Cause, 0, None));
    }

    [Fact]
    public async Task Of_many_that_begin_a_send_at_once_one_is_the_first()
    {
        await using var stores = await OpenAsync();
        if (stores is null) return;

        var begun = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => stores.Outbox.BeginAsync(Cause, 0, None))));

        Assert.Single(begun, record => record.State == SendState.New);
        Assert.Equal(Enumerable.Range(0, 16), begun.Select(record => record.Attempts).Order());
    }
}
