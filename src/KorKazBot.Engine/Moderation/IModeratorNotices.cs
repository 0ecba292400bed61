using System.Collections.Immutable;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Engine.Moderation;

/// <summary>Tells moderators what one of them has done.</summary>
public interface IModeratorNotices
{
    /// <summary>Takes a notice to bring it. What can't be brought is the bringer's to log: the act is done, and nothing is thrown.</summary>
    Task TellAsync(ModeratorNotice notice, CancellationToken cancellationToken);
}

/// <summary>What one moderator has done, for the others.</summary>
/// <param name="By">Who did it.</param>
/// <param name="To">Owners and moderators except the one who did it, who has the reply.</param>
/// <param name="Words">Says it in the words of a language; plain text, no markup.</param>
public sealed record ModeratorNotice(PlatformUser By, ImmutableArray<PlatformUser> To, Func<Texts, string> Words);
