using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Benchmarks;

/// <summary>Grows a public set to any size: the originals, then copies in which a third of the words is another passage's or a new name.</summary>
/// <remarks>Always the same for the same size. Words are drawn from running text, so that frequent ones stay frequent.</remarks>
internal static class GrownCorpus
{
    private const double ChangedWords = 0.35;
    private const double NewNames = 0.01;

    private static readonly string[] Syllables = ["ka", "zo", "mer", "tin", "bel", "dor", "vis", "lan", "quo", "sha", "rin", "pek", "ulm", "gra", "oth", "yev"];

    /// <summary>The first <paramref name="size"/> passages.</summary>
    public static CorpusSnapshot Of(PublicSet set, int size)
    {
        var random = new Random(42);
        var texts = set.Passages.Select(passage => passage.Text.Split(' ')).ToArray();
        var passages = ImmutableArray.CreateBuilder<Passage>(size);
        passages.AddRange(set.Passages.Take(size));
        for (var number = passages.Count; number < size; number++)
        {
            var words = (string[])texts[number % texts.Length].Clone();
            for (var i = 0; i < words.Length; i++)
            {
                var chance = random.NextDouble();
                if (chance < NewNames) words[i] = Name(random);
                else if (chance < ChangedWords) words[i] = Any(texts, random);
            }

            passages.Add(PublicSet.Of($"grown-{number}", string.Join(' ', words), Language.English));
        }

        return new CorpusSnapshot([], passages.MoveToImmutable(), $"grown-{size}");
    }

    private static string Any(string[][] texts, Random random)
    {
        var text = texts[random.Next(texts.Length)];
        return text[random.Next(text.Length)];
    }

    // Names follow Zipf's law, too: few are frequent.
    private static string Name(Random random)
    {
        var rank = (int)Math.Pow(1_000_000, random.NextDouble());
        var name = "";
        for (; rank > 0; rank /= Syllables.Length) name += Syllables[rank % Syllables.Length];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
