using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KorKazBot.Search.Indexing;

/// <summary>Feeds Lucene the terms of words that are analysed already, so that nothing is analysed twice.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private IReadOnlyList<int> _words = [];
    private Vocabulary? _vocabulary;
    private int _word;
    private int _part;

    public TermStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>Sets what to feed next.</summary>
    public TermStream Of(Vocabulary vocabulary, IReadOnlyList<int> words)
    {
        (_vocabulary, _words) = (vocabulary, words);
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        (_word, _part) = (0, 0);
    }

    public override bool IncrementToken()
    {
        while (_word < _words.Count)
        {
            var terms = _vocabulary!.TermsOf(_words[_word]);
            if (_part < terms.Length)
            {
                ClearAttributes();
                _term.SetEmpty().Append(_vocabulary.Terms.Text(terms[_part++]));
                return true;
            }

            (_word, _part) = (_word + 1, 0);
        }

        return false;
    }
}
