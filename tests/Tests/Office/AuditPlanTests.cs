using Amparo.Office.Audit;
using Amparo.Tests.Audit;
using Microsoft.AspNetCore.Http;

namespace Amparo.Tests.Office;

/// <summary>Each question of the auditor's page goes through an index, so that it costs the same at a million rows.</summary>
[Trait("Needs", "Database")]
public sealed class AuditPlanTests : IDisposable
{
    private const int Count = 20_000;
    private readonly AuditHouse _house = new();

    [Fact]
    public async Task Every_question_of_the_auditor_goes_through_an_index()
    {
        await Fill();
        var id = new Guid("00000000-0000-0000-0000-000000000007");
        var edge = new AuditPlace(Instants.FromStored(10_000_000), id);
        await _house.In(async services =>
        {
            var records = services.GetRequiredService<Database>().Set<AuditEntry>().AsNoTracking();
            foreach (var (query, index) in new[]
            {
                ("", "_at"), ($"by={id}", "_by_at"), ("by=none", "_by_at"), ("act=a7", "_act_at"), ("table=t7", "_table_name_at"), ($"record={id}", "_record_at"), ("outcome=refused", "_outcome_at"), ("from=1970-01-01&to=1970-01-01", "_at"),
            })
            {
                var wrong = new Dictionary<string, string>();
                var asked = AuditFilter.Read(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)), wrong).Of(records);
                Assert.Empty(wrong);
                foreach (var page in new[] { asked, edge.Older(asked) }) await Goes(AuditPage.Descending(page), index, query);
            }
            // Without an index for it a plan does show a walk over everything: this test can fail.
            Assert.True(IsWalk(await Plan(records.Where(a => a.Records == 7).OrderByDescending(a => a.Records).Take(51))));
            return 0;
        });
    }

    private async Task Goes(IQueryable<AuditEntry> records, string index, string query)
    {
        var plan = await Plan(AuditRow.Of(records.Take(AuditPage.Size + 1)));
        Assert.True(plan.Contains($"ix_kernel_audit{index}", StringComparison.OrdinalIgnoreCase) && !IsWalk(plan), $"{query}:\n{plan}");
    }

    private bool IsWalk(string plan) => _house.Services.GetRequiredService<Engine>().IsPostgres
        ? plan.Contains("Seq Scan", StringComparison.Ordinal)
        : plan.Split('\n').Any(l => l.StartsWith("SCAN", StringComparison.Ordinal) && !l.Contains("INDEX", StringComparison.Ordinal));

    private static async Task<string> Plan<T>(IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = (command is Npgsql.NpgsqlCommand ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        if (command.Connection!.State is not System.Data.ConnectionState.Open) await command.Connection.OpenAsync();
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(rows.FieldCount - 1));
        return string.Join('\n', lines);
    }

    private async Task Fill()
    {
        var postgres = _house.Services.GetRequiredService<Engine>().IsPostgres;
        string Id(string number) => postgres ? $"('00000000-0000-0000-0000-' || lpad(({number})::text, 12, '0'))::uuid" : $"printf('00000000-0000-0000-0000-%012d', {number})";
        var bytes = postgres ? "decode(repeat('00', 32), 'hex')" : "zeroblob(32)";
        await _house.Sql($"""
            INSERT INTO kernel_audit (id, at, act, "by", organisation, table_name, record, records, outcome, node, node_sequence, mac)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Count})
            SELECT {Id("i")}, i * 1000, 'a' || (i % 2000), CASE WHEN i % 2000 = 0 THEN NULL ELSE {Id("i % 2000")} END, {Id("i % 2000")}, 't' || (i % 2000), {Id("i % 2000")}, 1,
              CASE WHEN i % 2000 = 0 THEN 'refused' ELSE 'done' END, 'plan', i, {bytes} FROM n
            """);
        await _house.Sql("ANALYZE");
    }

    public void Dispose() => _house.Dispose();
}
