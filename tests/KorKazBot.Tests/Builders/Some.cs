using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Tests.Builders;

/// <summary>Things that tests need and don't care about; each test says only what matters to it.</summary>
internal static class Some
{
    /// <summary>An interview of questions with their answers, each answer's paragraphs parted by a line break.</summary>
    public static Interview Interview(params (string Asked, string Answer)[] turns) => new()
    {
        Id = "kim-2020-01",
        Title = "Talk with a mayor",
        Interviewee = new Speaker("Kim Somebody", "Mayor of Sejong"),
        Publisher = "The Paper",
        Date = new DateOnly(2021, 5, 26),
        Language = Language.English,
        Turns = [.. turns.Select((turn, i) => new InterviewTurn(i + 1, turn.Asked, [.. turn.Answer.Split('\n')], 0))],
    };

    /// <summary>An interview of so many questions that nothing is to be found by.</summary>
    public static Interview LongInterview(int turns) =>
        Interview([.. Enumerable.Range(1, turns).Select(number => ($"Question number {number}?", $"Answer number {number}."))]);

    /// <summary>A corpus of interviews.</summary>
    public static CorpusSnapshot Corpus(params Interview[] interviews) =>
        new([.. interviews], [.. interviews.SelectMany(InterviewPassages.Of)], "0123456789abcdef");
}
