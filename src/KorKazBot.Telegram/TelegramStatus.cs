namespace KorKazBot.Telegram;

/// <summary>How the adapter is doing.</summary>
public sealed record TelegramStatus
{
    /// <summary>How updates come.</summary>
    public TelegramMode Mode { get; init; }

    /// <summary>What the adapter does.</summary>
    public TelegramState State { get; init; }

    /// <summary>The bot's name without the @; empty until Telegram has told it.</summary>
    public string Username { get; init; } = "";

    /// <summary>Whether Telegram brings everything that is said in groups; false in privacy mode. Null until Telegram has told it.</summary>
    public bool? CanReadAllGroupMessages { get; init; }

    /// <summary>Whether inline mode is on. Null until Telegram has told it.</summary>
    public bool? HasInline { get; init; }

    /// <summary>How many messages were sent twice because nobody knew whether they had arrived.</summary>
    public long PossibleRepeats { get; init; }

    /// <summary>What keeps the adapter from working, for the operator; null: nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether updates come in.</summary>
    public bool IsReady => Problem is null && State == TelegramState.Receiving;

    /// <summary>One line for the operator.</summary>
    public string Summary
    {
        get
        {
            var name = Username.Length > 0 ? $" @{Username}" : "";
            var state = State switch
            {
                TelegramState.Connecting => "connecting",
                TelegramState.Receiving when Mode == TelegramMode.Webhook => "receiving at /telegram/webhook",
                TelegramState.Receiving => "receiving by polling",
                _ => "stopped",
            };
            var privacy = CanReadAllGroupMessages switch
            {
                null => "",
                true => "; reads all that is said in groups",
                false => "; privacy mode: in groups only commands and replies to the bot arrive",
            };
            return $"Telegram{name}: {state}{privacy}{(HasInline == false ? "; inline mode is off" : "")}{(Problem is null ? "" : $". {Problem}")}";
        }
    }
}

/// <summary>What the adapter does.</summary>
public enum TelegramState
{
    /// <summary>It tries to get through.</summary>
    Connecting,

    /// <summary>Updates come in, or would.</summary>
    Receiving,

    /// <summary>It has ended.</summary>
    Stopped,
}
