using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.Reloading;

/// <summary>
/// <c>/reload</c>, <c>/rollback</c> and <c>/corpus</c>. What changes anything is shown first, and done by a second tap that names what was
/// shown; where that isn't so any more, it is shown again.
/// </summary>
/// <param name="reloads">Does it.</param>
/// <param name="acts">Writes down and tells.</param>
public sealed class ReloadCommands(ICorpusReloads reloads, ModeratorActs acts) : ICommands
{
    /// <inheritdoc/>
    public Role? Needs(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return invocation.Command is "/reload" or "/rollback" or "/corpus" ? Role.Moderator : null;
    }

    /// <inheritdoc/>
    public async Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return invocation.Command switch
        {
            "/reload" => await ReloadAsync(invocation, ReloadTap.Read(invocation.Argument), cancellationToken),
            "/rollback" => await RollBackAsync(invocation, ReloadTap.Read(invocation.Argument), cancellationToken),
            _ => ReloadReplies.Live(invocation),
        };
    }

    private async Task<Reply> ReloadAsync(Invocation invocation, ReloadTap tap, CancellationToken cancellationToken)
    {
        var replies = new ReloadReplies(invocation, tap.Force);
        var by = invocation.Turn.User;

        // Another corpus answers than when the difference was shown: it isn't that difference any more.
        var isStale = tap.To.Length > 0 && tap.From != invocation.Generation.Id;
        if (tap.To.Length == 0 || isStale)
            return replies.Of(await reloads.ReloadAsync(new ReloadRequest(by.ToString(), Publish: false), cancellationToken), isStale);

        var act = tap.Force ? "reload-force" : "reload";
        await acts.RecordAsync(by, act, tap.To, cancellationToken);
        var request = new ReloadRequest(by.ToString(), Publish: true, tap.To, tap.Force, tap.Overrides);
        var outcome = await reloads.ReloadAsync(request, cancellationToken);
        if (outcome is not ReloadOutcome.Published published)
        {
            await acts.RecordNotDoneAsync(by, act, tap.To, cancellationToken);
            return replies.Of(outcome, isStale: false);
        }

        var wrong = published.Preview.Golden.Wrong.Count();
        await acts.TellAsync(by, words => wrong > 0 ? words.NoticeForce(by, tap.To, wrong) : words.NoticeReload(by, tap.To));
        return replies.Of(outcome, isStale: false);
    }

    private async Task<Reply> RollBackAsync(Invocation invocation, ReloadTap tap, CancellationToken cancellationToken)
    {
        var replies = new ReloadReplies(invocation, force: false);
        var by = invocation.Turn.User;
        var difference = reloads.PreviewRollBack();
        if (difference is null) return invocation.Say(invocation.Texts.RollBackNone);
        if (tap.To.Length == 0 || tap.From != difference.OldId || tap.To != difference.NewId) return replies.RollBack(difference, isStale: tap.To.Length > 0);

        await acts.RecordAsync(by, "rollback", tap.From, cancellationToken);
        var outcome = await reloads.RollBackAsync(tap.From, by.ToString(), cancellationToken);
        if (outcome is RollBackOutcome.Done) await acts.TellAsync(by, words => words.NoticeRollBack(by, tap.To));
        else await acts.RecordNotDoneAsync(by, "rollback", tap.From, cancellationToken);

        return outcome switch
        {
            RollBackOutcome.Done done => invocation.Say(invocation.Texts.RollBackDone(done.Difference.NewId, done.Difference.OldId)),
            RollBackOutcome.Failed failed => invocation.Say(invocation.Texts.NotDone(failed.Reason)),
            RollBackOutcome.Moved when reloads.PreviewRollBack() is { } now => replies.RollBack(now, isStale: true),
            _ => invocation.Say(invocation.Texts.RollBackNone),
        };
    }
}
