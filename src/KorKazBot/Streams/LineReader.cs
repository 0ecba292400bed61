using System.Text;

namespace KorKazBot.Streams;

/// <summary>Reads lines of any length within bounded memory, and says before it has to wait for more.</summary>
/// <param name="source">What is read.</param>
/// <param name="beforeWaiting">
/// Called before each read that may block: a program that sends a question and waits for its answer must find the answer sent.
/// </param>
internal sealed class LineReader(TextReader source, Action beforeWaiting)
{
    /// <summary>Longest line that is kept, in UTF-16 units; a question is cut at 1,000 anyway.</summary>
    public const int MaxLength = 65_536;

    private readonly char[] _buffer = new char[16_384];
    private int _next;
    private int _end;

    /// <summary>The next line without its end, or null after the last.</summary>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var tooLong = false;
        var started = false;
        while (true)
        {
            if (_next == _end && !await FillAsync(cancellationToken)) return started ? Finish(text, tooLong) : null;

            started = true;
            var rest = _buffer.AsSpan(_next, _end - _next);
            var newLine = rest.IndexOf('\n');
            var part = newLine < 0 ? rest : rest[..newLine];
            var kept = part[..Math.Min(part.Length, MaxLength - text.Length)];
            text.Append(kept);
            tooLong |= kept.Length < part.Length && !part[kept.Length..].Trim('\r').IsEmpty;
            _next += newLine < 0 ? rest.Length : newLine + 1;
            if (newLine >= 0) return Finish(text, tooLong);
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        beforeWaiting();
        // A blocked read of a terminal or pipe can't be cancelled; it is left behind instead.
        _end = await source.ReadAsync(_buffer, cancellationToken).AsTask().WaitAsync(cancellationToken);
        _next = 0;
        return _end > 0;
    }

    private static Line Finish(StringBuilder text, bool tooLong)
    {
        if (text.Length > 0 && text[^1] == '\r') text.Length--;
        if (text.Length > 0 && text[0] == '\uFEFF') text.Remove(0, 1);
        return new Line(text.ToString(), tooLong);
    }

    /// <summary>A line.</summary>
    /// <param name="Text">The line, or the first <see cref="MaxLength"/> units of it.</param>
    /// <param name="TooLong">Whether more followed.</param>
    internal sealed record Line(string Text, bool TooLong);
}
