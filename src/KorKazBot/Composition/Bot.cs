using KorKazBot.Configuration;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Composition;

/// <summary>The engine put together over the configured corpus; the same for every verb.</summary>
internal sealed class Bot : IDisposable
{
    public static Bot Open(Settings settings)
    {
        _ = CorpusPlace.Find(settings);
        return new Bot();
    }

    public Answer Answer(Question question, int top) => throw new NotImplementedException($"{question} {top}");

    public Reply Compose(Answer answer) => throw new NotImplementedException($"{answer}");

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => throw new NotImplementedException($"{turn} {cancellationToken}");

    public void Dispose()
    {
    }
}
