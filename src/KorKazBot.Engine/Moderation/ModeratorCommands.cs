using System.Collections.Immutable;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Engine.Moderation;

/// <summary><c>/moderator</c>: the owner appoints moderators by their numeric ids.</summary>
/// <param name="owners">The owners, whom the settings name.</param>
/// <param name="moderators">The moderators.</param>
/// <param name="acts">Writes down and tells.</param>
public sealed class ModeratorCommands(ImmutableArray<PlatformUser> owners, IModerators moderators, ModeratorActs acts) : ICommands
{
    private const string Usage = "/moderator add ID\n/moderator remove ID\n/moderator list";
    private const string Examples = "telegram:123456789, discord:234567890123456789";
    private const string OwnersSetting = "Moderation:Owners";

    /// <inheritdoc/>
    public Role? Needs(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return invocation.Command == "/moderator" ? Role.Owner : null;
    }

    /// <inheritdoc/>
    public async Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var texts = invocation.Texts;
        switch (invocation.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["list"]:
                return invocation.Say(texts.ModeratorList(Joined(owners, texts), Joined(await moderators.AllAsync(cancellationToken), texts)));
            case [("add" or "remove") and var verb, var id]:
                if (!PlatformUser.TryParse(id, invocation.Turn.Conversation.Platform, out var user))
                    return invocation.Say(texts.ModeratorIdWrong(Labels.Echo(id), Examples));
                if (owners.Contains(user)) return invocation.Say(texts.ModeratorIsOwner(user, OwnersSetting));
                var isModerator = (await moderators.AllAsync(cancellationToken)).Contains(user);
                return invocation.Say(verb == "add"
                    ? await AddAsync(user, isModerator, invocation, cancellationToken)
                    : await RemoveAsync(user, isModerator, invocation, cancellationToken));
            default:
                return invocation.Say(texts.ModeratorUsage(Usage));
        }
    }

    private async Task<string> AddAsync(PlatformUser user, bool isModerator, Invocation invocation, CancellationToken cancellationToken)
    {
        var (by, texts) = (invocation.Turn.User, invocation.Texts);
        if (isModerator) return texts.ModeratorAlready(user);
        await acts.RecordAsync(by, "moderator-add", user.ToString(), cancellationToken);
        if (!await moderators.AddAsync(user, cancellationToken)) return texts.ModeratorAlready(user);
        await acts.TellAsync(by, words => words.NoticeAdded(by, user));
        return texts.ModeratorAdded(user);
    }

    private async Task<string> RemoveAsync(PlatformUser user, bool isModerator, Invocation invocation, CancellationToken cancellationToken)
    {
        var (by, texts) = (invocation.Turn.User, invocation.Texts);
        if (!isModerator) return texts.ModeratorWasNone(user);
        await acts.RecordAsync(by, "moderator-remove", user.ToString(), cancellationToken);
        if (!await moderators.RemoveAsync(user, cancellationToken)) return texts.ModeratorWasNone(user);
        await acts.TellAsync(by, words => words.NoticeRemoved(by, user), user);
        return texts.ModeratorRemoved(user);
    }

    private static string Joined(IReadOnlyList<PlatformUser> users, Texts texts) => users.Count > 0 ? string.Join(", ", users) : texts.Nobody;
}
