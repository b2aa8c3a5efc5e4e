using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Amparo.Kernel;

/// <summary>
/// How every SQLite connection is opened. <c>synchronous=FULL</c> is not a taste: with NORMAL more than half of simulated
/// power cuts lost a row that somebody had been told was saved. <c>secure_delete</c>: what is erased is overwritten.
/// </summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public static SqliteSettings Instance { get; } = new();

    private static readonly (string Name, string Set, long ReadBack)[] Wanted =
    [
        ("synchronous", "FULL", 2), ("foreign_keys", "ON", 1), ("secure_delete", "ON", 1), ("trusted_schema", "OFF", 0),
        ("cell_size_check", "ON", 1), ("temp_store", "MEMORY", 2), ("busy_timeout", "5000", 5000),
    ];

    // WAL is a property of the file, not of the connection: it is set once, where the database is made.
    private static readonly string OnOpen = string.Concat(Wanted.Select(w => $"PRAGMA {w.Name}={w.Set};"));

    // A pool hands the same connection out again and again, and what was set on it stays: nothing here sets it otherwise.
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => ApplyOnce(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ApplyOnce(connection);
        return Task.CompletedTask;
    }

    private static void ApplyOnce(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            if (Set.TryGetValue(handle, out _)) return;
            Apply(connection);
            Set.AddOrUpdate(handle, Wanted);
        }
        else Apply(connection);
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = OnOpen;
        command.ExecuteNonQuery();
    }

    /// <summary>Turns the file to write-ahead logging and returns every setting that reads back otherwise, in words.</summary>
    public static IReadOnlyList<string> Check(SqliteConnection connection)
    {
        Apply(connection);
        var wrong = new List<string>();
        var mode = Ask(connection, "journal_mode=WAL");
        if (mode is not "wal") wrong.Add($"journal_mode is {mode}, not wal");
        foreach (var (name, set, expected) in Wanted)
        {
            var found = Ask(connection, name);
            if (!Equals(found, expected)) wrong.Add($"{name} is {found}, not {set}");
        }
        return wrong;
    }

    private static object? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return command.ExecuteScalar();
    }
}
