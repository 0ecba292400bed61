namespace KorKazBot.Discord;

/// <summary>Discord can't be used as it is configured, or has shut the bot out; trying again won't help.</summary>
/// <param name="message">What is wrong and what to do, for the operator; never a secret.</param>
public sealed class DiscordException(string message) : Exception(message);

/// <summary>Discord can't be reached now, or asks for patience beyond ours; it may help to try later.</summary>
/// <param name="message">What was tried and how it ended, without secrets.</param>
internal sealed class DiscordUnavailableException(string message) : Exception(message);
