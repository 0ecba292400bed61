using KorKazBot.Cli;
using KorKazBot.Configuration;
using KorKazBot.Engine.Answering;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Evaluating;

public class CalibrationTests
{
    [Fact]
    public void The_command_reproduces_the_confidence_that_the_bot_is_built_with()
    {
        var folder = Path.Combine(Repository.Root, "bench", "calibration");
        var settings = new Settings { Place = new SettingsPlace(), CorpusFromCommandLine = true };
        settings.Corpus.Path = Repository.Corpus;
        using var streams = new TestStreams();

        var request = new EvalCommand.Request(
            [Path.Combine(folder, "ambassador-2021.dev.jsonl"), Path.Combine(folder, "koo-2021-05.jsonl")], null, Json: false, Calibrate: true, []);
        EvalCommand.Run(streams.Streams, settings, request, CancellationToken.None);

        var line = streams.Output.Split('\n').Single(line => line.StartsWith("ByWords", StringComparison.Ordinal));
        var fitted = line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)]
            .Split(", ").Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var built = ConfidenceModel.ByWords.ToArray();
        Assert.Equal(built.Length, fitted.Length);
        for (var i = 0; i < built.Length; i++) Assert.InRange(fitted[i], built[i] - 0.1, built[i] + 0.1);
    }
}
