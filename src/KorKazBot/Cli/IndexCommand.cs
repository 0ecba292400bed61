using System.CommandLine;
using System.Globalization;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Engine;
using KorKazBot.Search;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>index</c>: builds the index and shows what is in it.</summary>
internal static class IndexCommand
{
    private const string About = "Builds the index, or opens the one that is there, and shows it: passages, languages, size, time.";

    private const string Examples = """
        A corpus of at most Index:MaxPassagesInMemory passages is indexed in memory at each start; a bigger one on disk, at Index:Path.

        Examples:
          korkazbot index
          korkazbot index --rebuild
        """;

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Build anew, also where the index on disk fits the corpus." };
        var command = new Verb("index", About, Examples) { rebuild };
        command.SetAction((parsed, cancellationToken) =>
            Task.FromResult(Run(streams, common.Read(parsed), parsed.GetValue(rebuild), cancellationToken)));
        return command;
    }

    public static int Run(StandardStreams streams, Settings settings, bool rebuild, CancellationToken cancellationToken)
    {
        if (rebuild) PassageIndexes.Discard(settings.Index);
        using var bot = Bot.Open(settings, streams, cancellationToken);

        var index = bot.Index;
        var languages = Languages.All.Where(language => index.PassagesIn(language) > 0)
            .Select(language => string.Create(CultureInfo.InvariantCulture, $"{language.ToCode()} {index.PassagesIn(language):N0}"));
        Row("passages", index.Passages.ToString("N0", CultureInfo.InvariantCulture));
        Row("languages", string.Join(", ", languages));
        Row("size", Size(index.Bytes));
        Row("lives", index.InMemory ? "in memory" : $"on disk, in {Path.GetFullPath(settings.Index.Path)}");
        Row(index.Reused ? "opened in" : "built in", string.Create(CultureInfo.InvariantCulture, $"{index.Elapsed.TotalMilliseconds:N0} ms"));
        Row("meanings", bot.WithoutMeaning ?? "compared where words alone don't decide");
        return ExitCode.Done;

        void Row(string name, string value) => streams.Out.WriteLine($"{name,-10} {value}");
    }

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:N1} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:N1} MB");
}
