using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Tests.Audit;

/// <summary>A database with its audit, without a server; and the hand of somebody who owns the database.</summary>
internal sealed class AuditHouse : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-audit-").FullName;
    private readonly string _database;
    private int _done;

    public AuditHouse()
    {
        _database = TestEngine.New(_folder);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddKernel(Engine.From(_database, _folder), new(_folder));
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(Clock);
        Services = services.BuildServiceProvider();
    }

    public FixedClock Clock { get; } = new(new(2026, 11, 21, 16, 40, 0, TimeSpan.Zero));
    public ServiceProvider Services { get; }
    public AuditKeys Keys => Services.GetRequiredService<AuditKeys>();
    public DataFolder Data => Services.GetRequiredService<DataFolder>();
    public string File => Path.Combine(_folder, "amparo.db");

    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work, string act = "test.act")
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = act;
        return await work(scope.ServiceProvider);
    }

    /// <summary>So many acts, each with one change and so one row of the audit, a second apart.</summary>
    public async Task Acts(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Clock.Now = Clock.Now.AddSeconds(1);
            await In(async services =>
            {
                await services.GetRequiredService<IInbox>().Put("test.message", $"{_done++:D20}", "{}", default);
                return 0;
            });
        }
    }

    public Task<int> Seal() => In(s => s.GetRequiredService<AuditSealer>().Seal(default));

    public Task<AuditCheckpoint?> Sign() => In(s => s.GetRequiredService<AuditSealer>().Sign(default));

    public Task<AuditFinding> Verify(string[]? notes = null, string[]? hashes = null) => In(s => s.GetRequiredService<AuditVerifier>().Verify(notes ?? [], hashes ?? [], default));

    /// <summary>So many acts, chained and signed.</summary>
    public async Task<AuditCheckpoint> Signed(int count)
    {
        await Acts(count);
        await Seal();
        return (await Sign())!;
    }

    public async Task<int> Sql(string sql, params (string Name, object Value)[] values)
    {
        return await In(async services =>
        {
            var db = services.GetRequiredService<Database>();
            await db.Database.OpenConnectionAsync();
            await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null, sql, values);
            return await command.ExecuteNonQueryAsync();
        });
    }

    /// <summary>Who owns the database first takes the rails off.</summary>
    public async Task TakeRailsOff()
    {
        foreach (var sql in Services.GetRequiredService<Engine>().IsSqlite
            ? new[] { "DROP TRIGGER kernel_audit_no_update", "DROP TRIGGER kernel_audit_no_delete", "DROP TRIGGER kernel_audit_checkpoint_no_update", "DROP TRIGGER kernel_audit_checkpoint_no_delete" }
            : ["DROP TRIGGER guard_rows ON kernel_audit", "DROP TRIGGER guard_rows ON kernel_audit_checkpoint"])
            await Sql(sql);
    }

    /// <summary>Makes the chain anew from a row on, as somebody would who knows how it is made.</summary>
    public async Task ChainAnewFrom(long place, bool withMac)
    {
        await In(async services =>
        {
            var db = services.GetRequiredService<Database>();
            var rows = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.Sequence != null).OrderBy(a => a.Sequence).ToListAsync();
            var chain = place == 1 ? new byte[32] : rows[(int)place - 2].Chain!.ToArray();
            foreach (var row in rows.Skip((int)place - 1))
            {
                var mac = withMac ? Keys.MacOf(AuditLine.Of(row, new byte[AuditLine.MostBytes])) : row.Mac;
                var leaf = new byte[32];
                AuditLine.Leaf(AuditLine.Of(row, new byte[AuditLine.MostBytes]), mac, leaf);
                AuditLine.Link(chain, leaf);
                await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null, "UPDATE kernel_audit SET chain = @chain, mac = @mac WHERE sequence = @place", ("chain", chain.ToArray()), ("mac", mac), ("place", row.Sequence!.Value));
                await db.Database.OpenConnectionAsync();
                await command.ExecuteNonQueryAsync();
            }
            return 0;
        });
    }

    public void Dispose()
    {
        Services.Dispose();
        TestEngine.Drop(_database, _folder);
        Directory.Delete(_folder, recursive: true);
    }
}
