using KorKazBot.Engine.Chat;

namespace KorKazBot.Tests.Drivers;

/// <summary>Says of a reply what its reader would notice.</summary>
internal static class Seen
{
    /// <summary>The bot speaks for itself, and what it says holds these words.</summary>
    public static Reply.Said ShouldSay(this Reply reply, string words)
    {
        var said = Assert.IsType<Reply.Said>(reply);
        Assert.Contains(words, said.Message, StringComparison.Ordinal);
        return said;
    }

    /// <summary>A passage with these words is quoted.</summary>
    public static Reply.Quoted ShouldQuote(this Reply reply, string words)
    {
        var quoted = Assert.IsType<Reply.Quoted>(reply);
        Assert.Contains(words, quoted.Passage.Text, StringComparison.Ordinal);
        return quoted;
    }

    /// <summary>The interviews don't say, and the bot says no more than that.</summary>
    public static Reply.NotFound ShouldNotKnow(this Reply reply) => Assert.IsType<Reply.NotFound>(reply);

    /// <summary>What stands in bold; the empty text where nothing does.</summary>
    public static string Bold(this Reply.Quoted quoted) => quoted.Highlight.Of(quoted.Passage.Text);

    /// <summary>What the buttons say, from top to bottom.</summary>
    public static string[] Labels(this Reply reply) => [.. reply.Buttons.Select(button => button.Label)];

    /// <summary>The buttons that show a passage.</summary>
    public static ReplyButton[] Passages(this Reply reply) => [.. reply.Buttons.Where(button => button.Action is ReplyAction.ShowPassage)];

    /// <summary>There is a way to see what can be asked.</summary>
    public static void ShouldLeadToTopics(this Reply reply) =>
        Assert.Single(reply.Buttons, button => button.Action is ReplyAction.BrowseTopics { Page: 0 });
}
