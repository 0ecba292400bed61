using System.Globalization;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Engine.Reloading;

/// <summary>What stands after <c>/reload</c> or <c>/rollback</c>: typed, nothing or <c>force</c>; on the second tap also what was shown.</summary>
/// <param name="Overrides">How many wrong golden questions were shown, to be overridden; null: none are.</param>
/// <param name="To">The <see cref="Corpus.Generation.Id"/> that was offered; empty: nothing was shown yet.</param>
/// <param name="From">The one that answered when it was shown.</param>
internal readonly record struct ReloadTap(int? Overrides, string To, string From)
{
    /// <summary>Reads it; what isn't understood asks to be shown, which changes nothing.</summary>
    public static ReloadTap Read(string argument) => argument.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["force", var to, var from, var count] when TryCount(count, out var wrong) => new ReloadTap(wrong, to, from),
        ["force"] => new ReloadTap(0, "", ""),
        [var to, var from] => new ReloadTap(null, to, from),
        _ => new ReloadTap(null, "", ""),
    };

    /// <summary>Whether golden questions may be overridden.</summary>
    public bool Force => Overrides is not null;

    /// <summary>The button that means it: up to 50 characters, which fit on every platform.</summary>
    public ReplyAction For(string command) => new ReplyAction.Command(Overrides is { } wrong
        ? string.Create(CultureInfo.InvariantCulture, $"{command} force {To} {From} {wrong}")
        : $"{command} {To} {From}");

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
