using System.Collections.Immutable;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>Tells what a user may do to the bot: owners stand in the settings, moderators in the store.</summary>
/// <param name="owners">The owners.</param>
/// <param name="moderators">The moderators; asked anew each time, so that whoever is removed loses the role at once, in every replica.</param>
/// <param name="time">The clock that patience goes by.</param>
/// <remarks>Whether somebody administers a chat is the platform's knowledge, and not told here. Safe for any number of threads.</remarks>
public sealed class RoleResolver(ImmutableArray<PlatformUser> owners, IModerators moderators, TimeProvider time)
{
    // Discord wants an answer within 3 seconds, and a question needs no role.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <summary>The role of a user whom the platform itself has named by number.</summary>
    /// <param name="user">Who it is.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// <see cref="Role.Owner"/>, <see cref="Role.Moderator"/>, or <see cref="Role.Student"/>: that also where the store is out or slow, as
    /// students are answered without it.
    /// </returns>
    public async ValueTask<Role> OfAsync(PlatformUser user, CancellationToken cancellationToken)
    {
        if (owners.Contains(user)) return Role.Owner;
        try
        {
            var all = await moderators.AllAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return all.Contains(user) ? Role.Moderator : Role.Student;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or TimeoutException)
        {
            return Role.Student;
        }
    }
}
