using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using Telegram.Bot.Types.ReplyMarkups;

namespace KorKazBot.Telegram.Messages;

/// <summary>Draws replies as Telegram messages, within Telegram's limits whatever stands in corpus or question.</summary>
/// <param name="buttons">Writes the buttons.</param>
internal sealed class TelegramReply(ButtonData buttons)
{
    /// <summary>Most UTF-16 units of a message after its markup is read.</summary>
    public const int MostText = 4096;

    // Beyond it nobody reads on in a chat: two messages of quote, two of translation.
    private const int MostQuote = 8000;
    private const int MostLine = 1000;
    private const int MostNotes = 5;
    private const int MostLabel = 100;
    private const int MostLink = 2000;

    /// <summary>The messages of a reply, one or more; the last carries the buttons.</summary>
    public IReadOnlyList<OutgoingMessage> Draw(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var blocks = reply switch
        {
            Reply.Quoted quoted => Quote(quoted),
            Reply.Choices choices => [Block.Paragraph(choices.Message)],
            Reply.NotFound notFound => [Block.Paragraph(notFound.Message)],
            Reply.Said said => [Block.Paragraph(said.Message)],
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "No such reply."),
        };

        var messages = MessageLayout.Split(blocks, MostText);
        if (messages.Count == 0) messages.Add([Block.Paragraph("…")]);
        var keyboard = Keyboard(reply);
        return [.. messages.Select((message, i) => Write(message, i == messages.Count - 1 ? keyboard : null))];
    }

    /// <summary>A short text of the bot's own.</summary>
    public static OutgoingMessage Say(string words) => Write([Block.Paragraph(Line(words))], null);

    /// <summary>A passage as one message, for places where only one can be sent.</summary>
    public static OutgoingMessage Card(Passage passage, TextSpan highlight, string sourceLine)
    {
        List<Block> blocks = [Heading(passage), Highlighted(passage.Text, highlight, MostText - 2 * MostLine - 8), Source(passage, sourceLine)];
        return Write([.. blocks.Where(block => block.HasInk)], null);
    }

    private static List<Block> Quote(Reply.Quoted quoted)
    {
        var passage = quoted.Passage;
        List<Block> blocks = [Heading(passage), Highlighted(passage.Text, quoted.Highlight, MostQuote), Source(passage, quoted.SourceLine)];
        if (quoted.Translation is { } translation)
        {
            blocks.Add(Block.Paragraph(Line(quoted.TranslationLabel), Look.Italic));
            blocks.Add(Highlighted(translation.Text, default, MostQuote));
        }

        blocks.AddRange(quoted.Notes.Take(MostNotes).Select(note => Block.Paragraph(Line(note), Look.Italic)));
        return blocks;
    }

    private static Block Heading(Passage passage) =>
        Block.Paragraph(Line(passage.Asked.Length > 0 ? passage.Asked : passage.Source.Title), Look.Bold);

    private static Block Source(Passage passage, string line) => Block.Paragraph(Line(line), Look.Plain, Link(passage.Source.Link));

    // A span that isn't one of this text shows nothing in bold, rather than something wrong.
    private static Block Highlighted(string text, TextSpan highlight, int most)
    {
        if (!Fits(highlight, text)) highlight = default;
        var (kept, best) = TextCut.Excerpt(text, highlight, most);
        Run[] runs = [new(kept[..best.Start]), new(best.Of(kept), Look.Bold), new(kept[best.End..])];
        return Block.Quote([.. runs.Select(run => run with { Text = TelegramHtml.Clean(run.Text) }).Where(run => run.Text.Length > 0)]);
    }

    private static bool Fits(TextSpan span, string text) =>
        span.Start >= 0 && span.Length > 0 && span.End <= text.Length && !IsInsidePair(text, span.Start) && !IsInsidePair(text, span.End);

    private static bool IsInsidePair(string text, int position) =>
        position > 0 && position < text.Length && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);

    private static string Line(string text) => TextCut.Excerpt(TelegramHtml.Clean(text).Trim(), default, MostLine).Text;

    // Only what surely leads to a page, and says to which.
    private static string? Link(Uri? link)
    {
        if (link is not { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" }) return null;
        var address = new UriBuilder(link) { Host = link.IdnHost }.Uri.AbsoluteUri;
        return address.Length <= MostLink ? address : null;
    }

    private static OutgoingMessage Write(List<Block> blocks, InlineKeyboardMarkup? keyboard) =>
        new(string.Join('\n', blocks.Select(block => block.Html)), string.Join('\n', blocks.Select(block => block.Text)), keyboard);

    private InlineKeyboardMarkup? Keyboard(Reply reply)
    {
        var rows = new List<InlineKeyboardButton[]>();
        var isList = reply is Reply.Said && reply.Buttons.Any(button => button.Action is ReplyAction.ShowPassage);
        var isVote = false;
        foreach (var button in reply.Buttons)
        {
            var turnsPage = button.Action is ReplyAction.ChooseLanguage || isList && button.Action is ReplyAction.BrowseTopics;
            if (!buttons.TryWrite(button.Action, turnsPage, out var data)) continue;
            var label = TextCut.Excerpt(TelegramHtml.CleanLine(button.Label), default, MostLabel).Text;
            var drawn = InlineKeyboardButton.WithCallbackData(TelegramHtml.HasInk(label) ? label : "…", data);

            // The second vote beside the first; labels of passages need a row each.
            if (button.Action is ReplyAction.CastVote && isVote) rows[^1] = [.. rows[^1], drawn];
            else rows.Add([drawn]);
            isVote = button.Action is ReplyAction.CastVote;
        }

        return rows.Count > 0 ? new InlineKeyboardMarkup(rows) : null;
    }
}
