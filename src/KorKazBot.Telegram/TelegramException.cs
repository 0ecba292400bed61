namespace KorKazBot.Telegram;

/// <summary>Telegram can't be used as it is configured; trying again won't help.</summary>
/// <param name="message">What is wrong and what to do, for the operator; never a secret.</param>
public sealed class TelegramException(string message) : Exception(message)
{
    internal static TelegramException TokenRefused() =>
        new("Telegram doesn't know the token: it was revoked or mistyped. Get the current one from @BotFather and set Telegram__Token.");
}
