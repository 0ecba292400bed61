using KorKazBot.Engine;
using KorKazBot.Search.Analysis;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Concepts;

/// <summary>Finds the terms of an index that a concept's word stands for.</summary>
internal static class ConceptVocabulary
{
    // A headword that begins more different words than this is too short to mean one thing.
    private const int MostForms = 40;

    // A stem that mostly stands for other words says nothing of this one.
    private const double OwnShare = 0.6;

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

        var byForms = new Dictionary<int, int>();
        foreach (var form in vocabulary.WordsFrom(word))
        {
            if (!Headword.Accepts(vocabulary.Language, vocabulary.Words.Text(form), word.Length, whole)) continue;
            var terms = vocabulary.TermsOf(form);
            var stem = terms[^1]; // in Korean the whole word stands last
            byForms[stem] = byForms.GetValueOrDefault(stem) + vocabulary.Words.Passages(form);
            if (byForms.Count > MostForms) return [];
        }

        foreach (var (stem, passages) in byForms)
        {
            if (passages >= OwnShare * vocabulary.Terms.Passages(stem)) numbers.Add(stem);
        }

        return numbers;
    }
}
