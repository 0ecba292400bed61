using System.Diagnostics;
using System.Globalization;

namespace KorKazBot.Streams;

/// <summary>One line on a terminal's standard error that counts while work lasts; silent for short work and in a pipe.</summary>
/// <param name="streams">Where it is shown.</param>
/// <param name="what">What is counted, such as <c>passages indexed</c>.</param>
/// <param name="total">The number at the end; 0: not known.</param>
internal sealed class ProgressLine(StandardStreams streams, string what, int total) : IProgress<int>, IDisposable
{
    private const int BarColumns = 24;
    private const string ToLineStart = "\r\u001b[K";
    private static readonly TimeSpan ShortWork = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _shown;

    /// <summary>Shows a number, at most ten times a second and not in the first second.</summary>
    public void Report(int value)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        if (!streams.Terminal.Error || elapsed < ShortWork || elapsed - _shown < Pause) return;
        _shown = elapsed;
        streams.Error.Write(ToLineStart + Line(value));
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shown > TimeSpan.Zero) streams.Error.Write(ToLineStart);
    }

    private string Line(int value)
    {
        if (total <= 0) return string.Create(CultureInfo.InvariantCulture, $"{value:N0} {what}");
        var full = (int)Math.Min(BarColumns, (long)BarColumns * value / total);
        return string.Create(CultureInfo.InvariantCulture,
            $"{new string('█', full)}{new string('░', BarColumns - full)} {value:N0} of {total:N0} {what}");
    }
}
