using KorKazBot.Corpus;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search;

namespace KorKazBot.Benchmarks;

/// <summary>What a warm question costs in process, beside a tutorial's Lucene.Net query over the same passages in the same run.</summary>
internal static class QuestionBenchmark
{
    private const int Rounds = 60;

    public static int Run(string corpusPath)
    {
        var corpus = new CorpusFolder(corpusPath).Read();
        var originals = corpus with { Passages = [.. corpus.Passages.Select(passage => passage with { Translations = [], Aliases = [] })] };
        var questions = corpus.Interviews.SelectMany(InterviewPassages.Of)
            .SelectMany(passage => passage.Aliases.Where(alias => alias.Language == passage.Language).Select(alias => alias.Question))
            .ToList();
        var answerer = new QuestionAnswerer(new AnsweringOptions());
        using var tutorial = new TutorialSearch(corpus.Passages);
        var whole = PassageIndexes.Open(corpus, new IndexingOptions(), null, CancellationToken.None).Retriever;
        var plain = PassageIndexes.Open(originals, new IndexingOptions(), null, CancellationToken.None).Retriever;

        (string Name, Action<string> Ask, List<double> Times)[] peers =
        [
            ("tutorial Lucene.Net query", question => tutorial.Ask(question), []),
            ("whole answer, originals only", question => answerer.Answer(new Question(question), plain), []),
            ("whole answer, with translations and aliases", question => answerer.Answer(new Question(question), whole), []),
        ];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (_, ask, times) in peers)
            {
                foreach (var question in questions)
                {
                    var before = ThreadClock.Microseconds;
                    ask(question);
                    if (round >= Rounds / 2) times.Add(ThreadClock.Microseconds - before);
                }
            }
        }

        Console.WriteLine($"{corpus.Passages.Length} passages, {questions.Count} questions, CPU microseconds of the asking thread");
        var reference = Percentile(peers[0].Times, 0.5);
        foreach (var (name, _, times) in peers)
            Console.WriteLine($"{name,-45} p50 {Percentile(times, 0.5),7:F1}  p99 {Percentile(times, 0.99),7:F1}  {Percentile(times, 0.5) / reference,5:F2}x");
        return 0;
    }

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
