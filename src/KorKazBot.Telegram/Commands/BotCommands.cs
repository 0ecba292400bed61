using System.Collections.Immutable;
using KorKazBot.Engine.Chat;
using Telegram.Bot.Types;

namespace KorKazBot.Telegram.Commands;

/// <summary>The bot's commands: the one list that menus and groups go by. What a command does is the engine's business.</summary>
internal static class BotCommands
{
    private static readonly ImmutableArray<Entry> All =
    [
        new("ask", words => words.AskCommand, InGroups: true),
        new("topics", words => words.TopicsCommand, InGroups: true),
        new("lang", words => words.LangCommand, InGroups: true),
        new("help", words => words.HelpCommand, InGroups: true),
        new("settings", words => words.SettingsCommand, InGroups: true),
        new("privacy", words => words.PrivacyCommand, InGroups: true),
        new("mydata", words => words.MyDataCommand, InGroups: false),
        new("forget", words => words.ForgetCommand, InGroups: false),
        new("about", words => words.AboutCommand, InGroups: false),
        new("start", null, InGroups: false), // every client has a button for it
    ];

    private static readonly HashSet<string> Names = new(All.Select(entry => $"/{entry.Name}"), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a command, with its slash, is one of ours: in a group the others without a name may be for another bot.</summary>
    public static bool IsOurs(string command) => Names.Contains(command);

    /// <summary>The menus: who sees which commands.</summary>
    /// <param name="words">Their descriptions' language.</param>
    public static IEnumerable<(BotCommandScope Scope, BotCommand[] Commands)> Menus(Texts words)
    {
        var everything = Menu(words, All);
        yield return (BotCommandScope.AllPrivateChats(), everything);
        yield return (BotCommandScope.AllGroupChats(), Menu(words, All.Where(entry => entry.InGroups)));
        yield return (BotCommandScope.AllChatAdministrators(), everything);
    }

    private static BotCommand[] Menu(Texts words, IEnumerable<Entry> entries) =>
        [.. entries.Where(entry => entry.Words is not null).Select(entry => new BotCommand(entry.Name, entry.Words!(words)))];

    private sealed record Entry(string Name, Func<Texts, string>? Words, bool InGroups);
}
