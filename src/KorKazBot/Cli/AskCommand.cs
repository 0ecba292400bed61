using System.CommandLine;
using KorKazBot.Asking;
using KorKazBot.Composition;
using KorKazBot.Configuration;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Streams;

namespace KorKazBot.Cli;

/// <summary><c>ask</c>: one question, or one a line.</summary>
internal static class AskCommand
{
    private const string About = "Answers a question, or one question a line from standard input.";

    private const string Examples = """
        Examples:
          korkazbot ask "How many Korean companies work in Kazakhstan?"
          korkazbot ask --json --top 3 < questions.txt
          korkazbot ask --explain "When was the ambassador born?"
          echo '{"question": "And in 2020?", "previous": "How big was trade in 2019?"}' | korkazbot ask --json
        """;

    /// <summary>What was asked for.</summary>
    /// <param name="Question">The question; null: read questions from standard input.</param>
    /// <param name="Json">Write the JSON contract instead of text for people.</param>
    /// <param name="Top">Most candidates to list, 1 to 100.</param>
    /// <param name="Language">The language to take questions for; null: identify it.</param>
    /// <param name="Explain">Say below each answer how it came about.</param>
    internal sealed record Request(string? Question, bool Json, int Top, Language? Language, bool Explain = false);

    public static Command Create(StandardStreams streams, CommonOptions common)
    {
        var question = new Argument<string?>("QUESTION")
        {
            Description = "What to ask, in quotes. Without it: one question a line from standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = CommonOptions.Json("One JSON object a line, in the order of the questions. A line that starts with { is "
            + "{\"question\", \"previous\"?, \"language\"?}.");
        var top = new Option<int>("--top")
        {
            Description = "How many candidates --json lists, 1 to 100.",
            HelpName = "N",
            DefaultValueFactory = _ => 5,
        };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100) result.AddError("--top takes a whole number from 1 to 100.");
        });
        var lang = CommonOptions.Lang("The language of the question, where it shouldn't be guessed.");

        var explain = new Option<bool>("--explain") { Description = "Say below each answer how it came about; not together with --json." };

        var command = new Verb("ask", About, Examples) { question, json, top, lang, explain };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(explain)) result.AddError("--explain is text for people: leave --json out.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new Request(parsed.GetValue(question), parsed.GetValue(json), parsed.GetValue(top), parsed.GetValue(lang), parsed.GetValue(explain));
            return RunAsync(streams, common.Read(parsed), request, cancellationToken);
        });
        return command;
    }

    public static async Task<int> RunAsync(StandardStreams streams, Settings settings, Request request, CancellationToken cancellationToken)
    {
        // A single question needs only its own language: half of the work before the answer is indexing.
        Language? only = request.Question is { } single ? request.Language ?? LanguageIdentifier.Identify(QuestionText.Clean(single), null) : null;
        using var bot = Bot.Open(settings, streams, cancellationToken, only);
        using IAnswerWriter writer = request.Json ? new JsonAnswers(streams.Out) : new TextAnswers(streams, request.Explain ? settings.Answering : null);
        var asking = new Asker(bot.Answer, writer, request.Top);

        if (request.Question is { } question)
        {
            asking.Answer(AskRequest.Plain(new LineReader.Line(question, TooLong: false), request.Language));
            return asking.ExitCode;
        }

        while (await streams.In.ReadAsync(cancellationToken) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (request.Json) asking.Answer(AskRequest.Parse(line, request.Language));
            else if (!string.IsNullOrWhiteSpace(line.Text)) asking.Answer(AskRequest.Plain(line, request.Language));
        }

        return asking.ExitCode;
    }
}
