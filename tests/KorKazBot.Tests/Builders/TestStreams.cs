using KorKazBot.Streams;

namespace KorKazBot.Tests.Builders;

/// <summary>Streams made of strings.</summary>
internal sealed class TestStreams : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TestStreams(string input = "", TerminalTraits? terminal = null) =>
        Streams = new StandardStreams(() => new StringReader(input), _output, _error, terminal);

    public StandardStreams Streams { get; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public void Dispose()
    {
        Streams.Dispose();
        _output.Dispose();
    }
}
