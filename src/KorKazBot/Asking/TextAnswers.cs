using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Streams;
using KorKazBot.Terminal;

namespace KorKazBot.Asking;

/// <summary>Answers as people read them: the same replies that the chat gives.</summary>
/// <param name="streams">Where they go.</param>
/// <param name="explained">Explain each answer below it, with these borders; null: don't.</param>
internal sealed class TextAnswers(StandardStreams streams, AnsweringOptions? explained = null) : IAnswerWriter
{
    private readonly IReplyPrinter _printer = ReplyPrinters.For(streams);

    public void Write(Question question, Answer answer, TimeSpan elapsed)
    {
        _printer.Print(WithoutChat(AnswerReplies.Of(answer, answer.Language)));
        if (explained is null) return;
        foreach (var line in Explanation.Of(answer, explained)) streams.Out.WriteLine(line);
        streams.Out.WriteLine();
    }

    public void WriteError(Question question, string error) => streams.Error.WriteLine($"error: {error}");

    public void Dispose()
    {
        // Nothing to let go of; JsonAnswers has.
    }

    // Nobody can press a button here. What may answer is still listed where nothing was quoted.
    private static Reply WithoutChat(Reply reply) => reply with
    {
        Buttons = reply is Reply.Quoted ? [] : [.. reply.Buttons.Where(button => button.Action is ReplyAction.ShowPassage)],
    };
}
