using System.Text;

namespace KorKazBot.Streams;

/// <summary>Where a command reads and writes: data on <see cref="Out"/>, talk on <see cref="Error"/>.</summary>
/// <remarks>Commands see nothing else of the console, so a test hands them strings.</remarks>
internal sealed class StandardStreams : IDisposable
{
    private readonly Func<TextReader> _openInput;
    private LineReader? _lines;

    /// <summary>Streams over any reader and writers; no terminal unless <paramref name="terminal"/> says so.</summary>
    public StandardStreams(Func<TextReader> openInput, TextWriter output, TextWriter error, TerminalTraits? terminal = null)
    {
        _openInput = openInput;
        Out = output;
        Error = error;
        Terminal = terminal ?? TerminalTraits.None;
    }

    /// <summary>Data.</summary>
    public TextWriter Out { get; }

    /// <summary>Talk: progress, notes, errors.</summary>
    public TextWriter Error { get; }

    /// <summary>What of this is a terminal.</summary>
    public TerminalTraits Terminal { get; }

    /// <summary>Standard input line by line; <see cref="Out"/> is flushed before it waits for more.</summary>
    public LineReader In => _lines ??= new LineReader(_openInput(), Out.Flush);

    /// <summary>The process's own streams, in UTF-8 whatever the machine's locale.</summary>
    public static StandardStreams Open() => new(
        () => new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 16384),
        StandardOutput.Open(), StandardOutput.OpenError(), TerminalTraits.OfThisProcess());

    public void Dispose() => Error.Dispose();   // Out was flushed by the boundary; a second try at a broken pipe would throw.
}
