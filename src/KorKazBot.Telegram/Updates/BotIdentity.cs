namespace KorKazBot.Telegram.Updates;

/// <summary>Who we are on Telegram.</summary>
/// <param name="Id">The bot's id.</param>
/// <param name="Username">Its name without the @.</param>
/// <param name="ReadsAllGroupMessages">False in privacy mode: Telegram then doesn't deliver a group's talk, nor plain mentions.</param>
/// <param name="HasInline">Whether inline mode is on.</param>
internal sealed record BotIdentity(long Id, string Username, bool ReadsAllGroupMessages, bool HasInline)
{
    /// <summary>Whether a name, without the @, is ours.</summary>
    public bool IsCalled(ReadOnlySpan<char> name) => name.Equals(Username, StringComparison.OrdinalIgnoreCase);
}
