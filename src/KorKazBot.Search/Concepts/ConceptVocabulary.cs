using KorKazBot.Engine;
using KorKazBot.Search.Analysis;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Concepts;

/// <summary>Finds the terms of an index that a concept's word stands for.</summary>
internal static class ConceptVocabulary
{
    // A headword that begins more different words than this is too short to mean one thing.
    private const int MostForms = 40;

    /// <summary>The numbers of the terms in a language's vocabulary; none where the corpus lacks the word.</summary>
    public static List<int> TermsOf(string word, bool whole, LanguageViews views)
    {
        var vocabulary = views.Vocabulary;
        var numbers = new List<int>();
        if (vocabulary.Language == Language.English || char.IsAscii(word[0]))
        {
            var stem = char.IsAsciiLetter(word[0]) ? LanguageAnalysis.For(Language.English).Stem(word) : word;
            if (vocabulary.Terms.TryGet(stem, out var number)) numbers.Add(number);
            return numbers;
        }

        foreach (var form in vocabulary.WordsFrom(word))
        {
            if (whole && vocabulary.Words.Text(form) != word) continue;
            var terms = vocabulary.TermsOf(form);
            var stem = terms[^1]; // in Korean the whole word stands last
            if (!numbers.Contains(stem)) numbers.Add(stem);
            if (numbers.Count > MostForms) return [];
        }

        return numbers;
    }
}
