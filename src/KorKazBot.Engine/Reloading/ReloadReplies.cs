using System.Globalization;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Reloading;

/// <summary>What a moderator reads of reloads.</summary>
/// <param name="invocation">What was asked for.</param>
/// <param name="force">Whether golden questions may be overridden.</param>
internal sealed class ReloadReplies(Invocation invocation, bool force)
{
    private const string ForceCommand = "/reload force";

    private readonly Texts _texts = invocation.Texts;

    /// <summary>What answers now, since when, and by whom.</summary>
    public static Reply Live(Invocation invocation)
    {
        var (texts, generation) = (invocation.Texts, invocation.Generation);
        var snapshot = generation.Snapshot;
        var languages = snapshot.Passages
            .CountBy(passage => passage.Language)
            .OrderByDescending(each => each.Value)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key.OwnName()} {each.Value}"));
        var since = generation.Origin.Since;
        var moment = string.Create(CultureInfo.InvariantCulture, $"{texts.Day(DateOnly.FromDateTime(since.UtcDateTime))} {since.UtcDateTime:HH:mm} UTC");
        return invocation.Say(texts.CorpusLive(
            generation.Id, snapshot.Interviews.Length, snapshot.Passages.Length, string.Join(", ", languages), moment, Came(generation.Origin, texts)));
    }

    /// <summary>What came of a reload.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="isStale">Whether it was asked for by a tap on what isn't so any more.</param>
    public Reply Of(ReloadOutcome outcome, bool isStale) => outcome switch
    {
        ReloadOutcome.Broken broken => invocation.Say(_texts.ReloadBroken(ReloadText.Of(broken.Problems, Severity.Error, _texts))),
        ReloadOutcome.Unchanged unchanged => invocation.Say(_texts.ReloadUnchanged(unchanged.Id)),
        ReloadOutcome.Previewed previewed => Offer(previewed.Preview, isStale),
        ReloadOutcome.Held held => Offer(held.Preview, isStale),
        ReloadOutcome.Moved moved => Offer(moved.Preview, isStale: true),
        ReloadOutcome.Published published => invocation.Say(Done(published.Preview)),
        ReloadOutcome.Failed failed => invocation.Say(_texts.NotDone(failed.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };

    /// <summary>What going back would change, and the button that goes back.</summary>
    /// <param name="difference">What would change.</param>
    /// <param name="isStale">Whether it was asked for by a tap on what isn't so any more.</param>
    public Reply RollBack(CorpusDifference difference, bool isStale)
    {
        var button = new ReplyButton(
            _texts.RollBackButton(difference.NewId), new ReloadTap(null, difference.NewId, difference.OldId).For("/rollback"));
        return invocation.Say(Lines(isStale, ReloadText.Of(difference, _texts), _texts.RollBackAsk), button);
    }

    private Reply.Said Offer(ReloadPreview preview, bool isStale)
    {
        var (difference, wrong) = (preview.Difference, preview.Golden.Wrong.Count());
        var message = Lines(isStale, ReloadText.Of(preview, _texts), Question(wrong));
        if (wrong > 0 && !force) return invocation.Say(message, new ReplyButton(ForceCommand, new ReplyAction.Command(ForceCommand)));

        var label = wrong > 0 ? _texts.ReloadForceButton(difference.NewId) : _texts.ReloadButton(difference.NewId);
        return invocation.Say(message, new ReplyButton(label, new ReloadTap(wrong > 0 ? wrong : null, difference.NewId, difference.OldId).For("/reload")));
    }

    private string Question(int wrong) => (wrong, force) switch
    {
        (0, true) => $"{_texts.NothingToOverride} {_texts.ReloadAsk}",
        (0, false) => _texts.ReloadAsk,
        (_, true) => _texts.ReloadOverrides(wrong),
        (_, false) => _texts.ReloadHolds(ForceCommand),
    };

    private string Lines(bool isStale, string difference, string question) =>
        $"{(isStale ? _texts.ShownIsStale + "\n" : "")}{difference}\n\n{question}";

    private string Done(ReloadPreview preview)
    {
        var done = _texts.ReloadDone(preview.Difference.NewId);
        return preview.Golden.Holds ? done : $"{done}\n{ReloadText.Of(preview.Golden, _texts)}";
    }

    private static string Came(Origin origin, Texts texts) => origin.Arrival switch
    {
        Arrival.Start => texts.CameAtStart,
        Arrival.LastGood => texts.CameAsLastGood,
        Arrival.Signal => texts.CameBySignal,
        Arrival.Reload => texts.CameByReload(origin.By ?? ""),
        Arrival.Rollback => texts.CameByRollback(origin.By ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "No such arrival."),
    };
}
