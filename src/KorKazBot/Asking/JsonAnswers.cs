using KorKazBot.Engine.Answering;

namespace KorKazBot.Asking;

/// <summary>Answers as one JSON object a line.</summary>
/// <param name="output">Where the lines go.</param>
internal sealed class JsonAnswers(TextWriter output) : IAnswerWriter
{
    private readonly AnswerJson _json = new();

    public void Write(Question question, Answer answer, TimeSpan elapsed) => output.WriteLine(_json.Of(question.Text, answer, elapsed));

    public void WriteError(Question question, string error) => output.WriteLine(_json.OfError(question.Text, error));

    public void Dispose() => _json.Dispose();
}
