namespace KorKazBot.SentenceEncoding;

/// <summary>Cuts a text into the pieces of the vocabulary whose probabilities multiply to the most.</summary>
/// <remarks>
/// SentencePiece's unigram model, with the habits of the package's own tokenizer, which the reference vectors come from: a way of the
/// score 0 counts as none yet, and among equals the last piece found wins. What no piece covers is left out.
/// </remarks>
internal sealed class SentencePieces
{
    /// <summary>Characters read of a text: far more than <see cref="Workspace.MaxPieces"/> pieces hold.</summary>
    public const int MaxCharacters = 4000;

    /// <summary>Stands for a space, and before the first word.</summary>
    public const char Space = '▁';

    private const int Unknown = 0;

    private readonly (string Text, double Score)[] _pieces;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly int _longest;

    /// <param name="pieces">In the order of their numbers.</param>
    /// <param name="reserved">How many of the first are signs that no text has.</param>
    public SentencePieces((string Text, double Score)[] pieces, int reserved)
    {
        _pieces = pieces;
        _longest = pieces.Max(piece => piece.Text.Length);
        var numbers = new Dictionary<string, int>(pieces.Length);
        for (var number = reserved; number < pieces.Length; number++) numbers[pieces[number].Text] = number;
        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Writes the numbers of the pieces, in the text's order, as many as there is room for.</summary>
    /// <returns>How many; at least one, because a text begins with the sign for a space.</returns>
    public int Cut(ReadOnlySpan<char> text, Span<int> numbers, Workspace work)
    {
        work.Letters[0] = Space;
        var length = 1 + CompatibleText.Write(text, work.Letters.AsSpan(1));
        work.Letters.AsSpan(0, length).Replace(' ', Space);
        FindWays(work.Letters.AsSpan(0, length), work.Ways);
        return Read(work.Ways.AsSpan(0, length + 1), numbers);
    }

    private void FindWays(ReadOnlySpan<char> letters, Span<(double Score, int Piece)> ways)
    {
        ways[..(letters.Length + 1)].Clear();
        for (var start = 0; start < letters.Length; start++)
        {
            var known = false;
            var room = Math.Min(_longest, letters.Length - start);
            for (var length = 1; length <= room; length++)
            {
                if (!_numbers.TryGetValue(letters.Slice(start, length), out var number)) continue;
                known = true;
                Offer(ref ways[start + length], ways[start].Score + _pieces[number].Score, number);
            }

            if (!known) Offer(ref ways[start + 1], ways[start].Score, Unknown);
        }
    }

    private static void Offer(ref (double Score, int Piece) way, double score, int piece)
    {
        if (way.Score == 0 || score >= way.Score) way = (score, piece);
    }

    // The ways are known from their ends, so the pieces are found last to first; numbers keeps the first ones.
    private int Read(ReadOnlySpan<(double Score, int Piece)> ways, Span<int> numbers)
    {
        var count = 0;
        for (var end = ways.Length - 1; end > 0; end -= LengthOf(ways[end].Piece))
            if (ways[end].Piece != Unknown) count++;

        var index = count;
        for (var end = ways.Length - 1; end > 0; end -= LengthOf(ways[end].Piece))
            if (ways[end].Piece != Unknown && --index < numbers.Length) numbers[index] = ways[end].Piece;
        return Math.Min(count, numbers.Length);
    }

    private int LengthOf(int piece) => piece == Unknown ? 1 : _pieces[piece].Text.Length;
}
