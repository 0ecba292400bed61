using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KorKazBot.Configuration;
using KorKazBot.Corpus.Import;
using KorKazBot.Corpus.Reading;
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

    /// <summary>What was asked for.</summary>
    /// <param name="File">The transcript.</param>
    /// <param name="Output">The folder to write under; null: the corpus's interviews.</param>
    /// <param name="Id">The interview's id; null: from the file's name.</param>
    /// <param name="Force">Whether an existing file is written over.</param>
    /// <param name="Known">What the person knows of the interview; its id is not used.</param>
    internal sealed record Request(string File, string? Output, string? Id, bool Force, ImportOptions Known);

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
        command.SetAction(parsed => Run(streams, common.Read(parsed), new Request(
            parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetValue(id), parsed.GetValue(force), new ImportOptions
            {
                Id = "",
                Title = parsed.GetValue(title),
                Interviewee = parsed.GetValue(interviewee),
                Role = parsed.GetValue(role),
                Interviewer = parsed.GetValue(interviewer),
                Publisher = parsed.GetValue(publisher),
                Date = parsed.GetValue(date),
                Place = parsed.GetValue(place),
                Language = parsed.GetValue(language),
                Source = parsed.GetValue(source),
            })));
        return command;
    }

    public static int Run(StandardStreams streams, Settings settings, Request request)
    {
        var transcript = ReadTranscript(request.File);
        var id = request.Id ?? InterviewFolder.IdFromFileName(request.File)
            ?? throw new UserError(ExitCode.BadInput, $"No id can be made of the name of {request.File}. Give one with --id, such as --id kim-2024-03.");
        if (!InterviewFolder.IsId(id))
            throw new UserError(ExitCode.BadInput, $"\"{id}\" is no id. Use lower-case letters, digits and hyphens, such as --id kim-2024-03.");

        var result = TranscriptImporter.Import(transcript, request.Known with { Id = id });
        streams.Error.Write(result.Report.ToText());
        if (result.Report.Turns == 0) return ExitCode.NothingFound;

        var output = request.Output ?? Path.Combine(Path.GetFullPath(settings.Corpus.Path, settings.Place.WorkingDirectory), "interviews");
        streams.Out.WriteLine(Write(output, id, result, request.Force));
        return ExitCode.Done;
    }

    private static string ReadTranscript(string file)
    {
        if (!File.Exists(file)) throw new UserError(ExitCode.BadInput, $"There is no file {file}. Name the transcript.");
        if (TextFile.TryDecode(File.ReadAllBytes(file), out var text, out var problem)) return text;
        var (line, reason, remedy) = problem!.Value;
        throw new UserError(ExitCode.BadInput, $"{file}{(line > 0 ? $":{line}" : "")}: {reason} {remedy}");
    }

    private static string Write(string output, string id, ImportResult result, bool force)
    {
        try
        {
            return InterviewFolder.Write(output, id, result.Language, result.Markdown, force);
        }
        catch (IOException exception)
        {
            throw new UserError(ExitCode.BadInput, exception.Message);
        }
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        argument.AddError($"\"{argument.Tokens[0].Value}\" is no day. Give --date as 2021-05-26.");
        return null;
    }

    private static Uri? ParseLink(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var link) && link.Scheme is "http" or "https") return link;
        argument.AddError($"\"{argument.Tokens[0].Value}\" is no link. Give --source as https://…");
        return null;
    }
}
