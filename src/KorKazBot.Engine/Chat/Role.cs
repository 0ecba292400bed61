namespace KorKazBot.Engine.Chat;

/// <summary>What somebody may do; each may do what those before may, too.</summary>
/// <remarks>Adapters decide it from what the platform itself says of a numeric id; names, menus and buttons prove nothing.</remarks>
public enum Role
{
    /// <summary>Asks.</summary>
    Student,

    /// <summary>Looks after the chat in which it is said, and no other.</summary>
    ChatAdministrator,

    /// <summary>Looks after the bot and its interviews.</summary>
    Moderator,

    /// <summary>Appoints moderators.</summary>
    Owner,
}
