using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Amparo.Kernel;

/// <summary>
/// Opens the connection with which an edition is built. It can read the public views and nothing else: on PostgreSQL it
/// acts as a role that was granted only those, on SQLite an authorizer refuses every other column while the statement is
/// compiled. A mistake in a query of the publisher is then an error and not a leaked shelter.
/// </summary>
public sealed class PublisherConnection(Engine engine, IEnumerable<Module> modules)
{
    /// <exception cref="DbException">The database is not reachable or not migrated.</exception>
    public async Task<DbConnection> Open(CancellationToken stop)
    {
        return engine.IsPostgres ? await OpenPostgres(stop) : OpenSqlite();
    }

    private async Task<DbConnection> OpenPostgres(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(engine.Connection);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand($"SET ROLE {PublisherRole.Name}; SET default_transaction_read_only = on; SET default_transaction_isolation = 'repeatable read'", connection);
        await command.ExecuteNonQueryAsync(stop);
        return connection;
    }

    private SqliteConnection OpenSqlite()
    {
        var settings = new SqliteConnectionStringBuilder(engine.Connection) { Pooling = false, Mode = SqliteOpenMode.ReadOnly };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        var views = PublicViews.Of(modules).Select(v => v.Name).ToHashSet();
        raw.sqlite3_set_authorizer(connection.Handle, Authorize, views);
        return connection;
    }

    // For a column that is read inside a view SQLite names the view last; for the view's own columns it names the view as the table.
    private static int Authorize(object userData, int action, utf8z first, utf8z second, utf8z database, utf8z view) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_TRANSACTION or raw.SQLITE_FUNCTION => raw.SQLITE_OK,
        raw.SQLITE_READ when Allowed((HashSet<string>)userData, first, view) => raw.SQLITE_OK,
        _ => raw.SQLITE_DENY,
    };

    private static bool Allowed(HashSet<string> views, utf8z table, utf8z view) =>
        views.Contains(table.utf8_to_string()) || (view.utf8_to_string() is { } inside && views.Contains(inside));
}
