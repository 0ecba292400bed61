using System.Numerics;
using System.Runtime.InteropServices;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Search.Indexing;

namespace KorKazBot.Search.Meaning;

/// <summary>The directions of every English sentence, question and alias of a corpus, to compare questions with.</summary>
/// <remarks>Immutable; safe for any number of threads.</remarks>
internal sealed class PassageMeanings
{
    private readonly ISentenceEncoder _encoder;
    private readonly float[] _vectors;
    private readonly int[] _ends;
    private readonly int[] _sentences;

    private PassageMeanings(ISentenceEncoder encoder, float[] vectors, int[] ends, int[] sentences) =>
        (_encoder, _vectors, _ends, _sentences) = (encoder, vectors, ends, sentences);

    /// <summary>Computes the directions, or takes them from the cache.</summary>
    public static PassageMeanings Of(PassageIndex index, ISentenceVectors vectors)
    {
        var texts = new List<string>();
        var ends = new int[index.Passages.Count];
        var sentences = new int[index.Passages.Count];
        for (var ordinal = 0; ordinal < ends.Length; ordinal++)
        {
            var first = texts.Count;
            AppendSentences(index, ordinal, texts);
            sentences[ordinal] = texts.Count - first;
            AppendQuestions(index.Passages[ordinal], texts);
            ends[ordinal] = texts.Count;
        }

        var size = vectors.Encoder.Dimensions;
        var all = new float[texts.Count * size];
        var at = 0;
        foreach (var vector in vectors.Encode(texts))
        {
            vector.CopyTo(all, at);
            at += size;
        }

        return new PassageMeanings(vectors.Encoder, all, ends, sentences);
    }

    /// <summary>Compares an English question with everything.</summary>
    public Comparison Compare(string question)
    {
        var size = _encoder.Dimensions;
        var direction = new float[size];
        _encoder.Encode(question, direction);
        var cosines = new float[_vectors.Length / size];
        for (var i = 0; i < cosines.Length; i++) cosines[i] = Dot(direction, _vectors.AsSpan(i * size, size));
        return new Comparison(this, cosines);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var wideA = MemoryMarshal.Cast<float, Vector<float>>(a);
        var wideB = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < wideA.Length; i++) sums += wideA[i] * wideB[i];
        var sum = Vector.Sum(sums);
        for (var i = wideA.Length * Vector<float>.Count; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void AppendSentences(PassageIndex index, int ordinal, List<string> texts)
    {
        var passage = index.Passages[ordinal];
        if (passage.Language == Language.English)
        {
            foreach (var span in index.SentencesOf(ordinal)) texts.Add(passage.Text.Substring(span.Start, span.Length));
        }
        else if (passage.TranslationInto(Language.English) is { } translation)
        {
            // Only where it is cut alike can a sentence of the original be told by its translation.
            var spans = Sentences.Split(translation.Text).ToList();
            if (spans.Count != index.SentencesOf(ordinal).Length) texts.Add(translation.Text);
            else texts.AddRange(spans.Select(span => translation.Text.Substring(span.Start, span.Length)));
        }
    }

    private static void AppendQuestions(Passage passage, List<string> texts)
    {
        foreach (var alias in passage.Aliases)
        {
            if (alias.Language == Language.English) texts.Add(alias.Question);
        }
    }

    /// <summary>How near a question is to everything.</summary>
    /// <param name="meanings">What was compared.</param>
    /// <param name="cosines">A cosine for each sentence and alias, -1 to 1.</param>
    internal sealed class Comparison(PassageMeanings meanings, float[] cosines)
    {
        /// <summary>The nearest sentence or alias of a passage, 0 to 1; 0 for a passage without English.</summary>
        public double Of(int ordinal) => Best(Start(ordinal), meanings._ends[ordinal]);

        /// <summary>One sentence of a passage's text, 0 to 1; 0 where the sentence has no English.</summary>
        public double OfSentence(int ordinal, int sentence, int sentences) =>
            meanings._sentences[ordinal] == sentences ? Math.Max(0, cosines[Start(ordinal) + sentence]) : 0;

        /// <summary>The ordinals of the nearest passages.</summary>
        public IEnumerable<int> Nearest(int count) =>
            Enumerable.Range(0, meanings._ends.Length).OrderByDescending(Of).Take(count);

        private int Start(int ordinal) => ordinal == 0 ? 0 : meanings._ends[ordinal - 1];

        private double Best(int start, int end)
        {
            var best = 0f;
            foreach (var cosine in cosines.AsSpan(start, end - start)) best = Math.Max(best, cosine);
            return best;
        }
    }
}
