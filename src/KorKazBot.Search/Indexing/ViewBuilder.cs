using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Analysis;

namespace KorKazBot.Search.Indexing;

/// <summary>Turns passages into coded views and into the terms of the Lucene field, one language after another.</summary>
/// <param name="sources">What is known of titles and speakers.</param>
internal sealed class ViewBuilder(CommonSources sources)
{
    private readonly LanguageViews?[] _views = new LanguageViews?[Languages.All.Count];
    private readonly List<int> _text = [];
    private readonly List<int> _asked = [];
    private readonly List<int> _aliases = [];

    /// <summary>The views so far, by language; null where no passage has one.</summary>
    public IReadOnlyList<LanguageViews?> Views => _views;

    /// <summary>Adds every view of a passage and hands the words of each to <paramref name="field"/>.</summary>
    public void Add(int ordinal, Passage passage, Action<Vocabulary, IReadOnlyList<int>> field)
    {
        foreach (var language in Languages.All)
        {
            Clear();
            var translation = passage.TranslationInto(language);
            if (passage.Language == language) AddOriginal(passage);
            else if (translation is not null) AddTexts(language, translation.Text, translation.Asked);
            foreach (var alias in passage.Aliases)
            {
                if (alias.Language != language) continue;
                if (_aliases.Count > 0) _aliases.Add(0);
                AddWords(Vocabulary(language), alias.Question, new TextSpan(0, alias.Question.Length), _aliases);
            }

            if (_text.Count + _asked.Count + _aliases.Count == 0) continue;
            Finish(ordinal, Vocabulary(language), field);
        }
    }

    private void AddOriginal(Passage passage)
    {
        AddTexts(passage.Language, passage.Text, passage.Asked);
        foreach (var text in sources.Distinguishing(passage.Source, passage.Asked))
        {
            _asked.Add(0);
            AddWords(Vocabulary(passage.Language), text, new TextSpan(0, text.Length), _asked);
        }
    }

    private void AddTexts(Language language, string text, string asked)
    {
        var vocabulary = Vocabulary(language);
        foreach (var sentence in Sentences.Split(text))
        {
            if (_text.Count > 0) _text.Add(0);
            AddWords(vocabulary, text, sentence, _text);
        }

        AddWords(vocabulary, asked, new TextSpan(0, asked.Length), _asked);
    }

    private static void AddWords(Vocabulary vocabulary, string text, TextSpan span, List<int> words)
    {
        foreach (var word in WordReader.Read(text, span.Start, span.End))
        {
            if (!vocabulary.Analysis.IsStopWord(word.Text)) words.Add(vocabulary.Add(word.Text));
        }
    }

    private void Finish(int ordinal, Vocabulary vocabulary, Action<Vocabulary, IReadOnlyList<int>> field)
    {
        foreach (var list in (ReadOnlySpan<List<int>>)[_text, _asked, _aliases])
        {
            foreach (var word in list) Count(ordinal, vocabulary, word);
        }

        _views[(int)vocabulary.Language]!.Add(ordinal, ForwardCode.Write(_text, _asked, _aliases), _text.Count(word => word != 0));
        _text.AddRange(_asked);
        _text.AddRange(_aliases);
        field(vocabulary, [.. _text]);
    }

    private static void Count(int ordinal, Vocabulary vocabulary, int word)
    {
        if (word == 0) return;
        vocabulary.Words.CountIn(ordinal, word);
        vocabulary.Broad.CountIn(ordinal, vocabulary.BroadOf(word));
        foreach (var term in vocabulary.TermsOf(word)) vocabulary.Terms.CountIn(ordinal, term);
        foreach (var gram in vocabulary.GramsOf(word)) vocabulary.Grams.CountIn(ordinal, gram);
    }

    private Vocabulary Vocabulary(Language language) =>
        (_views[(int)language] ??= new LanguageViews(new Vocabulary(language))).Vocabulary;

    private void Clear()
    {
        _text.Clear();
        _asked.Clear();
        _aliases.Clear();
    }
}
