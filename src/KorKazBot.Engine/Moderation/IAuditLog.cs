using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>What moderators did: only ever added to. The database itself refuses to change or remove a record.</summary>
/// <remarks>Durable when a task has ended; all throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IAuditLog
{
    /// <summary>Adds an act.</summary>
    Task AppendAsync(ModeratorAct act, CancellationToken cancellationToken);

    /// <summary>The acts before a record, newest first.</summary>
    /// <param name="before">A record's number; null: from the newest on.</param>
    /// <param name="limit">Most records given back.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<AuditRecord>> ReadAsync(long? before, int limit, CancellationToken cancellationToken);
}

/// <summary>An act of a moderator.</summary>
/// <param name="Actor">Who: compare with the keys of known moderators.</param>
/// <param name="Act">What, in a word: <c>reload</c>, <c>rollback</c>, <c>attach</c>.</param>
/// <param name="Subject">To what: a generation, a passage, a number; no text of users.</param>
public sealed record ModeratorAct(PersonKey Actor, string Act, string Subject);

/// <summary>An act that was recorded.</summary>
/// <param name="Id">Its number; later ones are greater.</param>
/// <param name="At">When.</param>
/// <param name="Done">The act.</param>
public sealed record AuditRecord(long Id, DateTimeOffset At, ModeratorAct Done);
