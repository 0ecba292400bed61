using KorKazBot.Corpus;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Search;

/// <summary>A corpus cut down to one language answers questions in it just as the whole corpus does.</summary>
public sealed class OneLanguageTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kazakh)]
    [InlineData(Language.Korean)]
    public void Nothing_is_missed(Language language)
    {
        var whole = new CorpusFolder(Repository.Corpus).Read();
        Assert.True(whole.For(language).Passages.Sum(passage => passage.Aliases.Length) < whole.Passages.Sum(passage => passage.Aliases.Length));

        var questions = Golden.All.Where(question => LanguageIdentifier.Identify(question, null) == language).ToList();
        Assert.NotEmpty(questions);
        Assert.Equal(Answers(whole, questions), Answers(whole.For(language), questions));
    }

    private static List<string> Answers(CorpusSnapshot corpus, List<string> questions)
    {
        var opened = PassageIndexes.Open(corpus, new IndexingOptions(), progress: null, CancellationToken.None);
        using var disposable = (IDisposable)opened.Retriever;
        var answerer = new QuestionAnswerer(new AnsweringOptions());
        return [.. questions.Select(question => Told(answerer.Answer(new Question(question), opened.Retriever)))];
    }

    private static string Told(Answer answer) =>
        $"{answer.GetType().Name} {answer.Confidence.Probability:F6} "
        + string.Join(' ', answer.Readings.Select(reading => $"{reading.Passage.Id}:{reading.Highlight} {reading.Score:F6}"));
}
