namespace KorKazBot.Storage.Databases;

/// <summary>
/// The statements of an embedded .sql file. Each stands below a line <c>-- name: NAME</c>; <c>-- name: NAME (Postgres)</c> or
/// <c>(Sqlite)</c> is a variant for one database.
/// </summary>
internal sealed class Statements
{
    private const string Mark = "-- name: ";

    private readonly string _file;
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    private Statements(string file, StorageProvider provider)
    {
        _file = file;
        var variant = $" ({provider})";
        foreach (var part in Resource(file).Split(Mark).Skip(1))
        {
            var lineEnd = part.IndexOf('\n', StringComparison.Ordinal);
            var name = part[..lineEnd].Trim();
            var sql = part[(lineEnd + 1)..].Trim();
            if (!name.EndsWith(')')) _byName.TryAdd(name, sql);
            else if (name.EndsWith(variant, StringComparison.Ordinal)) _byName[name[..^variant.Length]] = sql;
        }
    }

    /// <summary>The statement of that name.</summary>
    public string this[string name] =>
        _byName.GetValueOrDefault(name) ?? throw new InvalidOperationException($"{_file} has no statement \"{name}\".");

    /// <summary>Reads the statements of a file, such as <c>Delivery/Inbox.sql</c>, in a database's dialect.</summary>
    public static Statements Of(string file, StorageProvider provider) => new(file, provider);

    /// <summary>The embedded files under a folder, by name, in the order of their names.</summary>
    public static IEnumerable<(string Name, string Text)> Under(string folder) =>
        from resource in typeof(Statements).Assembly.GetManifestResourceNames()
        where resource.StartsWith(folder, StringComparison.Ordinal)
        orderby resource
        select (resource[folder.Length..], Resource(resource));

    private static string Resource(string name)
    {
        using var stream = typeof(Statements).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no embedded file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
