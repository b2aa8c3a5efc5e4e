using Microsoft.Data.Sqlite;

namespace Amparo.Kernel;

/// <summary>
/// Where the data lie, chosen by one setting, <c>Database</c>: empty means SQLite in the data folder; a connection
/// string that begins with <c>Host=</c> means PostgreSQL 15 or newer; anything else is the path of an SQLite file.
/// </summary>
public sealed class Engine
{
    private Engine(string connection, bool isPostgres) => (Connection, IsPostgres) = (connection, isPostgres);

    public string Connection { get; }
    public bool IsPostgres { get; }
    public bool IsSqlite => !IsPostgres;

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? File => IsSqlite ? new SqliteConnectionStringBuilder(Connection).DataSource : null;

    public static Engine From(string? setting, string dataFolder)
    {
        if (setting?.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase) == true) return new(setting, isPostgres: true);
        var file = string.IsNullOrWhiteSpace(setting) || setting == "sqlite" ? Path.Combine(dataFolder, "amparo.db") : setting;
        return new(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), ForeignKeys = true }.ToString(), isPostgres: false);
    }

    public DbContextOptionsBuilder Use(DbContextOptionsBuilder options)
    {
        options.AddInterceptors(NoWriteWithoutAnAct.Instance);
        return IsPostgres
            ? options.UseNpgsql(Connection, o => o.MigrationsAssembly("Amparo.Migrations.Postgres"))
            : options.UseSqlite(Connection, o => o.MigrationsAssembly("Amparo.Migrations.Sqlite")).AddInterceptors(SqliteSettings.Instance);
    }
}
