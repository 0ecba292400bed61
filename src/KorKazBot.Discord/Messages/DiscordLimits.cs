namespace KorKazBot.Discord.Messages;

/// <summary>Discord's limits, counted here in UTF-16 units, which are never fewer than Discord counts.</summary>
internal static class DiscordLimits
{
    public const int Content = 2000;
    public const int Title = 256;
    public const int Description = 4096;
    public const int FieldName = 256;
    public const int FieldValue = 1024;
    public const int Fields = 25;
    public const int Footer = 2048;

    /// <summary>All texts of all embeds of a message together.</summary>
    public const int Embeds = 6000;

    public const int Label = 80;
    public const int CustomId = 100;
    public const int ButtonsInRow = 5;
    public const int Rows = 5;
    public const int Choices = 25;
    public const int Choice = 100;
    public const int Nonce = 25;
}
