namespace KorKazBot.Engine;

/// <summary>A language that people ask and that interviews are held in.</summary>
public enum Language
{
    /// <summary>English, <c>en</c>.</summary>
    English,

    /// <summary>Russian, <c>ru</c>.</summary>
    Russian,

    /// <summary>Kazakh in Cyrillic letters, <c>kk</c>.</summary>
    Kazakh,

    /// <summary>Korean, <c>ko</c>.</summary>
    Korean,
}

/// <summary>The ISO 639-1 codes that files, options and JSON use for a <see cref="Language"/>.</summary>
public static class Languages
{
    /// <summary>Every language, in the order in which lists show them.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.English, Language.Russian, Language.Kazakh, Language.Korean];

    /// <summary>The two-letter code: <c>en</c>, <c>ru</c>, <c>kk</c> or <c>ko</c>.</summary>
    public static string ToCode(this Language language) => language switch
    {
        Language.English => "en",
        Language.Russian => "ru",
        Language.Kazakh => "kk",
        Language.Korean => "ko",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such language."),
    };

    /// <summary>Reads a two-letter code, upper or lower case; a region after a hyphen (<c>ru-KZ</c>) is ignored.</summary>
    /// <returns>False where the code is none of ours.</returns>
    public static bool TryParse(string? code, out Language language)
    {
        var primary = code.AsSpan().Trim();
        var hyphen = primary.IndexOfAny('-', '_');
        if (hyphen > 0) primary = primary[..hyphen];

        foreach (var candidate in All)
        {
            if (!primary.Equals(candidate.ToCode(), StringComparison.OrdinalIgnoreCase)) continue;
            language = candidate;
            return true;
        }

        language = Language.English;
        return false;
    }
}
