using System.Diagnostics;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Asking;

/// <summary>Answers questions one after the other and keeps what the exit code has to say of them all.</summary>
/// <param name="answer">Answers a question with at most so many candidates.</param>
/// <param name="writer">Shows the answers.</param>
/// <param name="top">Most candidates, 1 to 100.</param>
internal sealed class Asker(Func<Question, int, Answer> answer, IAnswerWriter writer, int top)
{
    private bool _anyAnswered;
    private bool _anyBad;

    /// <summary>2 after a line that couldn't be read, else 1 where nothing was answered, else 0.</summary>
    public int ExitCode => _anyBad ? Cli.ExitCode.BadInput : _anyAnswered ? Cli.ExitCode.Done : Cli.ExitCode.NothingFound;

    /// <summary>Answers one.</summary>
    public void Answer(AskRequest request)
    {
        if (request.Error is { } error)
        {
            _anyBad = true;
            writer.WriteError(request.Question, error);
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var answered = answer(request.Question, top);
        var elapsed = Stopwatch.GetElapsedTime(started);

        _anyAnswered |= answered is not Engine.Answering.Answer.Abstained;
        writer.Write(request.Question, answered, elapsed);
    }
}
