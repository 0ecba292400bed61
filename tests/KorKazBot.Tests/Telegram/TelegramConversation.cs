using KorKazBot.Fakes;

namespace KorKazBot.Tests.Telegram;

/// <summary>The bot as people meet it on Telegram, over the published corpus. Whatever the documentation doesn't allow fails the test.</summary>
public abstract class TelegramConversation : IAsyncLifetime
{
    private protected const string Question = "How many Korean companies work in Kazakhstan?";
    private protected const string Quoted = "more than 300 Korean companies are doing their businesses in Kazakhstan";
    private protected const long Group = FakeTelegramUpdate.Group;

    private protected FakeTelegramHost Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await (await FakeTelegramHost.StartAsync()).RunAsync();

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        Assert.Empty(Bot.Telegram.Violations);
    }

    private protected async Task<FakeTelegramShown> AskAsync(string text, long user = 11, string language = "en") =>
        Assert.Single(await Bot.SayAsync(FakeTelegramUpdate.Private(text, user, language)));
}
