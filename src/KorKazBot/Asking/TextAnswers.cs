using KorKazBot.Engine.Answering;
using KorKazBot.Streams;
using KorKazBot.Terminal;

namespace KorKazBot.Asking;

/// <summary>Answers as people read them: the same replies that the chat gives.</summary>
/// <param name="streams">Where they go.</param>
/// <param name="compose">Words an answer in its language.</param>
internal sealed class TextAnswers(StandardStreams streams, Func<Answer, Engine.Chat.Reply> compose) : IAnswerWriter
{
    private readonly IReplyPrinter _printer = ReplyPrinters.For(streams);

    public void Write(Question question, Answer answer, TimeSpan elapsed) => _printer.Print(compose(answer));

    public void WriteError(Question question, string error) => streams.Error.WriteLine($"error: {error}");

    public void Dispose()
    {
        // Nothing to let go of; JsonAnswers has.
    }
}
