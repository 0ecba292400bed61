using System.CommandLine;
using KorKazBot.Configuration;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>index</c>: builds the index and shows what is in it.</summary>
internal static class IndexCommand
{
    private const string About = "Builds the index, or shows the one that is there: passages, languages, size, time.";

    private const string Examples = """
        Examples:
          korkazbot index
          korkazbot index --rebuild
        """;

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Build anew, also where the index on disk fits the corpus." };
        var command = new Verb("index", About, Examples) { rebuild };
        command.SetAction((parsed, cancellationToken) => RunAsync(streams, common.Read(parsed), parsed.GetValue(rebuild), cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(StandardStreams streams, Settings settings, bool rebuild, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{streams} {settings} {rebuild} {cancellationToken}");
}
