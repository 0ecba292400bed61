using System.Collections.Concurrent;
using KorKazBot.Engine.Answering;

namespace KorKazBot.SentenceEncoding;

/// <summary>Universal Sentence Encoder Lite, for English; read from its files when the first text comes.</summary>
internal sealed class SentenceEncoder(string folder) : ISentenceEncoder
{
    // The first pieces of the vocabulary are signs: unknown, end of text.
    internal const int ReservedPieces = 6;

    private readonly Lazy<(SentencePieces Pieces, Transformer Transformer)> _model = new(() => Load(folder));
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    // The number after the stroke goes up with every change to our code that changes a vector.
    public string Name => "universal-sentence-encoder-lite-en 0.2.0/1";

    public int Dimensions => Transformer.Dimensions;

    public void Encode(string text, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (vector.Length != Dimensions)
            throw new ArgumentException($"A vector has {Dimensions} numbers, not {vector.Length}.", nameof(vector));

        var model = _model.Value;
        var work = _workspaces.TryTake(out var used) ? used : new Workspace();
        var count = model.Pieces.Cut(text, work.Pieces, work);
        model.Transformer.Apply(work.Pieces.AsSpan(0, count), vector, work);
        _workspaces.Add(work);
    }

    private static (SentencePieces Pieces, Transformer Transformer) Load(string folder)
    {
        var weights = new EncoderWeights(WeightFiles.Read(folder));
        return (new SentencePieces(weights.ReadVocabulary(), ReservedPieces), new Transformer(weights));
    }
}
