using System.Globalization;
using System.Text.Json;
using KorKazBot.Asking;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Corpus;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Tests.Builders;
using Xunit.Abstractions;

namespace KorKazBot.Tests.Fuzz;

/// <summary>
/// Whatever is asked, nothing is thrown and nothing is shown but slices of the corpus. KORKAZBOT_FUZZ questions (2,000 unless set),
/// by the seed KORKAZBOT_FUZZ_SEED.
/// </summary>
public sealed class QuestionFuzzTests(ITestOutputHelper output)
{
    private const int Threads = 2;

    // Comparing meanings costs twenty times the rest and has no part in what is sliced from where.
    private const int ByMeaningEach = 100;

    [Fact]
    public void Every_answer_to_a_hostile_question_is_a_slice_of_the_corpus()
    {
        var count = Number("KORKAZBOT_FUZZ", 2_000);
        var seed = Number("KORKAZBOT_FUZZ_SEED", 20_210_526);
        var snapshot = new CorpusFolder(Repository.Corpus).Read();
        var passages = snapshot.Passages.ToDictionary(passage => passage.Id);
        var questions = new HostileQuestions(WordsOf(snapshot), seed);
        using var streams = new TestStreams();
        using var byWords = Open(snapshot, MeaningUse.Never, streams);
        using var byMeaning = Open(snapshot, MeaningUse.WhenUndecided, streams);

        var answered = 0;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, number =>
        {
            try
            {
                if (Ask(number % ByMeaningEach == 0 ? byMeaning : byWords, questions[number], passages)) Interlocked.Increment(ref answered);
            }
            catch (Exception exception)
            {
                var question = JsonSerializer.Serialize(questions[number]);
                throw new InvalidOperationException($"Question {number} of seed {seed} failed: {question}", exception);
            }
        });

        output.WriteLine($"{count} hostile questions of seed {seed}, {answered} of them answered: no exception, only slices of the corpus.");
    }

    private static Bot Open(CorpusSnapshot snapshot, MeaningUse meaning, TestStreams streams)
    {
        var settings = new Settings { Place = new SettingsPlace(), Answering = { Meaning = meaning } };
        return Bot.Over(snapshot, settings, streams.Streams, CancellationToken.None);
    }

    private static bool Ask(Bot bot, string text, Dictionary<string, Passage> passages)
    {
        var question = new Question(text, Previous: text.Length % 7 == 0 ? "How big was trade in 2019?" : null);
        var answer = bot.Answer(question, top: 5);

        foreach (var reading in answer.Readings)
        {
            var passage = passages[reading.Passage.Id];
            Assert.Same(passage, reading.Passage);
            Assert.InRange(reading.Highlight.Start, 0, reading.Highlight.End);
            Assert.Equal(passage.Text[reading.Highlight.Start..reading.Highlight.End], reading.HighlightText);
        }

        if (AnswerReplies.Of(answer, answer.Language) is Reply.Quoted quoted)
        {
            Assert.Same(passages[quoted.Passage.Id], quoted.Passage);
            Assert.InRange(quoted.Highlight.End, quoted.Highlight.Start + 1, quoted.Passage.Text.Length);
        }

        using var json = new AnswerJson();
        using var line = JsonDocument.Parse(json.Of(text, answer, TimeSpan.Zero));
        return answer is Answer.Found;
    }

    private static string[] WordsOf(CorpusSnapshot snapshot) =>
    [
        .. snapshot.Passages
            .SelectMany(passage => passage.Translations.Select(translation => translation.Text).Append(passage.Text).Append(passage.Asked))
            .SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal),
    ];

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
