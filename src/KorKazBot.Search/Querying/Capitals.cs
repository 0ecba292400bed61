using KorKazBot.Search.Analysis;

namespace KorKazBot.Search.Querying;

/// <summary>Tells proper names in a question by their capitals, where people wrote them so.</summary>
internal readonly struct Capitals
{
    private readonly string _text;
    private readonly bool _areTelling;

    public Capitals(string text, List<Word> words)
    {
        _text = text;
        var capital = 0;
        foreach (var word in words)
        {
            if (char.IsUpper(text[word.Start])) capital++;
        }

        // Where nearly every word has one, capitals are somebody's style.
        _areTelling = 2 * capital <= words.Count + 1;
    }

    /// <summary>Whether a word is written as a name is: with a capital inside a sentence.</summary>
    public bool IsName(Word word) => _areTelling && word.Start > 0 && char.IsUpper(_text[word.Start]) && !BeginsSentence(word.Start);

    private bool BeginsSentence(int start)
    {
        var at = start - 1;
        while (at >= 0 && !char.IsLetterOrDigit(_text[at]) && _text[at] is not ('.' or '!' or '?' or ':')) at--;
        return at < 0 || _text[at] is '.' or '!' or '?' or ':';
    }
}
