namespace KorKazBot.Engine.Chat;

/// <summary>What people call our languages.</summary>
public static class LanguageNames
{
    /// <summary>A language's own name for itself.</summary>
    public static string OwnName(this Language language) => language switch
    {
        Language.English => "English",
        Language.Russian => "Русский",
        Language.Kazakh => "Қазақша",
        _ => "한국어",
    };

    /// <summary>Reads a code or a name, in any of our languages.</summary>
    public static bool TryParse(string name, out Language language)
    {
        ArgumentNullException.ThrowIfNull(name);
        var word = name.Trim().ToLowerInvariant();
        var (found, parsed) = word switch
        {
            "english" or "английский" or "ағылшынша" or "ағылшын" or "영어" or "eng" => (true, Language.English),
            "russian" or "русский" or "по-русски" or "орысша" or "орыс" or "러시아어" or "rus" => (true, Language.Russian),
            "kazakh" or "қазақша" or "қазақ" or "казакша" or "казахский" or "по-казахски" or "카자흐어" or "kaz" or "kz" => (true, Language.Kazakh),
            "korean" or "한국어" or "корейский" or "по-корейски" or "корейше" or "кәрісше" or "kor" or "kr" => (true, Language.Korean),
            _ => (Languages.TryParse(word, out var code), code),
        };
        language = parsed;
        return found;
    }
}
