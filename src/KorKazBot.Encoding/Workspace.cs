namespace KorKazBot.SentenceEncoding;

/// <summary>What one text at a time is worked on with: made once, used again, so that a question allocates nothing.</summary>
internal sealed class Workspace
{
    /// <summary>More pieces are left out, as where the model was trained.</summary>
    public const int MaxPieces = 128;

    private const int Width = 512;

    /// <summary>The text in the vocabulary's letters.</summary>
    public char[] Letters { get; } = new char[SentencePieces.MaxCharacters];

    /// <summary>The best way of cutting the letters before each place: its score, and its last piece.</summary>
    public (double Score, int Piece)[] Ways { get; } = new (double, int)[SentencePieces.MaxCharacters + 1];

    public int[] Pieces { get; } = new int[MaxPieces];

    public float[] Rows { get; } = new float[MaxPieces * Width];

    public float[] Normalized { get; } = new float[MaxPieces * Width];

    public float[] Mixed { get; } = new float[MaxPieces * Width];

    public float[] Change { get; } = new float[MaxPieces * Width];

    public float[] Wide { get; } = new float[MaxPieces * 3 * Width];

    public float[] Scores { get; } = new float[MaxPieces];
}
