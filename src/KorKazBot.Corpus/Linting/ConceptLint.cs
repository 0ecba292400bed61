using System.Collections.Immutable;
using KorKazBot.Corpus.Concepts;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Corpus.Linting;

/// <summary>Finds rows of the thesaurus that can't do what they are written for.</summary>
internal static class ConceptLint
{
    // A shorter Russian or Kazakh beginning starts words of other meanings.
    private const int ShortestStem = 3;

    /// <summary>Warnings by line.</summary>
    public static IEnumerable<CorpusProblem> Of(ImmutableArray<Concept> concepts)
    {
        var owners = new Dictionary<(Language, string), Concept>();
        foreach (var concept in concepts)
        {
            foreach (var term in concept.Terms)
            {
                var text = term.Text.ToLowerInvariant();
                if (!owners.TryAdd((term.Language, text), concept) && owners[(term.Language, text)] is var other)
                    yield return Collision(concept, term, other);
                if (!term.IsWhole && term.Language is Language.Russian or Language.Kazakh && text.Length < ShortestStem)
                    yield return Warning(concept, $"'{term.Text}' is the beginning of too many words.", $"Write a longer stem, or '{term.Text}=' for the word alone.");
            }
        }
    }

    private static CorpusProblem Collision(Concept concept, ConceptTerm term, Concept other) => other == concept
        ? Warning(concept, $"'{term.Text}' stands twice in the row.", "Remove one of the two.")
        : Warning(concept, $"'{term.Text}' belongs to '{other.Name}' (line {other.Line}) already: this row is never reached by it.", "Keep the word in the row where people mean it.");

    private static CorpusProblem Warning(Concept concept, string reason, string remedy) =>
        new(Severity.Warning, ConceptFile.FileName, concept.Line, reason, remedy);
}
