using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.Chat;

/// <summary>
/// Writes what a button does as a short text that only this bot can have made, for platforms that give it back when the button is pressed.
/// </summary>
/// <param name="key">The secret that the texts are authenticated with; any length.</param>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class ActionCodes(byte[] key)
{
    /// <summary>Most bytes of a code: Telegram's limit, which is below Discord's 100 characters.</summary>
    public const int MaxLength = 64;

    // 48 bits: a forged press succeeds once in 10^14 tries, and could do no more than its sender may.
    private const int TagBytes = 6;
    private const int TagLength = 8;
    private const int HashLength = 6;
    private const int AnswerLength = 8;

    /// <summary>Writes an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="code">At most <see cref="MaxLength"/> ASCII characters.</param>
    /// <returns>False where it doesn't fit: the passage's id is too long, and the button must be left out.</returns>
    public bool TryWrite(ReplyAction action, [NotNullWhen(true)] out string? code)
    {
        var body = action switch
        {
            ReplyAction.ShowPassage show => $"p{show.ContentHash[..Math.Min(HashLength, show.ContentHash.Length)]}{show.PassageId}",
            ReplyAction.BrowseTopics browse => string.Create(CultureInfo.InvariantCulture, $"t{browse.Page}"),
            ReplyAction.ChooseLanguage choose => $"l{choose.Language.ToCode()}",
            ReplyAction.Command command => $"c{command.Text}",
            ReplyAction.CastVote vote => $"{(vote.Verdict == Verdict.Helpful ? 'y' : 'n')}{vote.Answer}{vote.PassageId}",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
        };

        code = body + Tag(body);
        if (code.Length <= MaxLength && Ascii.IsValid(code)) return true;
        code = null;
        return false;
    }

    /// <summary>Reads what <see cref="TryWrite"/> has written.</summary>
    /// <returns>False for anything else: a foreign bot's button, a changed text, another secret.</returns>
    public bool TryRead(string? code, [NotNullWhen(true)] out ReplyAction? action)
    {
        action = null;
        if (code is null || code.Length is <= TagLength or > MaxLength || !Ascii.IsValid(code)) return false;
        var body = code[..^TagLength];
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Tag(body)), Encoding.ASCII.GetBytes(code[^TagLength..]));
        if (!isOurs) return false;
        action = Parse(body[0], body[1..]);
        return action is not null;
    }

    private static ReplyAction? Parse(char kind, string rest) => kind switch
    {
        'p' when rest.Length > HashLength => new ReplyAction.ShowPassage(rest[HashLength..], rest[..HashLength]),
        't' when int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var page) => new ReplyAction.BrowseTopics(page),
        'l' when LanguageNames.TryParse(rest, out var language) => new ReplyAction.ChooseLanguage(language),
        'c' when rest.StartsWith('/') => new ReplyAction.Command(rest),
        'y' or 'n' when rest.Length > AnswerLength =>
            new ReplyAction.CastVote(kind == 'y' ? Verdict.Helpful : Verdict.NotHelpful, rest[..AnswerLength], rest[AnswerLength..]),
        _ => null,
    };

    private string Tag(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(body)).AsSpan(0, TagBytes));
}
