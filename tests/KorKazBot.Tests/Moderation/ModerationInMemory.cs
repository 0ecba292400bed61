using KorKazBot.Engine.Delivery;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Tests.Moderation;

/// <summary>Moderators, audit and notices in memory; the stores themselves have their contract tests.</summary>
internal sealed class ModerationInMemory : IModerators, IAuditLog, IModeratorNotices
{
    private readonly List<PlatformUser> _moderators = [];

    public List<ModeratorAct> Audit { get; } = [];

    public List<ModeratorNotice> Notices { get; } = [];

    /// <summary>Whether the moderators can't be read.</summary>
    public bool IsOut { get; set; }

    /// <summary>Whether nothing can be added to the audit.</summary>
    public bool IsAuditOut { get; set; }

    /// <summary>Acts and their subjects, as they came.</summary>
    public IEnumerable<string> Acts => Audit.Select(act => $"{act.Act} {act.Subject}");

    public void Add(params IEnumerable<PlatformUser> users) => _moderators.AddRange(users);

    public Task<IReadOnlyList<PlatformUser>> AllAsync(CancellationToken cancellationToken) =>
        IsOut ? throw Out() : Task.FromResult<IReadOnlyList<PlatformUser>>([.. _moderators]);

    public Task<bool> AddAsync(PlatformUser user, CancellationToken cancellationToken)
    {
        var isNew = !_moderators.Contains(user);
        if (isNew) _moderators.Add(user);
        return Task.FromResult(isNew);
    }

    public Task<bool> RemoveAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(_moderators.Remove(user));

    public Task AppendAsync(ModeratorAct act, CancellationToken cancellationToken)
    {
        if (IsAuditOut) throw Out();
        Audit.Add(act);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditRecord>> ReadAsync(long? before, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task TellAsync(ModeratorNotice notice, CancellationToken cancellationToken)
    {
        Notices.Add(notice);
        return Task.CompletedTask;
    }

    private static StoreUnavailableException Out() => new("disk full", new IOException());
}
