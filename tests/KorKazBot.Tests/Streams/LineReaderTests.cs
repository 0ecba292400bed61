using KorKazBot.Streams;

namespace KorKazBot.Tests.Streams;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one", new[] { "one" })]
    [InlineData("one\n", new[] { "one" })]
    [InlineData("one\r\n\ntwo", new[] { "one", "", "two" })]
    [InlineData("\uFEFFone\n", new[] { "one" })]
    public async Task Lines_come_without_their_ends(string input, string[] expected)
    {
        Assert.Equal(expected, (await ReadAllAsync(input)).Select(line => line.Text));
    }

    [Fact]
    public async Task A_longer_line_is_cut_and_says_so_and_the_next_is_whole()
    {
        var lines = await ReadAllAsync($"{new string('a', LineReader.MaxLength)}\r\n{new string('b', 3 * LineReader.MaxLength)}\nnext");

        Assert.Equal([false, true, false], lines.Select(line => line.TooLong));
        Assert.Equal([LineReader.MaxLength, LineReader.MaxLength, 4], lines.Select(line => line.Text.Length));
    }

    [Fact]
    public async Task It_says_before_it_waits()
    {
        var waits = 0;
        var reader = new LineReader(new StringReader("one\ntwo\n"), () => waits++);

        await reader.ReadAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);

        Assert.Equal(1, waits);
    }

    [Fact]
    public async Task A_read_that_would_block_for_ever_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var reader = new LineReader(new SilentReader(), cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ReadAsync(cancellation.Token));
    }

    private static async Task<List<LineReader.Line>> ReadAllAsync(string input)
    {
        var reader = new LineReader(new StringReader(input), () => { });
        var lines = new List<LineReader.Line>();
        while (await reader.ReadAsync(CancellationToken.None) is { } line) lines.Add(line);
        return lines;
    }

    private sealed class SilentReader : StringReader
    {
        public SilentReader()
            : base("")
        {
        }

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource<int>().Task);
    }
}
