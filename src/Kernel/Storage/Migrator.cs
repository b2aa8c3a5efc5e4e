using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Amparo.Kernel;

/// <summary>Brings the database to this version, under a lock, forwards only, makes the publisher's views anew and brings the roles.</summary>
public sealed class Migrator(Database db, Engine engine, IEnumerable<Module> modules, Permissions permissions)
{
    /// <summary>The migrations that this database lacks; empty where it is ready.</summary>
    /// <exception cref="DatabaseTooNew">The database was migrated by a newer version of Amparo.</exception>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var unknown = (await db.Database.GetAppliedMigrationsAsync(stop)).Where(m => !known.Contains(m)).ToList();
        if (unknown.Count > 0) throw new DatabaseTooNew(unknown[0]);
        return [.. await db.Database.GetPendingMigrationsAsync(stop)];
    }

    /// <summary>Null where the database can be served from; else what is wrong and what to do, in a sentence.</summary>
    public async Task<string?> Ready(CancellationToken stop)
    {
        try
        {
            if (await Pending(stop) is { Count: > 0 } pending)
                return $"The database lacks {pending.Count} migration(s). Run: ./amparo db migrate";
            if (await RoleSeeds.Missing(db, permissions, stop) is { Count: > 0 } acts)
                return $"The database does not know {acts.Count} permission(s) of this version. Run: ./amparo db migrate";
            if (engine.File is { } file) CheckSettings(file);
            return null;
        }
        catch (Exception e) when (e is DbException or System.Net.Sockets.SocketException)
        {
            return $"The database does not answer ({e.Message}). Check the setting Amparo:Database and that it runs.";
        }
    }

    public async Task<IReadOnlyList<string>> Migrate(CancellationToken stop)
    {
        await using var alone = await Alone(stop);
        var pending = await Pending(stop);
        if (engine.IsSqlite) await ForgetTheLockOfACrash(stop);
        await db.Database.MigrateAsync(stop);
        if (engine.File is { } file) CheckSettings(file);
        await MakeViewsAndRoles(stop);
        return pending;
    }

    private async Task MakeViewsAndRoles(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(stop);
        foreach (var view in PublicViews.Of(modules))
        {
            await Run(connection, transaction, $"DROP VIEW IF EXISTS {view.Name}", stop);
            await Run(connection, transaction, $"CREATE VIEW {view.Name} AS {view.Query}", stop);
        }
        foreach (var guard in AuditGuards.For(engine).Concat(OutgoingCounting.For(engine))) await Run(connection, transaction, guard, stop);
        if (engine.IsPostgres) await PublisherRole.Grant(connection, transaction, PublicViews.Of(modules), stop);
        await RoleSeeds.Bring(connection, transaction, permissions, stop);
        await transaction.CommitAsync(stop);
        await db.Database.CloseConnectionAsync();
    }

    internal static async Task Run(DbConnection connection, DbTransaction transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static void CheckSettings(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        if (SqliteSettings.Check(connection) is { Count: > 0 } wrong)
            throw new InvalidOperationException($"SQLite at {file} does not keep the settings that protect the data: {string.Join("; ", wrong)}. Put the data folder on a local disk and start again.");
    }

    // EF's own locks are not enough: on PostgreSQL four that start at once all make the history table, on SQLite the lock is
    // a row that a crash leaves behind, for which everybody waits for ever. These two locks die with their process.
    private async Task<IAsyncDisposable> Alone(CancellationToken stop)
    {
        if (engine.File is not { } file)
        {
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(engine.Connection) { Pooling = false }.ToString());
            await connection.OpenAsync(stop);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(7263000)", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(stop);
            return connection;
        }
        DataFolder.Make(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(100, stop);
            }
        }
    }

    private async Task ForgetTheLockOfACrash(CancellationToken stop)
    {
        if (!File.Exists(engine.File)) return;
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock";
        await command.ExecuteNonQueryAsync(stop);
        await db.Database.CloseConnectionAsync();
    }
}

/// <summary>The database knows a migration that this version does not: going on would write into a shape that it does not understand.</summary>
public sealed class DatabaseTooNew(string migration)
    : Exception($"The database was made by a newer version of Amparo (it knows the migration {migration}). Start that version, or restore a backup made with this one.");
