using KorKazBot.Engine;
using KorKazBot.Engine.Evaluation;

namespace KorKazBot.Evaluating;

/// <summary>Judged answers with the groups that they are counted in.</summary>
/// <param name="answers">All of them.</param>
internal sealed class EvaluationRun(IReadOnlyList<JudgedAnswer> answers)
{
    /// <summary>The name of the group that holds everything.</summary>
    public const string All = "all";

    /// <summary>All answers.</summary>
    public IReadOnlyList<JudgedAnswer> Answers { get; } = answers;

    /// <summary>Everything, then a group for each kind, then one for each language, in the order of the file.</summary>
    public IReadOnlyList<EvaluationGroup> Groups { get; } =
    [
        new EvaluationGroup(All, answers),
        .. answers.GroupBy(judged => judged.Judgment.Kind).Select(kind => new EvaluationGroup(kind.Key, [.. kind])),
        .. answers.Where(judged => judged.Judgment.Language is not null)
            .GroupBy(judged => judged.Judgment.Language!.Value)
            .Select(language => new EvaluationGroup($"lang:{language.Key.ToCode()}", [.. language])),
    ];
}

/// <summary>Some of the answers, counted.</summary>
/// <param name="Name">A kind, <c>lang:</c> with a language's code, or <see cref="EvaluationRun.All"/>.</param>
/// <param name="Answers">Its answers, at least one.</param>
internal sealed record EvaluationGroup(string Name, IReadOnlyList<JudgedAnswer> Answers)
{
    /// <summary>The figures.</summary>
    public Scores Scores { get; } = Scores.Of(Answers);

    /// <summary>Share of right reactions: answered with the right passage, or rightly not answered.</summary>
    public double Right => (double)Answers.Count(judged => judged.IsRight) / Answers.Count;
}
