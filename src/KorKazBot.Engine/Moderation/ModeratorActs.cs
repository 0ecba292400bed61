using System.Collections.Immutable;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Moderation;

/// <summary>Writes down what moderators do, and tells the others.</summary>
/// <param name="audit">Where it is written down.</param>
/// <param name="keys">Under which key somebody is written down.</param>
/// <param name="notices">Brings it to the others.</param>
/// <param name="moderators">The moderators.</param>
/// <param name="owners">The owners.</param>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class ModeratorActs(
    IAuditLog audit, PersonKeys keys, IModeratorNotices notices, IModerators moderators, ImmutableArray<PlatformUser> owners)
{
    /// <summary>Writes an act down before it is done: what can't be written down must not be done.</summary>
    /// <param name="by">Who is about to do it.</param>
    /// <param name="act">What, in a word.</param>
    /// <param name="subject">To what.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">It isn't written down.</exception>
    public Task RecordAsync(PlatformUser by, string act, string subject, CancellationToken cancellationToken) =>
        audit.AppendAsync(new ModeratorAct(keys.Of(by.Platform, by.Id), act, subject), cancellationToken);

    /// <summary>Writes down that an act which was written down was not done after all.</summary>
    /// <param name="by">Who wanted to do it.</param>
    /// <param name="act">What, in a word.</param>
    /// <param name="subject">To what.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">It isn't written down.</exception>
    public Task RecordNotDoneAsync(PlatformUser by, string act, string subject, CancellationToken cancellationToken) =>
        RecordAsync(by, $"{act}-not-done", subject, cancellationToken);

    /// <summary>Tells the others of an act that is done.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="words">Says it.</param>
    /// <param name="also">Whom it concerns, be they moderators or not.</param>
    public async Task TellAsync(PlatformUser by, Func<Texts, string> words, params IEnumerable<PlatformUser> also)
    {
        var others = owners.Concat(await ModeratorsAsync()).Concat(also).Distinct().Where(each => each != by);

        // The act is done: whoever asked for it may have stopped waiting, the others are told.
        await notices.TellAsync(new ModeratorNotice(by, [.. others], words), CancellationToken.None);
    }

    private async Task<IReadOnlyList<PlatformUser>> ModeratorsAsync()
    {
        try
        {
            return await moderators.AllAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            return [];   // the owners are told, whose list needs no store
        }
    }
}
