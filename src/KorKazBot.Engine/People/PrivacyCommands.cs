using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.People;

/// <summary><c>/privacy</c>, <c>/mydata</c> and <c>/forget</c>: what is kept, what is kept of oneself, and how to have it removed.</summary>
/// <param name="data">What is kept of people.</param>
/// <param name="keys">Under which key somebody is kept.</param>
public sealed class PrivacyCommands(IPersonalData data, PersonKeys keys) : ICommands
{
    private const string Forget = "/forget";
    private const string Confirmed = "yes";

    /// <inheritdoc/>
    public Role? Needs(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return invocation.Command is "/privacy" or "/mydata" or Forget ? Role.Student : null;
    }

    /// <inheritdoc/>
    public async Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var texts = invocation.Texts;
        return invocation.Command switch
        {
            "/privacy" => invocation.Say(texts.Privacy),
            _ when !invocation.Turn.IsPrivate => invocation.Say(texts.OnlyInPrivate(invocation.Command)),
            "/mydata" => await TellAsync(invocation, cancellationToken),
            _ when invocation.Argument == Confirmed => await ForgetAsync(invocation, cancellationToken),
            _ => invocation.Say(texts.ForgetAsk, new ReplyButton(texts.ForgetButton, new ReplyAction.Command($"{Forget} {Confirmed}"))),
        };
    }

    private async Task<Reply> TellAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var texts = invocation.Texts;
        var kept = await data.ReadAsync(PersonOf(invocation.Turn), cancellationToken);

        var lines = new List<string>();
        if (kept.Votes > 0) lines.Add(texts.KeptVotes(kept.Votes, Days(kept.FirstVoteAt, kept.LastVoteAt, texts)));
        if (kept.HandOffs is { Count: > 0 } handOffs)
            lines.Add(texts.KeptHandOffs(handOffs.Count, Days(handOffs.Min(each => each.OpenedAt), handOffs.Max(each => each.OpenedAt), texts)));
        if (kept.Letters > 0) lines.Add(texts.KeptLetters(kept.Letters));
        if (kept.HasSettings) lines.Add(texts.KeptSettings);
        if (kept.ModeratorActs > 0) lines.Add(texts.KeptActs(kept.ModeratorActs));
        return invocation.Say(lines.Count == 0
            ? texts.KeptNothing
            : string.Join('\n', [texts.KeptHead, .. lines.Select(line => $"• {line}"), texts.KeptMore]));
    }

    private async Task<Reply> ForgetAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (person, texts) = (PersonOf(invocation.Turn), invocation.Texts);
        var kept = await data.ReadAsync(person, cancellationToken);
        var removed = await data.ForgetAsync(person, cancellationToken);

        // Settings, and what was given up; never below nothing where somebody votes meanwhile.
        var others = Math.Max(0, removed - kept.Votes - kept.HandOffs.Count);
        var said = removed == 0 ? texts.ForgottenNothing : texts.Forgotten(kept.Votes, kept.HandOffs.Count, others);
        return invocation.Say(kept.ModeratorActs > 0 ? $"{said}\n{texts.ActsStay}" : said);
    }

    private static string Days(DateTimeOffset? first, DateTimeOffset? last, Texts texts)
    {
        var (from, to) = (Day(first, texts), Day(last, texts));
        return from == to ? from : $"{from} – {to}";
    }

    private static string Day(DateTimeOffset? time, Texts texts) => time is { } known ? texts.Day(DateOnly.FromDateTime(known.UtcDateTime)) : "";

    // Where others are, the chat's settings aren't the person's.
    private KeptPerson PersonOf(Turn turn) => new(keys.Of(turn.User.Platform, turn.User.Id), turn.User, turn.IsOwnChat ? turn.Chat : null);
}
