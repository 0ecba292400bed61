using KorKazBot.Engine.Answering;

namespace KorKazBot.Asking;

/// <summary>Shows what <c>ask</c> found: as JSON for programs, or as text for people.</summary>
internal interface IAnswerWriter : IDisposable
{
    /// <summary>Shows an answer.</summary>
    void Write(Question question, Answer answer, TimeSpan elapsed);

    /// <summary>Shows why a question couldn't be read.</summary>
    void WriteError(Question question, string error);
}
