using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace KorKazBot.Telegram.Commands;

/// <summary>Menus and profile in each language, set where they aren't as they should be: Telegram limits how often they may be.</summary>
/// <param name="connection">The way to Telegram.</param>
internal sealed class BotPresence(Connection connection)
{
    /// <summary>Compares what is set with what should be, and sets what differs.</summary>
    /// <returns>How much was set.</returns>
    /// <exception cref="TelegramException">Telegram refuses the token or what should be set.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var set = 0;
        foreach (var language in Languages.All)
        {
            var words = Texts.In(language);
            var code = CodeOf(language);
            foreach (var (scope, commands) in BotCommands.Menus(words))
            {
                var known = await GetAsync(new GetMyCommandsRequest { Scope = scope, LanguageCode = code }, cancellationToken);
                if (known.Select(Told).SequenceEqual(commands.Select(Told))) continue;
                await SetAsync(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = code });
            }

            if ((await GetAsync(new GetMyDescriptionRequest { LanguageCode = code }, cancellationToken)).Description != words.Profile)
                await SetAsync(new SetMyDescriptionRequest { Description = words.Profile, LanguageCode = code });
            if ((await GetAsync(new GetMyShortDescriptionRequest { LanguageCode = code }, cancellationToken)).ShortDescription != words.ShortProfile)
                await SetAsync(new SetMyShortDescriptionRequest { ShortDescription = words.ShortProfile, LanguageCode = code });
        }

        return set;

        async Task SetAsync(RequestBase<bool> request)
        {
            await connection.InsistAsync(request, cancellationToken);
            set++;
        }
    }

    private Task<T> GetAsync<T>(RequestBase<T> request, CancellationToken cancellationToken) => connection.InsistAsync(request, cancellationToken);

    // English without a code: for everybody whose language isn't ours.
    private static string? CodeOf(Language language) => language == Language.English ? null : language.ToCode();

    private static (string, string) Told(BotCommand command) => (command.Command, command.Description);
}
