using System.CommandLine;
using System.Globalization;
using KorKazBot.Configuration;
using KorKazBot.Engine;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>import</c>: a raw transcript becomes a file of the corpus.</summary>
internal static class ImportCommand
{
    private const string About = "Turns a transcript as publishers print it into the corpus format, and reports what to look at.";

    private const string Examples = """
        The file is written as ID/LANGUAGE.md under --output; its path goes to standard output, the report to standard error.
        What neither an option nor the transcript tells is left out of the file and named in the report.

        Examples:
          korkazbot import interview.txt --id koo-2021-05 --date 2021-05-26 --publisher Kazinform
          korkazbot import интервью.txt --language ru --interviewee "Иван Иванов" --role "ректор"
        """;

    /// <summary>What was asked for; null: not given.</summary>
    internal sealed record Request(string File)
    {
        public string? Output { get; init; }
        public string? Id { get; init; }
        public string? Title { get; init; }
        public string? Interviewee { get; init; }
        public string? Role { get; init; }
        public string? Interviewer { get; init; }
        public string? Publisher { get; init; }
        public DateOnly? Date { get; init; }
        public string? Place { get; init; }
        public Language? Language { get; init; }
        public Uri? Source { get; init; }
        public bool Force { get; init; }
    }

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "The transcript: UTF-8 text." };
        var output = Text("--output", "DIR", "Where to write. Default: the interviews folder of the corpus.");
        var id = Text("--id", "ID", "The interview's id: lower-case letters, digits, hyphens. Default: from the file's name.");
        var force = new Option<bool>("--force") { Description = "Write over an existing file." };
        var title = Text("--title", "TEXT", "The title.");
        var interviewee = Text("--interviewee", "NAME", "Who answers.");
        var role = Text("--role", "TEXT", "The interviewee's office or profession.");
        var interviewer = Text("--interviewer", "NAME", "Who asks.");
        var publisher = Text("--publisher", "NAME", "Where it was published.");
        var date = new Option<DateOnly?>("--date") { Description = "The day it was published.", HelpName = "YYYY-MM-DD", CustomParser = ParseDate };
        var place = Text("--place", "PLACE", "Where it was held.");
        var language = CommonOptions.Lang("The language it is in, where it shouldn't be guessed.", "--language");
        var source = new Option<Uri?>("--source") { Description = "The published page.", HelpName = "URL", CustomParser = ParseLink };

        var command = new Verb("import", About, Examples)
        {
            file, output, id, force, title, interviewee, role, interviewer, publisher, date, place, language, source,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(streams, common.Read(parsed), new Request(parsed.GetRequiredValue(file))
        {
            Output = parsed.GetValue(output),
            Id = parsed.GetValue(id),
            Title = parsed.GetValue(title),
            Interviewee = parsed.GetValue(interviewee),
            Role = parsed.GetValue(role),
            Interviewer = parsed.GetValue(interviewer),
            Publisher = parsed.GetValue(publisher),
            Date = parsed.GetValue(date),
            Place = parsed.GetValue(place),
            Language = parsed.GetValue(language),
            Source = parsed.GetValue(source),
            Force = parsed.GetValue(force),
        }, cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(StandardStreams streams, Settings settings, Request request, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{streams} {settings} {request} {cancellationToken}");

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static DateOnly? ParseDate(System.CommandLine.Parsing.ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        argument.AddError($"\"{argument.Tokens[0].Value}\" is no day. Give --date as 2021-05-26.");
        return null;
    }

    private static Uri? ParseLink(System.CommandLine.Parsing.ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var link) && link.Scheme is "http" or "https") return link;
        argument.AddError($"\"{argument.Tokens[0].Value}\" is no link. Give --source as https://…");
        return null;
    }
}
