using Telegram.Bot.Types.ReplyMarkups;

namespace KorKazBot.Telegram.Messages;

/// <summary>A message ready to send.</summary>
/// <param name="Html">Its text as Telegram's HTML, 1 to 4,096 UTF-16 units after the markup is read.</param>
/// <param name="Plain">The same without markup, for a server that doesn't take the other.</param>
/// <param name="Keyboard">Its buttons; null: none.</param>
internal sealed record OutgoingMessage(string Html, string Plain, InlineKeyboardMarkup? Keyboard = null);

/// <summary>Where a message goes.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Topic">The forum's topic; null: none.</param>
/// <param name="ReplyTo">The message that is replied to; null: none.</param>
internal sealed record Destination(long Chat, int? Topic = null, int? ReplyTo = null);
