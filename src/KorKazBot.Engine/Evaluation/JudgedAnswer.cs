using KorKazBot.Engine.Answering;

namespace KorKazBot.Engine.Evaluation;

/// <summary>A question of an evaluation with what the engine made of it.</summary>
/// <param name="Judgment">The question.</param>
/// <param name="Answer">The engine's answer.</param>
/// <param name="Rank">1-based rank of the first right passage; 0 where none of the ranked passages is right.</param>
/// <param name="SentenceIsRight">Whether the best sentence of the first passage holds the gold.</param>
public sealed record JudgedAnswer(Judgment Judgment, Answer Answer, int Rank, bool SentenceIsRight)
{
    /// <summary>Whether a passage was presented as the answer; offered candidates are not.</summary>
    public bool IsAnswered => Answer is Answer.Found;

    /// <summary>Whether the engine did what the judgment asks for: the right passage answered, or nothing answered out of scope.</summary>
    public bool IsRight => Judgment.IsAnswerable ? IsAnswered && Rank == 1 : !IsAnswered;
}
