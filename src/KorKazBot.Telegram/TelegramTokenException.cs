namespace KorKazBot.Telegram;

/// <summary>The token is not one, or Telegram doesn't know it: nothing helps but another token. The message never holds the token.</summary>
/// <param name="message">What is wrong and where to get a right one.</param>
public sealed class TelegramTokenException(string message) : Exception(message)
{
    internal static TelegramTokenException Malformed() =>
        new("The Telegram token doesn't look like one: it is a number, a colon and letters. Copy it again from @BotFather.");

    internal static TelegramTokenException Refused() =>
        new("Telegram doesn't know the token: it was revoked or mistyped. Get the current one from @BotFather.");
}
