namespace KorKazBot.EndToEndTests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("INT", "ask", "--json")]
    [InlineData("TERM", "ask", "--json")]
    [InlineData("INT", "chat", "--lang", "en")]
    public async Task A_signal_ends_it_with_130_and_no_trace(string signal, params string[] args)
    {
        using var program = BuiltProgram.Start(args);
        await program.Input.WriteLineAsync("How many Korean companies work in Kazakhstan?");
        await program.Input.FlushAsync();
        await program.Output.ReadLineAsync();   // it runs, and waits for the next line

        await program.SignalAsync(signal);
        var ending = await program.EndAsync();

        Assert.Equal(130, ending.ExitCode);
        Assert.Equal("", ending.Error);
    }

    [Fact]
    public async Task Without_arguments_it_chats_with_a_pipe()
    {
        var ending = await BuiltProgram.RunAsync("How many Korean companies work in Kazakhstan?\n/help\n/quit\nnever asked\n");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("more than 300 Korean companies", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("> ", ending.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ending.Output);
        Assert.DoesNotContain("never asked", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_presses_a_button_of_the_last_reply()
    {
        var ending = await BuiltProgram.RunAsync("/topics\n2\n", "chat", "--lang", "en");

        Assert.Contains("300 Korean companies", ending.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "nonsense")]
    [InlineData(2, "ask", "--top", "0", "Why?")]
    [InlineData(2, "ask", "--lang", "de", "Why?")]
    [InlineData(2, "import", "no-such-file.txt")]
    [InlineData(2, "eval", "no-such-file.jsonl")]
    [InlineData(3, "ask", "--corpus", "no-such-folder", "Why?")]
    [InlineData(3, "check", "--corpus", "no-such-folder")]
    public async Task A_mistake_is_explained_with_its_exit_code(int exitCode, params string[] args)
    {
        var ending = await BuiltProgram.RunAsync("", args);

        Assert.Equal(exitCode, ending.ExitCode);
        Assert.Equal("", ending.Output);
        Assert.StartsWith("error: ", ending.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Corpus__Path", "no-such-folder")]
    [InlineData("Corpus__Pth", "corpus")]
    [InlineData("Answering__AnswerThreshold", "much")]
    public async Task A_wrong_setting_gives_3(string name, string value)
    {
        using var program = BuiltProgram.Start(["ask", "Why?"], null, (name, value));

        Assert.Equal(3, (await program.FinishAsync()).ExitCode);
    }

    [Fact]
    public async Task From_another_folder_it_finds_the_corpus_beside_itself()
    {
        var elsewhere = Directory.CreateTempSubdirectory("korkazbot-elsewhere");
        using var program = BuiltProgram.Start(["ask", "How many Korean companies work in Kazakhstan?"], elsewhere.FullName);

        Assert.Equal(0, (await program.FinishAsync()).ExitCode);
        elsewhere.Delete();
    }

    [Theory]
    [InlineData("--help", "130 cancelled")]
    [InlineData("ask --help", "korkazbot ask")]
    [InlineData("chat --help", "korkazbot chat")]
    [InlineData("import --help", "korkazbot import")]
    [InlineData("check --help", "korkazbot check")]
    [InlineData("eval --help", "korkazbot eval")]
    [InlineData("index --help", "korkazbot index")]
    [InlineData("--version", "0.")]
    public async Task Help_teaches_by_example(string args, string taught)
    {
        var ending = await BuiltProgram.RunAsync("", args.Split(' '));

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains(taught, ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_corpus_passes_its_own_check()
    {
        var ending = await BuiltProgram.RunAsync("", "check");

        Assert.Equal(0, ending.ExitCode);
    }

    [Fact]
    public async Task Index_shows_what_is_in_it()
    {
        var ending = await BuiltProgram.RunAsync("", "index");

        Assert.Equal(0, ending.ExitCode);
        Assert.StartsWith("passages", ending.Output, StringComparison.Ordinal);
    }
}
