namespace KorKazBot.Telegram.Updates;

/// <summary>
/// Passages in addresses that open the bot, <c>t.me/bot?start=koo-2021-05_2_1</c>: the id with underscores for its dots, because only
/// A-Z, a-z, 0-9, _ and - are allowed there.
/// </summary>
internal static class PassageLinks
{
    /// <summary>Opens the list of what can be asked.</summary>
    public const string Topics = "topics";

    /// <summary>What a parameter asks for, as a command; anybody can have made it.</summary>
    public static string ToCommand(string parameter) => parameter == Topics ? "/topics" : $"/start {parameter.Replace('_', '.')}".TrimEnd();
}
