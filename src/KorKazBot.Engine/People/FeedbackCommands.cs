using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.People;

/// <summary>The buttons under an answer that say whether it helped, and what is written down of every question.</summary>
/// <param name="votes">Keeps the votes.</param>
/// <param name="keys">Under which key somebody votes.</param>
/// <param name="recorder">Writes questions down.</param>
public sealed class FeedbackCommands(IFeedback votes, PersonKeys keys, QuestionRecorder recorder) : ICommands
{
    private const int AnswerBytes = 6;   // 8 characters of a button

    /// <inheritdoc/>
    public Role? Needs(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return invocation.Turn.Action is ReplyAction.CastVote ? Role.Student : null;
    }

    /// <inheritdoc/>
    public async Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        if (invocation.Turn.Action is not ReplyAction.CastVote cast) throw new ArgumentException("It isn't a vote.", nameof(invocation));
        var user = invocation.Turn.User;
        await votes.VoteAsync(new Vote(keys.Of(user.Platform, user.Id), cast.Answer, cast.PassageId, cast.Verdict), cancellationToken);
        return invocation.Say(cast.Verdict == Verdict.Helpful ? invocation.Texts.VotedHelpful : invocation.Texts.VotedNotHelpful);
    }

    /// <inheritdoc/>
    public Reply Complete(AnsweredTurn answered, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(answered);
        ArgumentNullException.ThrowIfNull(reply);
        recorder.Take(answered);
        if (answered.Answer is not Answer.Found || reply is not Reply.Quoted { Passage: var passage }) return reply;

        var texts = Texts.In(reply.Language);
        var name = NameOf(answered.Question, passage.ContentHash);
        return reply with
        {
            Buttons =
            [
                .. reply.Buttons,
                new ReplyButton(texts.VoteHelpful, new ReplyAction.CastVote(Verdict.Helpful, name, passage.Id)),
                new ReplyButton(texts.VoteNotHelpful, new ReplyAction.CastVote(Verdict.NotHelpful, name, passage.Id)),
            ],
        };
    }

    // The same question answered with the same text is the same answer, whoever asks it wherever: a second vote on it replaces the first.
    private static string NameOf(string question, string contentHash)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{contentHash}\n{question.ToLowerInvariant()}"));
        return Base64Url.EncodeToString(hash.AsSpan(0, AnswerBytes));
    }
}
