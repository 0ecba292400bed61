using System.Collections.Immutable;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Evaluation;

namespace KorKazBot.Engine.Reloading;

/// <summary>What two corpora make of the questions that must keep their answer, or must stay unanswered.</summary>
/// <param name="Asked">How many were asked; 0 where the corpus has none, and then nothing was tested.</param>
/// <param name="RightBefore">How many the corpus before gets right.</param>
/// <param name="RightNow">How many the corpus after gets right.</param>
/// <param name="Moved">The questions that are wrong now, and those that another passage answers.</param>
public sealed record GoldenComparison(int Asked, int RightBefore, int RightNow, ImmutableArray<GoldenAnswer> Moved)
{
    /// <summary>The questions that keep the corpus after from being published.</summary>
    public IEnumerable<GoldenAnswer> Wrong => Moved.Where(answer => !answer.IsRight);

    /// <summary>Whether every question is right now.</summary>
    public bool Holds => RightNow == Asked;

    /// <summary>Compares the judged answers to the same questions in the same order.</summary>
    /// <param name="lines">The 1-based lines that the questions stand in.</param>
    /// <param name="before">What the corpus before says.</param>
    /// <param name="now">What the corpus after says.</param>
    public static GoldenComparison Between(IReadOnlyList<int> lines, IReadOnlyList<JudgedAnswer> before, IReadOnlyList<JudgedAnswer> now)
    {
        var answers = lines.Select((line, i) => new GoldenAnswer(
            line, now[i].Judgment.Text, before[i].IsRight, now[i].IsRight, AnswerOf(before[i]), AnswerOf(now[i])));
        return new GoldenComparison(
            lines.Count,
            before.Count(judged => judged.IsRight),
            now.Count(judged => judged.IsRight),
            [.. answers.Where(answer => !answer.IsRight || !answer.WasRight || answer.Before != answer.Now)]);
    }

    private static string? AnswerOf(JudgedAnswer judged) =>
        judged.Answer is Answer.Found { Readings: [var first, ..] } ? first.Passage.Id : null;
}

/// <summary>A golden question before and after.</summary>
/// <param name="Line">1-based line of the file of golden questions.</param>
/// <param name="Question">What is asked.</param>
/// <param name="WasRight">Whether the corpus before gets it right.</param>
/// <param name="IsRight">Whether the corpus after does.</param>
/// <param name="Before">The passage that answered it; null: it was not answered.</param>
/// <param name="Now">The passage that answers it; null: it isn't answered.</param>
public sealed record GoldenAnswer(int Line, string Question, bool WasRight, bool IsRight, string? Before, string? Now);
