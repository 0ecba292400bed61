using System.Text;
using System.Text.Json;

namespace KorKazBot.EndToEndTests;

public sealed class AskTests
{
    private const string Question = "How many Korean companies work in Kazakhstan?";
    private const string Sentence = "According to the stat from our government, more than 300 Korean companies are doing their businesses in Kazakhstan.";

    [Fact]
    public async Task A_question_is_answered_in_plain_text()
    {
        var ending = await BuiltProgram.RunAsync("", "ask", Question);

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains(Sentence, ending.Output, StringComparison.Ordinal);
        Assert.Contains("Koo Hong-seok", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ending.Output);
        Assert.Equal("", ending.Error);
    }

    [Fact]
    public async Task A_question_that_nothing_answers_gives_1()
    {
        var ending = await BuiltProgram.RunAsync("", "ask", "What is the recipe for borscht?");

        Assert.Equal(1, ending.ExitCode);
        Assert.NotEqual("", ending.Output);
    }

    [Fact]
    public async Task Json_keeps_the_order_with_bad_lines_in_their_places()
    {
        var ending = await BuiltProgram.RunAsync($"{Question}\n{{bad\n\n{{\"question\": \"{Question}\", \"language\": \"en\"}}\nlast", "ask", "--json");

        var lines = ending.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([Question, "{bad", "", Question, "last"], lines.Select(line => line.GetProperty("question").GetString()));
        Assert.Equal([false, true, false, false, false], lines.Select(line => line.TryGetProperty("error", out _)));
        Assert.Equal("answer", lines[3].GetProperty("outcome").GetString());
        Assert.Equal(Sentence, lines[3].GetProperty("passages")[0].GetProperty("highlight").GetString());
        Assert.Equal(2, ending.ExitCode);
    }

    [Fact]
    public async Task Top_limits_the_candidates()
    {
        var ending = await BuiltProgram.RunAsync("", "ask", "--json", "--top", "2", Question);

        Assert.Equal(2, JsonDocument.Parse(ending.Output).RootElement.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_comes_before_the_next_question_is_sent()
    {
        using var program = BuiltProgram.Start(["ask", "--json"]);

        for (var i = 0; i < 3; i++)
        {
            await program.Input.WriteLineAsync(Question);
            await program.Input.FlushAsync();
            Assert.Contains(Sentence, await program.Output.ReadLineAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await program.FinishAsync()).ExitCode);
    }

    [Fact]
    public async Task Half_an_emoji_does_no_harm()
    {
        var ending = await BuiltProgram.RunAsync("""{"question": "\ud83d How many Korean companies \udc00?"}""", "ask", "--json");

        Assert.StartsWith("{\"question\":\"\uFFFD How many", ending.Output, StringComparison.Ordinal);
        Assert.Equal(0, ending.ExitCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_do_no_harm()
    {
        byte[] windows1251 = [0xCA, 0xE0, 0xEA, 0x3F, (byte)'\n', .. Encoding.UTF8.GetBytes(Question)];

        var ending = await BuiltProgram.RunAsync(windows1251, "ask", "--json");

        Assert.Equal(2, ending.Lines.Length);
        Assert.Contains(Sentence, ending.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_16_megabytes_is_refused_and_the_next_is_answered()
    {
        var ending = await BuiltProgram.RunAsync($"{new string('(', 16 * 1024 * 1024)}\n{Question}\n", "ask", "--json");

        Assert.Contains("\"error\":", ending.Lines[0], StringComparison.Ordinal);
        Assert.Contains(Sentence, ending.Lines[1], StringComparison.Ordinal);
        Assert.Equal(2, ending.ExitCode);
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_ends_it_quietly()
    {
        using var program = BuiltProgram.Start(["ask", "--json"]);
        await program.Input.WriteLineAsync(Question);
        await program.Input.FlushAsync();
        await program.Output.ReadLineAsync();

        program.Output.Close();
        await program.Input.WriteLineAsync(Question);
        await program.Input.FlushAsync();
        var ending = await program.EndAsync();   // although its input stays open

        Assert.Equal(0, ending.ExitCode);
        Assert.Equal("", ending.Error);
    }
}
