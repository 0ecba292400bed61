using System.Text.Json;
using KorKazBot.Asking;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Tests.Asking;

/// <summary>The contract of <c>ask --json</c>, to the letter.</summary>
public sealed class AnswerJsonTests
{
    private static readonly Passage Passage = new()
    {
        Id = "koo-2021-05.2.1",
        Turn = 2,
        Asked = "How many companies?",
        Text = "Thank you. More than 300. «Шинхан» <works> & 한국 too.",
        Language = Language.English,
        Source = new PassageSource("koo-2021-05", "Interview", null, null, null, null),
        Translations = [new PassageTranslation(Language.Russian, "Сколько?", "Более 300.")],
    };

    [Fact]
    public void An_answer_is_one_line_with_the_agreed_names_in_the_agreed_order()
    {
        var answer = new Answer.Found { Language = Language.Russian, Confidence = new Confidence(0.93), Readings = [Reading()], Words = [Unknown("рыба")] };

        Assert.Equal(
            """
            {"question":"Сколько \"компаний\"?","language":"ru","outcome":"answer","confidence":0.93,"passages":[{"id":"koo-2021-05.2.1","turn":2,
            "asked":"How many companies?","text":"Thank you. More than 300. «Шинхан» <works> & 한국 too.","highlight":"More than 300.",
            "translation":"Более 300.","score":7.1235}],"unknown":["рыба"],"elapsedMs":1.235}
            """.ReplaceLineEndings(""),
            Line("Сколько \"компаний\"?", answer));
    }

    [Fact]
    public void Without_a_translation_it_is_null()
    {
        var answer = new Answer.Candidates { Language = Language.Korean, Readings = [Reading()] };

        var line = JsonDocument.Parse(Line("?", answer)).RootElement;

        Assert.Equal("candidates", line.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("passages")[0].GetProperty("translation").ValueKind);
    }

    [Fact]
    public void Abstaining_still_lists_the_candidates()
    {
        var answer = new Answer.Abstained(AbstainReason.LowConfidence) { Language = Language.English, Readings = [Reading()] };

        var line = JsonDocument.Parse(Line("?", answer)).RootElement;

        Assert.Equal("none", line.GetProperty("outcome").GetString());
        Assert.Equal(1, line.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public void A_line_that_could_not_be_read_keeps_its_place()
    {
        using var json = new AnswerJson();

        Assert.Equal(
            """{"question":"{","language":"en","outcome":"none","confidence":0,"passages":[],"unknown":[],"elapsedMs":0,"error":"No \"object\"."}""",
            json.OfError("{", "No \"object\"."));
    }

    [Theory]
    [InlineData("a\uD83D")]
    [InlineData("\uDE00b")]
    [InlineData("\u0000\u001b[2J\u2028")]
    public void Whatever_was_typed_the_line_is_valid_JSON_on_one_line(string question)
    {
        var line = Line(question, new Answer.Abstained(AbstainReason.Noise) { Language = Language.English });

        using var document = JsonDocument.Parse(line);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\u001b', line);
    }

    private static string Line(string question, Answer answer)
    {
        using var json = new AnswerJson();
        return json.Of(question, answer, TimeSpan.FromMicroseconds(1234.6));
    }

    private static Reading Reading() => new(Passage, new TextSpan(11, 25), 7.12346, new Evidence(1, 1, 1, 0, 0, false, 0, [], []));

    private static QuestionWord Unknown(string text) => new(text, WordKind.Unknown, 3);
}
