using System.Text.RegularExpressions;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Checking;

/// <summary>Finds secrets in the settings file, which is kept in the repository and copied with the program.</summary>
internal static partial class SecretLint
{
    private const string Remedy = "Take it out, have the platform make a new one, and give that by an environment variable such as Telegram__Token.";

    /// <summary>A problem for each line that holds a secret; the secret itself is not repeated.</summary>
    public static IEnumerable<CorpusProblem> Of(string settingsFile)
    {
        var number = 0;
        foreach (var line in File.ReadLines(settingsFile))
        {
            number++;
            if (line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !Token().IsMatch(line)) continue;
            if (SecretSetting().IsMatch(line) || Token().IsMatch(line))
                yield return new CorpusProblem(Severity.Error, settingsFile, number, "A secret stands in the settings file.", Remedy);
        }
    }

    [GeneratedRegex("""\"(Token|WebhookSecret|Secret|Password|ApiKey)\"\s*:\s*\"[^\"]+\"|Password\s*=\s*[^;\"\s]""", RegexOptions.IgnoreCase)]
    private static partial Regex SecretSetting();

    // The shapes of Telegram's and Discord's bot tokens.
    [GeneratedRegex(@"\b\d{6,}:[\w-]{30,}|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")]
    private static partial Regex Token();
}
