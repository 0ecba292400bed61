using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class FailureTests : IDisposable
{
    private readonly Broken _index = new();
    private readonly BotDriver _bot;

    public FailureTests() => _bot = new BotDriver(new Generation(Some.Corpus(), _index));

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_failure_becomes_a_reference_that_the_user_can_quote()
    {
        var said = (await _bot.SayAsync("How many trams run?")).ShouldSay("Something went wrong on my side.");

        var (reference, failure) = Assert.Single(_bot.Failures);
        Assert.Matches("^[0-9a-f]{8}$", reference);
        Assert.EndsWith("give a moderator this reference: " + reference, said.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/secret/path", said.Message, StringComparison.Ordinal);
        Assert.Same(_index.Failure, failure);
    }

    [Fact]
    public async Task Every_failure_has_a_reference_of_its_own()
    {
        await _bot.SayAsync("How many trams run?");
        await _bot.SayAsync("How many trams run?");

        Assert.Equal(2, _bot.Failures.Select(failure => failure.Reference).Distinct().Count());
    }

    [Theory]
    [InlineData(Language.Russian, "У меня что-то сломалось.")]
    [InlineData(Language.Kazakh, "Менде бірдеңе дұрыс болмады.")]
    [InlineData(Language.Korean, "문제가 생겼습니다.")]
    public async Task It_is_told_in_the_language_of_the_user(Language language, string words)
    {
        (await _bot.SayAsync("How many trams run?", language: language)).ShouldSay(words);

        await _bot.SayAsync("/lang " + language.ToCode());
        (await _bot.SayAsync("How many trams run?")).ShouldSay(words);
    }

    [Fact]
    public async Task The_next_question_is_answered_again()
    {
        await _bot.SayAsync("How many trams run?");

        _bot.Reload(Some.Interview(("How many trams run?", "Twelve trams run."), ("Who drives?", "Retired teachers.")));

        (await _bot.SayAsync("How many trams run?")).ShouldQuote("Twelve trams run.");
    }

    [Fact]
    public async Task A_turn_that_is_cancelled_is_no_failure()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var turn = () => _bot.SayAsync("How many trams run?", cancellationToken: cancelled.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(turn);
        Assert.Empty(_bot.Failures);
    }

    [Fact]
    public async Task An_index_that_gives_up_by_itself_is_a_failure_with_a_reply()
    {
        _index.Failure = new OperationCanceledException("The index gave up.");

        (await _bot.SayAsync("How many trams run?")).ShouldSay(Assert.Single(_bot.Failures).Reference);
    }

    private sealed class Broken : IPassageRetriever
    {
        public Exception Failure { get; set; } = new InvalidOperationException("/secret/path is broken");

        public Retrieval Retrieve(RetrievalQuery query, int limit) => throw Failure;
    }
}
