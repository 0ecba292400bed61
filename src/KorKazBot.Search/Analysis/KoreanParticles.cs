namespace KorKazBot.Search.Analysis;

/// <summary>Takes particles (josa) and the commonest sentence endings off Korean words.</summary>
/// <remarks>
/// A Korean word (eojeol) is a noun with particles, or a verb with endings, written without a space. The particles follow the tables of
/// Sohn, "The Korean Language" (1999), section 8.3, single and combined, longest first.
/// </remarks>
internal static class KoreanParticles
{
    private static readonly string[] Particles =
    [
        .. "에서부터 으로부터 에서는 에게서 으로는 으로서 으로써 이라고 이라는 에서도 에서의 까지의 부터의 에게는 한테서 들에게 들이다 입니다 인가요 이란 이나 이며 이고 에는 에도 에의 에서 에게 으로 로서 로써 로는 부터 까지 보다 처럼 같이 마다 조차 마저 밖에 라고 라는 한테 께서 들이 들은 들을 들의 들과 들도 와의 과의 은 는 이 가 을 를 의 에 와 과 도 만 로 나 께 들"
            .Split(' ').OrderByDescending(particle => particle.Length),
    ];

    /// <summary>The word without its particle; at least two syllables stay, so that short nouns keep their last one.</summary>
    public static string Strip(string word)
    {
        foreach (var particle in Particles)
        {
            if (word.Length - particle.Length >= 2 && word.EndsWith(particle, StringComparison.Ordinal)) return word[..^particle.Length];
        }

        return word;
    }

    /// <summary>Whether a stretch of letters is a particle.</summary>
    public static bool IsParticle(ReadOnlySpan<char> letters)
    {
        foreach (var particle in Particles)
        {
            if (letters.SequenceEqual(particle)) return true;
        }

        return false;
    }
}
