using KorKazBot.Discord.Messages;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Discord.Interactions;

/// <summary>Answers what interactions and messages ask, as a message.</summary>
/// <param name="turns">The engine's door.</param>
/// <param name="roleOf">What a user may do. All who get here are users whom Discord has named: neither bots nor webhooks.</param>
/// <param name="replies">Draws.</param>
/// <param name="outside">Where failures go.</param>
internal sealed class TurnAnswers(
    TurnHandler turns, Func<PlatformUser, CancellationToken, ValueTask<Role>> roleOf, DiscordReply replies, Outside outside)
{
    /// <summary>Answers a turn. A failure becomes a message with a reference, never an exception.</summary>
    /// <param name="asked">What to answer.</param>
    /// <param name="userName">Who asks, as others see it.</param>
    public async Task<OutgoingMessage> DrawAsync(AskedTurn asked, string userName)
    {
        try
        {
            var role = await roleOf(asked.Turn.User, CancellationToken.None);
            var reply = await AnswerAsync(asked with { Turn = asked.Turn with { Role = role } });
            if (asked.Shared is not { } shared) return replies.Draw(reply, asked.Audience);
            return reply is Reply.Quoted quoted
                ? replies.Draw(Share(quoted, shared, userName), Audience.Everybody)
                : replies.Draw(reply, Audience.Asker);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var language = asked.Turn.ClientLanguage ?? Language.English;
            return DiscordReply.Say(outside.Fail(exception, language), Audience.Asker);
        }
    }

    private async Task<Reply> AnswerAsync(AskedTurn asked)
    {
        var reply = await turns.RespondAsync(asked.Turn, CancellationToken.None);
        if (asked.Chosen is not { Passage: var wanted }) return reply;

        // Asked in words it shows the best sentence and can be followed up; where that leads elsewhere, the choice counts.
        var source = (reply as Reply.Quoted)?.Passage;
        if (source?.Source.InterviewId == wanted.Source.InterviewId && source.Turn == wanted.Turn) return reply;
        var show = new ReplyAction.ShowPassage(wanted.Id, wanted.ContentHash);
        return await turns.RespondAsync(asked.Turn with { Text = "", Action = show }, CancellationToken.None);
    }

    // The sentence that was bold, unless the passage has changed since: the note that says so stands first.
    private static Reply.Quoted Share(Reply.Quoted quoted, Press press, string userName)
    {
        var texts = Texts.In(quoted.Language);
        var isSame = quoted.Notes.IsEmpty && press.Highlight.End <= quoted.Passage.Text.Length;
        var notes = userName.Length > 0 ? quoted.Notes.Add(texts.SharedBy(userName)) : quoted.Notes;
        return quoted with { Highlight = isSame ? press.Highlight : quoted.Highlight, Notes = notes };
    }
}
