using System.Collections;
using KorKazBot.Engine;

namespace KorKazBot.Terminal;

/// <summary>The language that a terminal is set to.</summary>
internal static class LocaleLanguage
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>What the first variable that is set tells (<c>ru_RU.UTF-8</c>); null where it tells none of ours.</summary>
    public static Language? Of(IDictionary environment)
    {
        var locale = Variables.Select(name => environment[name] as string).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return Languages.TryParse(locale, out var language) ? language : null;
    }
}
