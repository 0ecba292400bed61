using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.People;

/// <summary><c>/settings</c>: what the people of a chat have set; everybody sees it, its administrators change it.</summary>
/// <param name="settings">Keeps it.</param>
public sealed class SettingsCommands(IChatSettingsStore settings) : ICommands
{
    private const string Usage = "/settings language en|ru|kk|ko|auto\n/settings open\n/settings quiet\n/settings texts on|off";

    /// <inheritdoc/>
    public Role? Needs(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        if (invocation.Command != "/settings") return null;
        return invocation.Argument.Length == 0 || invocation.Turn.IsOwnChat ? Role.Student : Role.ChatAdministrator;
    }

    /// <inheritdoc/>
    public async Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var chat = invocation.Turn.Chat;
        if (invocation.Argument.Length == 0) return Show(invocation, await settings.ReadAsync(chat, cancellationToken), isSaved: false);
        if (ChangeOf(invocation.Argument) is not { } change) return invocation.Say(invocation.Texts.SettingsUsage(Usage));

        var changed = await settings.ChangeAsync(chat, change, cancellationToken);
        return Show(invocation with { Language = changed.Language ?? invocation.Language }, changed, isSaved: true);
    }

    private static Func<ChatSettings, ChatSettings>? ChangeOf(string argument) => argument.ToLowerInvariant().Split(' ') switch
    {
        ["language", "auto"] => old => old with { Language = null },
        ["language", var name] when LanguageNames.TryParse(name, out var language) => old => old with { Language = language },
        ["open"] => old => old with { IsOpen = true },
        ["quiet"] => old => old with { IsOpen = false },
        ["texts", "on"] => old => old with { KeepsQuestions = true },
        ["texts", "off"] => old => old with { KeepsQuestions = false },
        _ => null,
    };

    private static Reply.Said Show(Invocation invocation, ChatSettings now, bool isSaved)
    {
        var (turn, texts) = (invocation.Turn, invocation.Texts);
        var lines = new List<string>
        {
            isSaved ? texts.SettingsSaved : texts.SettingsHead,
            "• " + texts.SettingsLanguage(now.Language?.OwnName() ?? texts.SettingsEachOwn),
            "• " + (now.KeepsQuestions ? texts.SettingsKeepsTexts : texts.SettingsKeepsNoTexts),
        };
        if (!turn.IsOwnChat) lines.Insert(2, "• " + (now.IsOpen ? texts.SettingsOpen : texts.SettingsQuiet));

        var mayChange = turn.IsOwnChat || turn.Role >= Role.ChatAdministrator;
        return invocation.Say(string.Join('\n', lines), mayChange ? Buttons(now, turn, texts) : []);
    }

    // Only what would change something.
    private static IEnumerable<ReplyButton> Buttons(ChatSettings now, Turn turn, Texts texts)
    {
        foreach (var language in Languages.All.Where(each => each != now.Language))
            yield return Button(language.OwnName(), $"language {language.ToCode()}");
        if (now.Language is not null) yield return Button(texts.SettingsEachOwn, "language auto");
        if (!turn.IsOwnChat) yield return now.IsOpen ? Button(texts.SettingsQuietButton, "quiet") : Button(texts.SettingsOpenButton, "open");
        yield return now.KeepsQuestions ? Button(texts.SettingsNoTextsButton, "texts off") : Button(texts.SettingsTextsButton, "texts on");
    }

    private static ReplyButton Button(string label, string change) => new(label, new ReplyAction.Command($"/settings {change}"));
}
