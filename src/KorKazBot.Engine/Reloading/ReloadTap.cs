using KorKazBot.Engine.Chat;

namespace KorKazBot.Engine.Reloading;

/// <summary>What stands after <c>/reload</c> or <c>/rollback</c>: typed, nothing or <c>force</c>; on the second tap also what was shown.</summary>
/// <param name="Force">Whether to override golden questions.</param>
/// <param name="To">The <see cref="Corpus.Generation.Id"/> that was offered; empty: nothing was shown yet.</param>
/// <param name="From">The one that answered when it was shown.</param>
internal readonly record struct ReloadTap(bool Force, string To, string From)
{
    /// <summary>Reads it; what isn't understood asks to be shown, which changes nothing.</summary>
    public static ReloadTap Read(string argument) => argument.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["force", var to, var from] => new ReloadTap(true, to, from),
        ["force"] => new ReloadTap(true, "", ""),
        [var to, var from] => new ReloadTap(false, to, from),
        _ => new ReloadTap(false, "", ""),
    };

    /// <summary>The button that means it: 39 characters at most, which fit on every platform.</summary>
    public ReplyAction For(string command) => new ReplyAction.Command($"{command} {(Force ? "force " : "")}{To} {From}");
}
