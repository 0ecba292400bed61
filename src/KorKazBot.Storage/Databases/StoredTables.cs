namespace KorKazBot.Storage.Databases;

/// <summary>The tables that both databases have, for what treats all alike: counts and copies.</summary>
internal static class StoredTables
{
    /// <summary>Each table with the column that numbers its rows, null where none does.</summary>
    public static readonly (string Name, string? Number)[] All =
    [
        ("audit", "id"),
        ("chat_settings", null),
        ("hand_offs", "id"),
        ("inbox", "seq"),
        ("moderators", null),
        ("outbox", null),
        ("question_counts", null),
        ("unanswered", "id"),
        ("votes", null),
    ];
}
