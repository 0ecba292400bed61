using Telegram.Bot.Types.ReplyMarkups;

namespace KorKazBot.Telegram.Messages;

/// <summary>A message ready to send.</summary>
/// <param name="Html">Its text as Telegram's HTML, 1 to 4,096 UTF-16 units after the markup is read.</param>
/// <param name="Plain">The same without markup, for a server that doesn't take the other.</param>
/// <param name="Keyboard">Its buttons; null: none.</param>
internal sealed record OutgoingMessage(string Html, string Plain, InlineKeyboardMarkup? Keyboard = null);
