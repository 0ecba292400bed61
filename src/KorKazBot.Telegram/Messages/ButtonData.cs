using System.Diagnostics.CodeAnalysis;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Telegram.Messages;

/// <summary>What stands in a button: the action's code, and before it a sign where pressing changes the message that the button is under.</summary>
/// <param name="codes">Authenticates the actions.</param>
internal sealed class ButtonData(ActionCodes codes)
{
    private const char InPlace = '~';

    /// <summary>Writes it.</summary>
    /// <param name="action">What the button does.</param>
    /// <param name="inPlace">Whether the answer takes the message's place.</param>
    /// <param name="data">At most 64 bytes.</param>
    /// <returns>False where it doesn't fit: the button must be left out.</returns>
    public bool TryWrite(ReplyAction action, bool inPlace, [NotNullWhen(true)] out string? data)
    {
        data = null;
        if (!codes.TryWrite(action, out var code)) return false;
        if (inPlace) code = InPlace + code;
        if (code.Length > ActionCodes.MaxLength) return false;
        data = code;
        return true;
    }

    /// <summary>Reads it.</summary>
    /// <returns>False for what this bot hasn't written: another bot's, or changed.</returns>
    public bool TryRead(string? data, [NotNullWhen(true)] out ReplyAction? action, out bool inPlace)
    {
        inPlace = data is [InPlace, ..];
        return codes.TryRead(inPlace ? data![1..] : data, out action);
    }
}
