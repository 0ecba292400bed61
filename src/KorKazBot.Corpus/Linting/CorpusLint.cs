using System.Collections.Immutable;
using KorKazBot.Corpus.Reading;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Linting;

/// <summary>Looks for what a corpus can be used with and shouldn't have: passages told twice or too long, aliases that collide.</summary>
/// <remarks>For <c>check</c> and a reload; too slow for each start.</remarks>
public static class CorpusLint
{
    /// <summary>A longer passage than this many characters is hard to quote: a chat message holds 4,096.</summary>
    public const int LongestPassage = 3000;

    /// <summary>Warnings about a corpus that was read without errors.</summary>
    /// <param name="corpus">What was read.</param>
    /// <param name="folder">The folder it was read from.</param>
    public static ImmutableArray<CorpusProblem> Of(CorpusSnapshot corpus, string folder)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var found = ImmutableArray.CreateBuilder<CorpusProblem>();
        foreach (var interview in corpus.Interviews)
        {
            var file = $"interviews/{interview.Id}/{interview.Language.ToCode()}.md";
            foreach (var turn in interview.Turns) LintTurn(turn, new FileProblems(file, found));
        }

        found.AddRange(NearDuplicates.In(corpus));
        found.AddRange(AliasCollisions.In(corpus.Interviews, folder));
        found.AddRange(ConceptLint.Of(corpus.Concepts));
        return found.ToImmutable();
    }

    private static void LintTurn(InterviewTurn turn, FileProblems problems)
    {
        for (var i = 0; i < turn.Paragraphs.Length; i++)
        {
            var length = turn.Paragraphs[i].Length;
            if (length <= LongestPassage) continue;
            problems.Warning(turn.Line, $"Paragraph {i + 1} of turn {turn.Number} has {length:N0} characters.", "Divide it where the publisher could have, with an empty line.");
        }
    }
}
