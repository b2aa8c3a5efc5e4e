using Microsoft.Data.Sqlite;
using Npgsql;

namespace Amparo.Tests;

/// <summary>
/// The engine of this run, and a new migrated database for each platform: a copied file on SQLite, a database made from a
/// template on PostgreSQL. <c>AMPARO_TEST_POSTGRES</c> holds the connection string of a cluster that may be written to.
/// </summary>
internal static class TestEngine
{
    public static string? Postgres { get; } = Environment.GetEnvironmentVariable("AMPARO_TEST_POSTGRES") is { Length: > 0 } set ? set : null;

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static int _made;

    /// <summary>A migrated, empty database of its own: the setting <c>Amparo:Database</c> to reach it.</summary>
    public static string New(string folder)
    {
        if (Postgres is null)
        {
            File.Copy(Template.Value, Path.Combine(folder, "amparo.db"));
            return "sqlite";
        }
        var name = $"amparo_test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        Administer($"CREATE DATABASE {name} TEMPLATE {Template.Value} STRATEGY FILE_COPY");
        return PostgresSetting(name);
    }

    /// <summary>A PostgreSQL database without a table.</summary>
    public static string Empty()
    {
        var name = $"amparo_empty_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        Administer($"CREATE DATABASE {name}");
        return PostgresSetting(name);
    }

    /// <summary>Takes the database away. Only its own connections are closed: those of a test beside this one would have to be opened anew.</summary>
    /// <param name="folder">Where the file of SQLite lies; null closes every connection to any.</param>
    public static void Drop(string setting, string? folder = null)
    {
        if (Postgres is null)
        {
            if (folder is null) SqliteConnection.ClearAllPools();
            else using (var own = new SqliteConnection(Engine.From(setting, folder).Connection)) SqliteConnection.ClearPool(own);
            return;
        }
        using (var own = new NpgsqlConnection(setting)) NpgsqlConnection.ClearPool(own);
        Administer($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(setting).Database!} WITH (FORCE)");
    }

    private static string MakeTemplate()
    {
        var name = $"amparo_template_{Environment.ProcessId}";
        var folder = Directory.CreateTempSubdirectory("amparo-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, true);
        if (Postgres is not null)
        {
            Administer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            Administer($"CREATE DATABASE {name}");
        }
        Migrate(Postgres is null ? Engine.From("sqlite", folder) : Engine.From(PostgresSetting(name), folder), folder).GetAwaiter().GetResult();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return Postgres is null ? Path.Combine(folder, "amparo.db") : name;
    }

    private static async Task Migrate(Engine engine, string folder)
    {
        await using var services = TestServices.Over(engine, folder);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "kernel.migrate";
        await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
    }

    private static string PostgresSetting(string database) =>
        "Host=" + new NpgsqlConnectionStringBuilder(Postgres) { Database = database, MaxPoolSize = 8 }.ToString()["Host=".Length..];

    private static void Administer(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Database = "postgres", Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
