using System.Collections.Immutable;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Configuration;

/// <summary>Who looks after the bot.</summary>
internal sealed class ModerationOptions
{
    public const string Section = "Moderation";

    /// <summary>Who appoints moderators: <c>telegram:12345, discord:67890</c>, parted by commas. Default nobody.</summary>
    public string Owners { get; set; } = "";

    /// <summary>The owners that can be read.</summary>
    public ImmutableArray<PlatformUser> OwnerList() =>
        [.. Parts(Owners).Select(part => PlatformUser.TryParse(part, usual: "", out var user) ? user : null).OfType<PlatformUser>().Distinct()];

    /// <summary>The keys whose values can't be used, with the reason worded to follow the key.</summary>
    public IEnumerable<(string Key, string Reason)> Broken()
    {
        if (Parts(Owners).FirstOrDefault(part => !PlatformUser.TryParse(part, usual: "", out _)) is { } wrong)
            yield return ("Moderation:Owners", $"holds \"{wrong}\", which is no numeric id with its platform. Give telegram:12345 or discord:67890, parted by commas.");
    }

    private static string[] Parts(string list) => list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
