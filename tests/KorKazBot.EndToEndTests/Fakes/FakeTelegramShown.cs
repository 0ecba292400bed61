using System.Text.Json.Nodes;

namespace KorKazBot.Fakes;

/// <summary>A message of the bot, sent or changed.</summary>
/// <param name="Request">What the bot asked for.</param>
/// <param name="Message">The message, as the Bot API tells it.</param>
public sealed record FakeTelegramShown(JsonNode Request, JsonObject Message)
{
    /// <summary>Whether it took another text's place.</summary>
    public bool IsEdit => Request["message_id"] is not null;

    /// <summary>As its readers get it.</summary>
    public FakeTelegramText Read => FakeTelegramHtml.Read((string)Request["text"]!);

    /// <summary>Without markup.</summary>
    public string Text => Read.Text;

    /// <summary>What is in bold within the quote: the sentence that answers.</summary>
    public string Sentence => Read.Entities.FirstOrDefault(IsInQuote) is { } bold ? Text.Substring(bold.Offset, bold.Length) : "";

    /// <summary>The quotes, the original first.</summary>
    public IEnumerable<string> Quotes => Read.All("expandable_blockquote");

    public long Chat => (long)Request["chat_id"]!;

    public int? Topic => (int?)Request["message_thread_id"];

    public int? ReplyTo => (int?)Request["reply_parameters"]?["message_id"];

    /// <summary>The buttons from top to bottom.</summary>
    public IReadOnlyList<(string Label, string Data)> Buttons =>
    [
        .. from row in Request["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []
           from button in row!.AsArray()
           select ((string)button!["text"]!, (string)button["callback_data"]!),
    ];

    /// <summary>The data of the button whose label holds some words.</summary>
    public string Button(string words) => Buttons.First(button => button.Label.Contains(words, StringComparison.Ordinal)).Data;

    public bool IsMessage(long chat, int id) => Chat == chat && (int)Message["message_id"]! == id;

    private bool IsInQuote(FakeTelegramEntity entity) =>
        entity.Type == "bold" && Read.Entities.Any(quote => quote.Type == "expandable_blockquote"
            && quote.Offset <= entity.Offset && entity.Offset + entity.Length <= quote.Offset + quote.Length);
}
