using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Amparo.Tests.Storage;

[Trait("Needs", "Database")]
public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-migrations-").FullName;

    [Theory, InlineData("sqlite"), InlineData("Host=none")]
    public void No_table_changed_without_a_migration_on_either_engine(string setting)
    {
        using var services = TestServices.Over(Engine.From(setting, _folder), _folder);
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "Run: dotnet run --project tools/AddMigration -- WhatChanged");
    }

    [Theory, InlineData("Amparo.Migrations.Sqlite"), InlineData("Amparo.Migrations.Postgres")]
    public void The_migrations_have_one_head(string assembly)
    {
        // Two branches that each add a migration leave a snapshot of one of them: the last migration must know the whole model.
        var types = System.Reflection.Assembly.Load(assembly).GetTypes();
        var last = types.Where(t => t.IsSubclassOf(typeof(Migration))).OrderBy(t => t.GetCustomAttributesData().Single(a => a.AttributeType == typeof(MigrationAttribute)).ConstructorArguments[0].Value as string).Last();
        var snapshot = (ModelSnapshot)Activator.CreateInstance(types.Single(t => t.IsSubclassOf(typeof(ModelSnapshot))))!;
        Assert.Equal(Shape(snapshot.Model), Shape(((Migration)Activator.CreateInstance(last)!).TargetModel));
    }

    [Fact]
    public async Task A_migrated_database_has_the_tables_that_the_model_would_make()
    {
        var setting = TestEngine.New(_folder);
        try
        {
            var migrated = await Catalogue(setting);
            var made = await Made();
            Assert.NotEmpty(made);
            Assert.Equal(made, migrated.Where(c => !c.StartsWith("__EF", StringComparison.Ordinal)));
        }
        finally { TestEngine.Drop(setting); }
    }

    [Fact]
    public async Task Four_that_migrate_at_once_do_not_harm_each_other()
    {
        var fresh = Path.Combine(_folder, "fresh");
        var engine = TestEngine.Postgres is null ? Engine.From("sqlite", fresh) : Engine.From(TestEngine.Empty(), fresh);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrate(engine))));
        Assert.Null(await Ready(engine));
        if (engine.IsPostgres) TestEngine.Drop(engine.Connection);
    }

    [Fact]
    public async Task A_crash_that_held_the_lock_does_not_stop_the_next_start()
    {
        if (TestEngine.Postgres is not null) return; // there the lock dies with its connection
        var engine = Engine.From("sqlite", Path.Combine(_folder, "crashed"));
        await Migrate(engine);
        await using (var connection = new SqliteConnection(engine.Connection))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')";
            command.ExecuteNonQuery();
        }
        await Migrate(engine).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_untouched()
    {
        var setting = TestEngine.New(_folder);
        var engine = Engine.From(setting, _folder);
        await Run(engine, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')");
        await Assert.ThrowsAsync<DatabaseTooNew>(() => Migrate(engine));
        TestEngine.Drop(setting);
    }

    private static string Shape(Microsoft.EntityFrameworkCore.Metadata.IModel model) =>
        string.Join('\n', model.GetEntityTypes().OrderBy(e => e.Name).Select(e => e.Name + ": " + string.Join(", ", e.GetProperties().Select(p => $"{p.GetColumnName()} {p.GetColumnType()}").Order())));

    private async Task Migrate(Engine engine) => await With(engine, m => m.Migrate(default));
    private async Task<string?> Ready(Engine engine) => await With(engine, m => m.Ready(default));

    private async Task<T> With<T>(Engine engine, Func<Migrator, Task<T>> work)
    {
        await using var services = TestServices.Over(engine, _folder);
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Migrator>());
    }

    private async Task<List<string>> Made()
    {
        var folder = Path.Combine(_folder, "made");
        Directory.CreateDirectory(folder);
        var setting = TestEngine.Postgres is null ? "sqlite" : TestEngine.Empty();
        await using (var services = TestServices.Over(Engine.From(setting, folder), folder))
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Database>().Database.EnsureCreatedAsync();
        var catalogue = await Catalogue(setting, folder);
        if (TestEngine.Postgres is not null) TestEngine.Drop(setting);
        return catalogue;
    }

    private Task<List<string>> Catalogue(string setting, string? folder = null) => Rows(Engine.From(setting, folder ?? _folder), TestEngine.Postgres is null
        ? "SELECT m.name || ' ' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_EF%' ESCAPE '\\' UNION ALL SELECT tbl_name || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE type = 'index' AND tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1"
        : "SELECT c.table_name || ' ' || c.column_name || ' ' || c.data_type || ' ' || COALESCE(c.character_maximum_length, 0) || ' ' || c.is_nullable FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND left(c.table_name, 4) <> '__EF' UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND left(tablename, 4) <> '__EF' ORDER BY 1");

    private static async Task<List<string>> Rows(Engine engine, string sql)
    {
        await using System.Data.Common.DbConnection connection = engine.IsPostgres ? new NpgsqlConnection(engine.Connection) : new SqliteConnection(engine.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    private static Task Run(Engine engine, string sql) => Rows(engine, sql);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
