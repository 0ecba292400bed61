using KorKazBot.Discord.Rest;

namespace KorKazBot.Discord.Gateway;

/// <summary>What a gateway works with.</summary>
/// <param name="Options">How to reach Discord.</param>
/// <param name="Identity">As whom.</param>
/// <param name="Intake">Takes what comes in.</param>
/// <param name="Outside">The clock and the log.</param>
/// <param name="Report">Takes how it is doing.</param>
internal sealed record GatewayContext(
    DiscordOptions Options, ApplicationIdentity Identity, GatewayIntake Intake, Outside Outside, Action<GatewayState> Report);

/// <summary>The gateways that this build has: Discord.Net's where its package could be restored, else none.</summary>
internal static partial class DiscordGateways
{
    /// <summary>Whether there is one.</summary>
    public static bool IsBuilt
    {
        get
        {
            var isBuilt = false;
            AskWhetherBuilt(ref isBuilt);
            return isBuilt;
        }
    }

    /// <summary>Makes it; null: this build has none.</summary>
    public static IDiscordGateway? Create(GatewayContext context)
    {
        IDiscordGateway? gateway = null;
        Make(context, ref gateway);
        return gateway;
    }

    static partial void AskWhetherBuilt(ref bool isBuilt);

    static partial void Make(GatewayContext context, ref IDiscordGateway? gateway);
}
