using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Fakes;
using KorKazBot.Telegram.Messages;

namespace KorKazBot.Tests.Telegram;

/// <summary>Replies, and what Telegram's readers get of them.</summary>
internal static class DrawnReply
{
    public static ButtonData Buttons { get; } = new(new ActionCodes([7]));

    public static TelegramReply Pen { get; } = new(Buttons);

    public static Reply.Quoted Quoted(
        string text, string asked = "How many?", TextSpan highlight = default, string? translation = null, Uri? link = null) => new()
        {
            Language = Language.Russian,
            Passage = Passage(text, asked, link),
            Highlight = highlight,
            Translation = translation is null ? null : new PassageTranslation(Language.Russian, "", translation),
            TranslationLabel = translation is null ? "" : "Неофициальный перевод",
            SourceLine = "Koo Hong-seok, Ambassador · Kazinform · 26 May 2021",
            Buttons = [new ReplyButton("What can I ask?", new ReplyAction.BrowseTopics(0))],
        };

    public static Passage Passage(string text, string asked = "How many?", Uri? link = null, string id = "koo-2021-05.2.1") => new()
    {
        Id = id,
        Turn = 2,
        Asked = asked,
        Text = text,
        Language = Language.English,
        Source = new PassageSource("koo-2021-05", "An interview", new Speaker("Koo Hong-seok", null), "Kazinform", new DateOnly(2021, 5, 26), link),
    };

    /// <summary>The messages of a reply as Telegram reads them; it must take each, with and without its markup.</summary>
    public static FakeTelegramText[] Read(Reply reply) => [.. Pen.Draw(reply).Select(Read)];

    public static FakeTelegramText Read(OutgoingMessage message)
    {
        FakeTelegramHtml.ReadPlain(message.Plain);
        var read = FakeTelegramHtml.Read(message.Html);
        Assert.Equal(message.Plain, read.Text);
        return read;
    }
}
