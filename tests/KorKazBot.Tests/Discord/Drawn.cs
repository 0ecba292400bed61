using System.Text;
using System.Text.Json.Nodes;
using KorKazBot.Discord;
using KorKazBot.Discord.Interactions;
using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Fakes;

namespace KorKazBot.Tests.Discord;

/// <summary>Replies, and what Discord gets of them.</summary>
internal static class Drawn
{
    public static ActionCodes Codes { get; } = new([7]);

    public static ComponentId Ids { get; } = new(Codes);

    public static DiscordReply Reply { get; } = new(Ids);

    public static Reply.Quoted Quoted(string text, string asked = "How many?", TextSpan highlight = default, string? translation = null) => new()
    {
        Language = Language.Russian,
        Passage = Passage(text, asked),
        Highlight = highlight,
        Translation = translation is null ? null : new PassageTranslation(Language.Russian, "", translation),
        TranslationLabel = translation is null ? "" : "Неофициальный перевод",
        SourceLine = "Koo Hong-seok, Ambassador · Kazinform · 26 May 2021",
        Buttons = [new ReplyButton("What can I ask?", new ReplyAction.BrowseTopics(0))],
    };

    public static Passage Passage(string text, string asked = "How many?", Uri? link = null) => new()
    {
        Id = "koo-2021-05.2.1",
        Turn = 2,
        Asked = asked,
        Text = text,
        Language = Language.English,
        Source = new PassageSource("koo-2021-05", "An interview", new Speaker("Koo Hong-seok", null), "Kazinform", new DateOnly(2021, 5, 26), link),
    };

    /// <summary>The message as the body of an interaction's answer.</summary>
    public static string Json(OutgoingMessage message) => Encoding.UTF8.GetString(DiscordJson.Write(new InteractionResponse.Create(message)));

    /// <summary>What Discord would refuse the message for: by its document where that is here, and by what the document doesn't say.</summary>
    public static IEnumerable<string> Problems(OutgoingMessage message) =>
        Unspecified(message).Concat(FakeDiscordSpec.Problems("POST", "/interactions/1/t/callback", Json(message)));

    /// <summary>What the message breaks of the limits that the document doesn't say, or says too widely.</summary>
    public static IEnumerable<string> Unspecified(OutgoingMessage message)
    {
        var data = JsonNode.Parse(Json(message))!["data"]!;
        if (data["allowed_mentions"]!.ToJsonString() != """{"parse":[]}""") yield return "It can ping.";
        if (message.Content.Length > 2000) yield return $"Content of {message.Content.Length}.";
        if (message.Content.Length == 0 && message.Embeds.Length == 0) yield return "It is empty.";
        var total = message.Embeds.Sum(embed => embed.Length);
        if (total > 6000) yield return $"Embeds of {total}.";
        if (message.Embeds.Any(embed => embed.Description?.Length > 4096)) yield return "A description above 4096.";
        if (message.Embeds.Any(embed => embed.Title?.Length > 256)) yield return "A title above 256.";
        if (message.Embeds.Any(embed => embed.Fields.Length > 25)) yield return "More than 25 fields.";
        var fields = message.Embeds.SelectMany(embed => embed.Fields);
        if (fields.Any(field => field is not { Name.Length: >= 1 and <= 256, Value.Length: >= 1 and <= 1024 })) yield return "A field's length.";
        if (message.Components.Length > 5 || message.Components.Any(row => row.Components.Length is < 1 or > 5)) yield return "Rows.";
        var buttons = message.Components.SelectMany(row => row.Components).ToList();
        if (buttons.Any(button => button.Label.Length is < 1 or > 80 || button.CustomId.Length is < 1 or > 100)) yield return "A button's length.";
        if (buttons.DistinctBy(button => button.CustomId).Count() < buttons.Count) yield return "Two buttons with one id.";
    }
}
