namespace KorKazBot.Discord;

/// <summary>How the adapter is doing.</summary>
public sealed record DiscordStatus
{
    /// <summary>Whether interactions are taken by the endpoint.</summary>
    public bool ServesInteractions { get; init; }

    /// <summary>Whether the commands are registered as they are now.</summary>
    public bool HasCommands { get; init; }

    /// <summary>The gateway.</summary>
    public GatewayState Gateway { get; init; }

    /// <summary>What keeps the adapter from working, for the operator; null: nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the adapter does what it is configured to do.</summary>
    public bool IsReady => Problem is null && Gateway is not (GatewayState.Connecting or GatewayState.Stopped);

    /// <summary>One line for the operator: which ways are open, and why not the others.</summary>
    public string Summary
    {
        get
        {
            var endpoint = ServesInteractions
                ? "interactions at /discord/interactions"
                : "no endpoint for interactions (Discord:PublicKey is empty)";
            var gateway = Gateway switch
            {
                GatewayState.NotBuilt => "no gateway (this build is without Discord.Net)",
                GatewayState.Off => "no gateway (Discord:Token is empty)",
                GatewayState.Connecting => "gateway connecting",
                GatewayState.Connected => "gateway connected",
                _ => "gateway stopped",
            };
            return $"Discord: {endpoint}; {gateway}{(Problem is null ? "" : $". {Problem}")}";
        }
    }
}

/// <summary>What the gateway does.</summary>
public enum GatewayState
{
    /// <summary>Discord.Net couldn't be restored where this was built, or was left out.</summary>
    NotBuilt,

    /// <summary>There is one, but no token.</summary>
    Off,

    /// <summary>It tries to get through.</summary>
    Connecting,

    /// <summary>Messages come in.</summary>
    Connected,

    /// <summary>Discord has shut it out; only a change of configuration helps.</summary>
    Stopped,
}
