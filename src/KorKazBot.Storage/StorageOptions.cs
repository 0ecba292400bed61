namespace KorKazBot.Storage;

/// <summary>Which database keeps what must outlive the process.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>The kind of database; default <see cref="StorageProvider.Sqlite"/>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// SQLite: the file, relative to the working directory, alone or as <c>Data Source=FILE</c>. PostgreSQL: <c>Host=…;Database=…</c> as
    /// Npgsql reads it; it may hold a password, so it comes by an environment variable. Default <c>data/korkazbot.db</c>.
    /// </summary>
    public string ConnectionString { get; set; } = "data/korkazbot.db";

    /// <summary>The provider only: connection strings hold passwords.</summary>
    public override string ToString() => $"{Provider}";
}

/// <summary>A kind of database.</summary>
public enum StorageProvider
{
    /// <summary>A file beside the program: one process.</summary>
    Sqlite,

    /// <summary>A server: any number of replicas.</summary>
    Postgres,
}
