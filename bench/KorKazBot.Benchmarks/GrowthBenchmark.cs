using System.Diagnostics;
using KorKazBot.Engine.Answering;
using KorKazBot.Search;

namespace KorKazBot.Benchmarks;

/// <summary>Quality, time and size as the corpus grows, beside a tutorial's single-field Lucene.Net query over the same passages.</summary>
internal static class GrowthBenchmark
{
    private const int Questions = 300;

    public static int Run(int[] sizes)
    {
        if (PublicSet.Folder() is not { } folder)
        {
            Console.Error.WriteLine("The public sets are absent: set KORKAZBOT_BENCHMARKS to their folder.");
            return 2;
        }

        var set = PublicSet.Read(Path.Combine(folder, "en-squad"));
        Console.WriteLine("| passages | built, passages per CPU second | index MB | where | memory MB | hit@1 % | CPU p50 µs | CPU p99 µs | tutorial p50 µs | ratio | tutorial hit@1 % |");
        Console.WriteLine("| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes) RunOne(set, size);
        return 0;
    }

    private static void RunOne(PublicSet set, int size)
    {
        var corpus = GrownCorpus.Of(set, size);
        var known = corpus.Passages.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        var questions = set.Questions.Where(question => question.Gold.Any(known.Contains)).Take(Questions).ToList();
        var scratch = Directory.CreateTempSubdirectory("korkazbot-growth");
        try
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var opened = PassageIndexes.Open(corpus, new IndexingOptions { Path = Path.Combine(scratch.FullName, "ours") }, null, CancellationToken.None);
            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;

            using var tutorial = new TutorialSearch(corpus.Passages, size > 20_000 ? Path.Combine(scratch.FullName, "tutorial") : null);
            var answerer = new QuestionAnswerer(new AnsweringOptions());
            var ours = Measure(questions, question => answerer.Answer(new Question(question), opened.Retriever).Readings is [var best, ..] ? best.Passage.Id : null);
            var peer = Measure(questions, question => tutorial.AskForIds(question).FirstOrDefault());
            (opened.Retriever as IDisposable)?.Dispose();
            Console.WriteLine(
                $"| {size:N0} | {size / seconds:N0} | {opened.Summary.Bytes / 1e6:N1} | {(opened.Summary.InMemory ? "memory" : "disk")} | {memory:N0} "
                + $"| {ours.Hit:F1} | {ours.P50:N0} | {ours.P99:N0} | {peer.P50:N0} | {ours.P50 / peer.P50:F2}x | {peer.Hit:F1} |");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static (double Hit, double P50, double P99) Measure(
        List<(string Text, System.Collections.Immutable.ImmutableArray<string> Gold)> questions, Func<string, string?> ask)
    {
        var hits = 0;
        var times = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            foreach (var (text, gold) in questions)
            {
                var start = ThreadClock.Microseconds;
                var best = ask(text);
                if (round == 0) continue;
                times.Add(ThreadClock.Microseconds - start);
                if (round == 1 && best is not null && gold.Contains(best)) hits++;
            }
        }

        times.Sort();
        return (100.0 * hits / questions.Count, times[times.Count / 2], times[(int)(0.99 * (times.Count - 1))]);
    }
}
