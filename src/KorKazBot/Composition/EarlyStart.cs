using KorKazBot.Search;

namespace KorKazBot.Composition;

/// <summary>Begins, on a thread of its own, what an answer will need whatever the settings and the corpus say.</summary>
internal static class EarlyStart
{
    /// <summary>Set by the project file for builds that compile code as they run; natively compiled code is there at once.</summary>
    private const string Switch = "KorKazBot.WarmUpSearch";

    /// <summary>Warms search up where the arguments lead to an answer.</summary>
    public static void For(string[] args)
    {
        if (args is not ([] or ["ask" or "chat", ..])) return;
        if (AppContext.TryGetSwitch(Switch, out var worthIt) && worthIt) _ = Task.Run(SearchWarmUp.Run);
    }
}
