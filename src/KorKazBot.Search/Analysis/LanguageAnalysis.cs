using System.Collections.Frozen;
using KorKazBot.Engine;
using KorKazBot.Search.Querying;

namespace KorKazBot.Search.Analysis;

/// <summary>How the words of one language become terms. The seam for another language: one subclass, one arm in <see cref="For"/>.</summary>
/// <remarks>Immutable; safe for any number of threads.</remarks>
internal abstract class LanguageAnalysis
{
    private static readonly Lazy<LanguageAnalysis>[] ByLanguage =
    [
        new(() => new EnglishAnalysis()), new(() => new RussianAnalysis()), new(() => new KazakhAnalysis()), new(() => new KoreanAnalysis()),
    ];

    /// <summary>The analysis of a language.</summary>
    public static LanguageAnalysis For(Language language) => ByLanguage[(int)language].Value;

    /// <summary>What the parts of a score count in this language.</summary>
    public virtual RankingWeights Ranking => RankingWeights.Usual;

    /// <summary>Function words and question words, folded: they find nothing.</summary>
    protected abstract FrozenSet<string> StopWords { get; }

    /// <summary>The stop words, for repairing misspelt ones.</summary>
    public IEnumerable<string> AllStopWords => StopWords;

    /// <summary>Whether a folded word is left out of index and query.</summary>
    public virtual bool IsStopWord(string word) => StopWords.Contains(word);

    /// <summary>Writes the terms under which a folded word is found: its stem, in Korean also its pairs of letters.</summary>
    public virtual void AppendTerms(string word, List<string> terms) => terms.Add(IsPlain(word) ? word : Stem(word));

    /// <summary>The word without its endings.</summary>
    public abstract string Stem(string word);

    /// <summary>A broader form that more relatives of the word share, by which candidates are scored a second time.</summary>
    public abstract string Broaden(string word);

    /// <summary>Writes the runs of letters by which candidates are scored a third time; most languages have none.</summary>
    public virtual void AppendGrams(string word, List<string> grams)
    {
    }

    /// <summary>A folded word of this language's script; another script's words and figures have no endings to take off.</summary>
    protected abstract bool IsOwnLetter(char letter);

    /// <summary>Whether a word stays as it is: figures and words of another script.</summary>
    protected bool IsPlain(string word) => !IsOwnLetter(word[0]);

    /// <summary>Writes every run of four letters of a word; a shorter word whole.</summary>
    protected void AppendFours(string word, List<string> grams)
    {
        if (IsPlain(word)) return;
        if (word.Length <= 4) grams.Add(word);
        else
            for (var i = 0; i + 4 <= word.Length; i++) grams.Add(word.Substring(i, 4));
    }

    /// <summary>The first letters of a word.</summary>
    protected static string Truncate(string word, int length) => word.Length <= length ? word : word[..length];

    /// <summary>Splits a list of words at white space and folds each, so that lists are written in true spelling.</summary>
    protected static FrozenSet<string> Words(string list)
    {
        var words = WordReader.Read(list).Select(word => word.Text);
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
