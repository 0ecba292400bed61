using System.Buffers;
using System.Text;
using System.Text.Json;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Json;

namespace KorKazBot.Asking;

/// <summary>Writes answers as <c>ask --json</c> promises them: one object a line.</summary>
/// <remarks>Written by hand, property by property: the names and their order are a contract, and nothing has to be warmed up.</remarks>
internal sealed class AnswerJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly Utf8JsonWriter _json;

    public AnswerJson() => _json = new Utf8JsonWriter(_bytes, JsonLine.Options);

    /// <summary>The line for an answered question.</summary>
    public string Of(string question, Answer answer, TimeSpan elapsed)
    {
        Begin(question, answer.Language, OutcomeOf(answer), answer.Confidence.Probability);
        foreach (var reading in answer.Readings) WriteReading(reading, answer.Language);
        _json.WriteEndArray();

        _json.WriteStartArray("unknown");
        foreach (var word in answer.UnknownWords) _json.WriteStringValue(word);
        return End(elapsed, error: null);
    }

    /// <summary>The line for a line that couldn't be read: it keeps its place in the order.</summary>
    public string OfError(string question, string error)
    {
        Begin(question, Language.English, "none", confidence: 0);
        _json.WriteEndArray();
        _json.WriteStartArray("unknown");
        return End(TimeSpan.Zero, error);
    }

    public void Dispose() => _json.Dispose();

    private static string OutcomeOf(Answer answer) => answer switch
    {
        Answer.Found => "answer",
        Answer.Candidates => "candidates",
        _ => "none",
    };

    private void Begin(string question, Language language, string outcome, double confidence)
    {
        _bytes.ResetWrittenCount();
        _json.Reset(_bytes);
        _json.WriteStartObject();
        _json.WriteString("question", question);
        _json.WriteString("language", language.ToCode());
        _json.WriteString("outcome", outcome);
        _json.WriteNumber("confidence", Math.Round(confidence, 4));
        _json.WriteStartArray("passages");
    }

    private void WriteReading(Reading reading, Language language)
    {
        _json.WriteStartObject();
        _json.WriteString("id", reading.Passage.Id);
        _json.WriteNumber("turn", reading.Passage.Turn);
        _json.WriteString("asked", reading.Passage.Asked);
        _json.WriteString("text", reading.Passage.Text);
        _json.WriteString("highlight", reading.HighlightText);
        _json.WriteString("translation", reading.Passage.TranslationInto(language)?.Text);
        _json.WriteNumber("score", Math.Round(reading.Score, 4));
        _json.WriteEndObject();
    }

    private string End(TimeSpan elapsed, string? error)
    {
        _json.WriteEndArray();
        _json.WriteNumber("elapsedMs", Math.Round(elapsed.TotalMilliseconds, 3));
        if (error is not null) _json.WriteString("error", error);
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_bytes.WrittenSpan);
    }
}
