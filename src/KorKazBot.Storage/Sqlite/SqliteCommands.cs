using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KorKazBot.Storage.Sqlite;

/// <summary>Short ways to run a statement that takes no values of people.</summary>
internal static class SqliteCommands
{
    /// <summary>Runs a statement.</summary>
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row as text, empty where there is none.</summary>
    public static string Text(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>The first column of the first row as a number, 0 where there is none.</summary>
    public static long Number(this SqliteConnection connection, string sql) =>
        long.TryParse(connection.Text(sql), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
