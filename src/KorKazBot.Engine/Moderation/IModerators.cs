using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>The moderators that the owner has added, besides those in the configuration.</summary>
/// <remarks>Durable when a task has ended; all throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IModerators
{
    /// <summary>All of them, by platform and id.</summary>
    Task<IReadOnlyList<PlatformUser>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds one.</summary>
    /// <returns>False where they were one already.</returns>
    Task<bool> AddAsync(PlatformUser user, CancellationToken cancellationToken);

    /// <summary>Takes one away.</summary>
    /// <returns>False where they were none.</returns>
    Task<bool> RemoveAsync(PlatformUser user, CancellationToken cancellationToken);
}
