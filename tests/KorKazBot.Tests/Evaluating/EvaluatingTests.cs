using System.Collections.Immutable;
using KorKazBot.Cli;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Evaluation;
using KorKazBot.Evaluating;

namespace KorKazBot.Tests.Evaluating;

public sealed class EvaluatingTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_question_file_is_read_with_its_lines()
    {
        File.WriteAllText(_file, """
            {"id": "d001", "lang": "ru", "kind": "direct", "question": "Кто?", "gold": ["посол", "Ку"], "previous": "Что?"}

            {"question": "Who is Batman?"}
            """);

        var lines = JudgmentFile.Read(_file);

        Assert.Equal([1, 3], lines.Select(line => line.Line));
        Assert.Equal(new Judgment("d001", Language.Russian, "direct", "Кто?", "Что?", lines[0].Judgment.Gold), lines[0].Judgment);
        Assert.Equal(["посол", "Ку"], lines[0].Judgment.Gold.ToArray());
        Assert.Equal(Judgment.OutOfScope, lines[1].Judgment.Kind);
    }

    [Theory]
    [InlineData("{\"question\": \"a\"}\n{")]
    [InlineData("{\"question\": \"a\"}\n{\"gold\": []}")]
    [InlineData("{\"question\": \"a\"}\n{\"question\": 5}")]
    [InlineData("{\"question\": \"a\"}\n[]")]
    public void A_bad_line_is_named(string text)
    {
        File.WriteAllText(_file, text);

        var error = Assert.Throws<CorpusException>(() => JudgmentFile.Read(_file));

        Assert.StartsWith($"{_file}:2:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5", null)]
    [InlineData("direct=0.5", null)]
    [InlineData("lang:ko=1", null)]
    [InlineData("0.6", "all: 0.500 right is below the floor of 0.600")]
    [InlineData("direct=0.51", "direct: 0.500 right is below the floor of 0.510")]
    public void A_floor_is_kept_or_broken_by_its_group(string floor, string? broken)
    {
        Assert.Equal(broken, Floor.Parse(floor).BrokenBy(Run()));
    }

    [Theory]
    [InlineData("high")]
    [InlineData("1.1")]
    [InlineData("direct=")]
    public void What_is_no_floor_is_refused(string floor) => Assert.Throws<UserError>(() => Floor.Parse(floor));

    [Fact]
    public void A_floor_for_a_group_that_is_not_there_is_refused() => Assert.Throws<UserError>(() => Floor.Parse("nothing=1").BrokenBy(Run()));

    private static EvaluationRun Run()
    {
        var judgment = new Judgment("1", Language.English, "direct", "Who?", null, ["x"]);
        var notAnswered = new Answer.Abstained(AbstainReason.LowConfidence) { Language = Language.English };
        var unanswerable = judgment with { Gold = ImmutableArray<string>.Empty, Language = Language.Korean };
        return new EvaluationRun([new JudgedAnswer(judgment, notAnswered, 0, false), new JudgedAnswer(unanswerable, notAnswered, 0, false)]);
    }
}
