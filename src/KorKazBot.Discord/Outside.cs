using KorKazBot.Discord.Rest;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using Microsoft.Extensions.Logging;

namespace KorKazBot.Discord;

/// <summary>What every part needs of the world outside.</summary>
/// <param name="Rest">The way to Discord.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">For operators.</param>
internal sealed partial record Outside(DiscordRest Rest, TimeProvider Time, ILogger Logger)
{
    /// <summary>Logs a failure, and gives the words for the user with a reference to quote.</summary>
    public string Fail(Exception exception, Language language)
    {
        var reference = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 4));
        Log.Failed(Logger, exception, reference);
        return Texts.In(language).Failed(reference);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Discord: no answer; the user was given the reference {Reference}.")]
        public static partial void Failed(ILogger logger, Exception exception, string reference);
    }
}
