using System.Diagnostics;
using System.Text;

namespace KorKazBot.EndToEndTests;

/// <summary>The built program as a process, started in the repository as a user would.</summary>
internal sealed class BuiltProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly Task<string> _error;

    private BuiltProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    public StreamReader Output => _process.StandardOutput;

    public StreamWriter Input => _process.StandardInput;

    /// <summary>Starts it with open pipes.</summary>
    public static BuiltProgram Start(string[] args, string? workingDirectory = null, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = workingDirectory ?? RepositoryRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "KorKazBot.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new BuiltProgram(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<Ending> RunAsync(string input, params string[] args) => RunAsync(Utf8.GetBytes(input), args);

    /// <summary>Runs it to its end with any bytes as its input.</summary>
    public static async Task<Ending> RunAsync(byte[] input, params string[] args)
    {
        using var program = Start(args);
        return await program.FinishAsync(input);
    }

    /// <summary>Sends what remains of the input and waits for the end.</summary>
    public async Task<Ending> FinishAsync(byte[]? input = null)
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        if (input is not null) await _process.StandardInput.BaseStream.WriteAsync(input);
        _process.StandardInput.Close();
        return new Ending(await WaitAsync(), await output, await _error);
    }

    /// <summary>Waits for the end without touching input or output.</summary>
    public async Task<Ending> EndAsync() => new(await WaitAsync(), "", await _error);

    /// <summary>Sends a signal by name, such as <c>INT</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    private static string FindRoot(string directory) => File.Exists(Path.Combine(directory, "KorKazBot.sln"))
        ? directory
        : FindRoot(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("There is no KorKazBot.sln above the tests."));
}

/// <summary>How the program ended.</summary>
internal sealed record Ending(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.TrimEnd('\n').Split('\n');
}
