using System.Text.Json;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Streams;

namespace KorKazBot.Asking;

/// <summary>One line of <c>ask --json</c>'s input.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Error">Why the line can't be read; null where it can.</param>
internal sealed record AskRequest(Question Question, string? Error = null)
{
    private const int EchoedCharacters = 1000;

    /// <summary>
    /// Reads a line: a plain one is the question, one that starts with <c>{</c> is
    /// <c>{"question", "previous"?, "language"?}</c>. A bad line gives a request with an <see cref="Error"/>, never an exception.
    /// </summary>
    public static AskRequest Parse(LineReader.Line line, Language? language)
    {
        return line.Text.StartsWith('{') && !line.TooLong ? ParseObject(line.Text, language) : Plain(line, language);
    }

    /// <summary>Takes a line as the question, whatever it looks like.</summary>
    public static AskRequest Plain(LineReader.Line line, Language? language) => line.TooLong || line.Text.Length > LineReader.MaxLength
        ? Bad(line.Text, $"The question is longer than {LineReader.MaxLength} characters. Ask in fewer words.")
        : new AskRequest(new Question(line.Text, language));

    private static AskRequest ParseObject(string line, Language? language)
    {
        try
        {
            using var document = JsonDocument.Parse(LoneSurrogates.Replace(line));
            var question = Text(document.RootElement, "question") ?? throw new FormatException("There is no \"question\".");
            var code = Text(document.RootElement, "language");
            return new AskRequest(new Question(question, code is null ? language : Known(code), Previous: Text(document.RootElement, "previous")));
        }
        catch (JsonException exception)
        {
            return Bad(line, $"The line is no JSON object (column {exception.BytePositionInLine + 1}). "
                + "Write {\"question\": \"…\"}, or the question alone.");
        }
        catch (FormatException exception)
        {
            return Bad(line, $"{exception.Message} Write {{\"question\": \"…\", \"previous\": \"…\", \"language\": \"ru\"}}; the last two may be left out.");
        }
    }

    private static string? Text(JsonElement request, string name)
    {
        if (!request.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new FormatException($"\"{name}\" is no text.");
        return value.GetString();
    }

    private static Language Known(string code) => Languages.TryParse(code, out var language)
        ? language
        : throw new FormatException("\"language\" is none of en, ru, kk, ko.");

    private static AskRequest Bad(string line, string error)
    {
        var echoed = Math.Min(line.Length, EchoedCharacters);
        if (echoed < line.Length && char.IsHighSurrogate(line[echoed - 1])) echoed--;
        return new AskRequest(new Question(line[..echoed]), error);
    }
}
