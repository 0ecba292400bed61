namespace KorKazBot.Discord.Gateway;

/// <summary>The half of <see cref="DiscordGateways"/> that is only compiled where Discord.Net could be restored.</summary>
internal static partial class DiscordGateways
{
    static partial void AskWhetherBuilt(ref bool isBuilt) => isBuilt = true;

    static partial void Make(GatewayContext context, ref IDiscordGateway? gateway) => gateway = new DiscordNetGateway(context);
}
