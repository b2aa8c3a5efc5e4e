// What it takes to chain, to sign and to verify an audit:  dotnet run -c Release --project bench/Audit -- FOLDER [rows]
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Amparo.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var folder = args[0];
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
    .AddKernel(Engine.From(Environment.GetEnvironmentVariable("AMPARO__Database"), folder), new(folder)).AddModules().BuildServiceProvider();
await using var scope = services.CreateAsyncScope();
scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "bench.audit";
await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(default);
var db = scope.ServiceProvider.GetRequiredService<Database>();
await db.Database.OpenConnectionAsync();
// A folder that holds an audit already is measured as it is.
if (!await db.Set<AuditEntry>().AnyAsync(a => a.Node == "bench")) await Write(db.Database.GetDbConnection());

var sealer = scope.ServiceProvider.GetRequiredService<AuditSealer>();
var chained = await Took(async () => { while (await sealer.Seal(default) > 0) { } });
var signed = await Took(async () => await sealer.Sign(default));
AuditFinding? found = null;
var before = Process.GetCurrentProcess().TotalProcessorTime;
var verified = await Took(async () => found = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify([], [], default));
var busy = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
if (found is not { Wrong: null } || found.Sealed < count) throw new InvalidOperationException(found?.Wrong ?? "Rows are missing.");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"rows": {{count}}, "chained": {{chained:F2}}, "signed": {{signed:F2}}, "verified": {{verified:F2}}, "cpu": {{busy:F2}}, "megabytes": {{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576}}}"""));
return 0;

static async Task<double> Took(Func<Task> work)
{
    var begun = Stopwatch.GetTimestamp();
    await work();
    return Stopwatch.GetElapsedTime(begun).TotalSeconds;
}

async Task Write(DbConnection connection)
{
    var keys = services.GetRequiredService<AuditKeys>();
    var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    var (account, acts) = (Guid.CreateVersion7(), new[] { "places.approve", "places.edit", "cases.read", "kernel.sign_in" });
    var room = new byte[AuditLine.MostBytes];
    for (var from = 0; from < count; from += 10_000)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = AuditRows.Ask(connection, transaction, """
            INSERT INTO kernel_audit (id, at, act, "by", table_name, record, records, outcome, node, node_sequence, mac)
            VALUES (@id, @at, @act, @by, 'places_place', @record, 1, 'done', 'bench', @count, @mac)
            """, ("id", Guid.Empty), ("at", 0L), ("act", ""), ("by", account), ("record", Guid.Empty), ("count", 0L), ("mac", room));
        for (var i = from; i < Math.Min(count, from + 10_000); i++)
        {
            var (at, record, act) = (start.AddSeconds(i), Guid.CreateVersion7(), acts[i % acts.Length]);
            command.Parameters["id"].Value = Guid.CreateVersion7();
            command.Parameters["at"].Value = Instants.ToStored(at);
            command.Parameters["act"].Value = act;
            command.Parameters["record"].Value = record;
            command.Parameters["count"].Value = (long)i;
            command.Parameters["mac"].Value = keys.MacOf(AuditLine.Of(room, "bench", i, Instants.ToStored(at), account, null, null, act, "places_place", record, 1, "done"));
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }
}
