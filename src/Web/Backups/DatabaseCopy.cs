using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Amparo.Web.Backups;

/// <summary>A copy of the database as of one instant, while the server goes on: SQLite's own backup, or pg_dump.</summary>
internal static class DatabaseCopy
{
    private const string SqliteName = "amparo.db";
    private const string PostgresName = "amparo.dump";

    public static async Task Take(Engine engine, string folder, CancellationToken stop)
    {
        if (engine.File is null) await Tool("pg_dump", engine, stop, "--format=custom", "--no-owner", "--file", Path.Combine(folder, PostgresName));
        else TakeSqlite(engine, Path.Combine(folder, SqliteName));
    }

    public static async Task PutBack(Engine engine, string folder, CancellationToken stop)
    {
        if (engine.File is { } file)
        {
            DataFolder.Make(Path.GetDirectoryName(file)!);
            File.Copy(Path.Combine(folder, SqliteName), file, overwrite: false);
        }
        else await Tool("pg_restore", engine, stop, "--no-owner", "--exit-on-error", "--single-transaction", "--dbname", Address(engine), Path.Combine(folder, PostgresName));
    }

    /// <summary>What the engine itself finds wrong with an SQLite file, in its own words.</summary>
    public static IEnumerable<string> Wrong(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        foreach (var pragma in new[] { "integrity_check", "foreign_key_check" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA " + pragma;
            using var rows = command.ExecuteReader();
            while (rows.Read())
                if (rows.GetValue(0) is not "ok") yield return $"{pragma}: {rows.GetValue(0)}";
        }
    }

    private static void TakeSqlite(Engine engine, string to)
    {
        using var from = new SqliteConnection(engine.Connection);
        from.Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        from.BackupDatabase(target);
    }

    // The password goes through the environment: what stands on a command line can be read by every account of the machine.
    private static async Task Tool(string name, Engine engine, CancellationToken stop, params string[] arguments)
    {
        var start = new ProcessStartInfo(name) { RedirectStandardError = true };
        if (name == "pg_dump") start.ArgumentList.Add("--dbname=" + Address(engine));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = new NpgsqlConnectionStringBuilder(engine.Connection).Password;
        try
        {
            using var tool = Process.Start(start)!;
            var said = await tool.StandardError.ReadToEndAsync(stop);
            await tool.WaitForExitAsync(stop);
            if (tool.ExitCode != 0) throw new CommandLine.CannotDo($"{name} could not do it: {said.Trim()}");
        }
        catch (Win32Exception)
        {
            throw new CommandLine.CannotDo($"{name} is missing. Install the PostgreSQL client (on Debian: apt-get install postgresql-client).");
        }
    }

    private static string Address(Engine engine)
    {
        var settings = new NpgsqlConnectionStringBuilder(engine.Connection);
        return $"host='{settings.Host}' port={settings.Port} user='{settings.Username}' dbname='{settings.Database}'";
    }
}
