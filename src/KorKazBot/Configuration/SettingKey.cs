namespace KorKazBot.Configuration;

/// <summary>The keys that the program reads. A test holds this list, the options, appsettings.json and the README's table together.</summary>
internal static class SettingKey
{
    /// <summary>Every key, as in <c>Corpus:Path</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Answering:AnswerThreshold",
        "Answering:CandidatesThreshold",
        "Answering:Meaning",
        "Corpus:KeptPath",
        "Corpus:Path",
        "Discord:ApiUrl",
        "Discord:ApplicationId",
        "Discord:GatewayUrl",
        "Discord:PublicKey",
        "Discord:Shards",
        "Discord:Token",
        "Index:MaxPassagesInMemory",
        "Index:Path",
        "Moderation:Owners",
        "Storage:ConnectionString",
        "Storage:Provider",
        "Telegram:ApiUrl",
        "Telegram:Mode",
        "Telegram:Token",
        "Telegram:WebhookSecret",
        "Telegram:WebhookUrl",
    ];

    /// <summary>Where <c>serve</c> listens; a key without a section.</summary>
    public const string Urls = "Urls";

    /// <summary>Sections that the program doesn't read yet or leaves to the framework; their keys are not ours to refuse.</summary>
    private static readonly string[] Foreign = ["Kestrel", "Logging", Urls, "AllowedHosts"];

    /// <summary>Whether a key begins with one of our sections.</summary>
    public static bool IsInOurSection(string key) =>
        All.Any(known => SectionOf(known).Equals(SectionOf(key), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a key is read, or somebody else's.</summary>
    public static bool IsKnown(string key) =>
        All.Contains(key, StringComparer.OrdinalIgnoreCase) || Foreign.Contains(SectionOf(key).ToString(), StringComparer.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> SectionOf(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? key : key.AsSpan(0, colon);
    }
}
