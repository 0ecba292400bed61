using System.Data.Common;

namespace KorKazBot.Storage.Databases;

/// <summary>Runs statements on one connection, within its transaction where it has one.</summary>
/// <remarks>Parameters are text, whole numbers or null: what both databases mean the same by.</remarks>
internal sealed class Session(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it has touched.</returns>
    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] values)
    {
        await using var command = Prepare(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads every row of a statement.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        await using var command = Prepare(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    private DbCommand Prepare(string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                string text => StoredText.Of(text),
                int number => (long)number,
                long number => number,
                bool flag => flag ? 1L : 0L,
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                _ => throw new ArgumentOutOfRangeException(nameof(values), value, $"{name} has a type that isn't stored."),
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
