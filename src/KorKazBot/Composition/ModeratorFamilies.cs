using KorKazBot.Configuration;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;
using KorKazBot.Engine.Reloading;
using KorKazBot.Storage;

namespace KorKazBot.Composition;

/// <summary>Puts the commands of moderators and owners together; the same for every platform.</summary>
internal static class ModeratorFamilies
{
    /// <summary>The families.</summary>
    /// <param name="settings">Who owns the bot.</param>
    /// <param name="stores">Moderators and audit.</param>
    /// <param name="reloads">Reloads the corpus.</param>
    /// <param name="notices">Brings what moderators are told.</param>
    /// <exception cref="IOException">The secret of people's keys can't be read or written.</exception>
    public static ICommands[] Of(Settings settings, Stores stores, ICorpusReloads reloads, IModeratorNotices notices)
    {
        var owners = settings.Moderation.OwnerList();
        var acts = new ModeratorActs(stores.Audit, PersonSecret.Open(settings), notices, stores.Moderators, owners);
        return [new ReloadCommands(reloads, acts), new ModeratorCommands(owners, stores.Moderators, acts)];
    }

    /// <summary>What users of the platforms may do.</summary>
    public static RoleResolver Roles(Settings settings, Stores stores) => new(settings.Moderation.OwnerList(), stores.Moderators, TimeProvider.System);
}
