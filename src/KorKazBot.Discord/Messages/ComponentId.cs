using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Discord.Messages;

/// <summary>What pressing a button does to the conversation.</summary>
internal enum PressKind
{
    /// <summary>Answers with a message of its own.</summary>
    Answer,

    /// <summary>Turns the pressed message into the answer: a page of a list.</summary>
    Replace,

    /// <summary>Shows the quote to everybody in the channel.</summary>
    Share,
}

/// <summary>A pressed button.</summary>
/// <param name="Kind">What becomes of the message.</param>
/// <param name="Action">What to answer.</param>
/// <param name="Highlight">The sentence that was bold in the quote to share; empty: none.</param>
internal sealed record Press(PressKind Kind, ReplyAction Action, TextSpan Highlight);

/// <summary>Writes and reads the ids of buttons, at most <see cref="DiscordLimits.CustomId"/> characters.</summary>
/// <param name="codes">Authenticates the actions: an id that this bot hasn't made does nothing.</param>
internal sealed class ComponentId(ActionCodes codes)
{
    private const char AnswerMark = 'a';
    private const char ReplaceMark = 'r';
    private const char ShareMark = 's';

    /// <summary>Writes the id of a button.</summary>
    /// <returns>False where it doesn't fit.</returns>
    public bool TryWrite(PressKind kind, ReplyAction action, TextSpan highlight, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (!codes.TryWrite(action, out var code)) return false;
        var mark = kind switch
        {
            PressKind.Replace => $"{ReplaceMark}",
            PressKind.Share => string.Create(CultureInfo.InvariantCulture, $"{ShareMark}{highlight.Start}.{highlight.End}:"),
            _ => $"{AnswerMark}",
        };

        if (mark.Length + code.Length > DiscordLimits.CustomId) return false;
        id = mark + code;
        return true;
    }

    /// <summary>Reads the id of a pressed button.</summary>
    /// <returns>False for another bot's, another secret's or a changed one.</returns>
    public bool TryRead(string? id, [NotNullWhen(true)] out Press? press)
    {
        press = null;
        if (id is not { Length: > 1 and <= DiscordLimits.CustomId }) return false;
        var (kind, code, highlight) = (PressKind.Answer, id[1..], default(TextSpan));
        switch (id[0])
        {
            case AnswerMark: break;
            case ReplaceMark: kind = PressKind.Replace; break;
            case ShareMark when TryReadSpan(ref code, out highlight): kind = PressKind.Share; break;
            default: return false;
        }

        if (!codes.TryRead(code, out var action)) return false;
        press = new Press(kind, action, highlight);
        return true;
    }

    private static bool TryReadSpan(ref string code, out TextSpan span)
    {
        span = default;
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || dot > colon) return false;
        if (!TryReadNumber(code.AsSpan(0, dot), out var start) || !TryReadNumber(code.AsSpan(dot + 1, colon - dot - 1), out var end)) return false;
        code = code[(colon + 1)..];
        span = new TextSpan(start, end);
        return end >= start;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
