namespace KorKazBot.Engine.Chat;

/// <content>What is said about roles, privacy, settings and moderators' work.</content>
public sealed partial class Texts
{
    public string ForChatAdministrators => Get(nameof(ForChatAdministrators));

    public string ForModerators => Get(nameof(ForModerators));

    public string ForOwner => Get(nameof(ForOwner));

    public string OnlyInPrivate(object first) => Format(nameof(OnlyInPrivate), first);

    public string StoreOut(object first) => Format(nameof(StoreOut), first);
}
