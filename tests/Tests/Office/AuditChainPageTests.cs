using System.Globalization;
using System.Net;
using Amparo.Office.Audit;
using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class AuditChainPageTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task An_outsider_can_follow_the_chain_with_the_exported_table_alone()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        await Settled();
        using var answer = await desk.Get("/console/audit/export");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        // Nothing here has a comma in it: a purpose would.
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',')).ToList();
        var rows = lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second)).Where(r => r["place"].Length > 0).OrderBy(r => long.Parse(r["place"], CultureInfo.InvariantCulture)).ToList();
        Assert.True(rows.Count > 2);
        var chain = new byte[32];
        foreach (var row in rows)
        {
            string? Text(string name) => row[name] is { Length: > 0 } text ? text : null;
            long Number(string name) => long.Parse(row[name], CultureInfo.InvariantCulture);
            Guid? Id(string name) => Text(name) is { } id ? Guid.Parse(id) : null;
            var line = AuditLine.Of(new byte[AuditLine.MostBytes], Text("node")!, Number("node_sequence"), Number("at_microseconds"), Id("by"), Id("organisation"), Text("purpose"), Text("act")!, Text("table")!, Id("record"), Number("records"), Text("outcome")!);
            var leaf = new byte[32];
            AuditLine.Leaf(line, Convert.FromHexString(Text("mac")!), leaf);
            AuditLine.Link(chain, leaf);
            Assert.Equal(Text("chain"), Convert.ToHexStringLower(chain));
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\ta", "\"'\ta\"")]
    [InlineData("a call, urgent", "\"a call, urgent\"")]
    public void A_cell_that_a_spreadsheet_would_run_is_defused(string purpose, string cell) =>
        Assert.Contains($",{cell},", CsvRow.Of(AuditRecords.Cells(new() { At = _platform.Clock.Now, Act = "office.audit", Table = "kernel_audit", Records = 1, Purpose = purpose })), StringComparison.Ordinal);

    [Fact]
    public async Task An_auditor_checks_the_chain_leaves_and_finds_the_result_with_its_time()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        await Settled();
        using (var begun = await desk.Post("/console/audit/check")) Assert.Equal("/console/audit/check", begun.Headers.Location!.ToString());
        var said = await Result(desk);
        Assert.Contains("están como se escribieron", said, StringComparison.Ordinal);
        Assert.Contains("21 nov 2026", said, StringComparison.Ordinal);
        Assert.Contains("están como se escribieron", (await desk.Page("/console/audit")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(desk.AccountId, (await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "office.check_audit"))).By);
    }

    [Fact]
    public async Task A_changed_row_is_named_to_the_auditor_in_words()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        await Settled();
        await Sql(_platform.Services.GetRequiredService<Engine>().IsSqlite ? "DROP TRIGGER kernel_audit_no_update" : "DROP TRIGGER guard_rows ON kernel_audit");
        Assert.Equal(1, await Sql("UPDATE kernel_audit SET records = 99 WHERE sequence = 2"));
        using (await desk.Post("/console/audit/check")) { }
        Assert.Contains("La fila 2 no es la que se selló", await Result(desk), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_way_of_being_wrong_has_its_words_in_both_languages()
    {
        var texts = _platform.Services.GetRequiredService<Texts>();
        foreach (var language in ConsolePage.Languages)
            foreach (var key in AuditFaults.All.Select(f => "office.audit.fault." + f).Concat(AuditFilter.Outcomes.Select(o => "office.audit.outcome." + o)))
                Assert.NotEqual(key, texts.In(language)[key]);
    }

    [Fact]
    public async Task A_witness_takes_the_newest_note_away()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        await Settled();
        using var answer = await desk.Get("/console/audit/note");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var note = await answer.Content.ReadAsStringAsync();
        Assert.True(AuditCheckpoint.Read(note, _platform.Services.GetRequiredService<AuditKeys>()) is { Size: > 0 });
        Assert.Contains(await _platform.Read(db => db.Set<AuditEntry>().ToListAsync()), a => a is { Act: "office.audit", Table: "kernel_audit_checkpoint" });
    }

    // Everything chained and signed, as the server does each second and each five minutes.
    private Task<int> Settled() => _platform.In(async (db, services) =>
    {
        var sealer = services.GetRequiredService<AuditSealer>();
        // The server seals too, and of two at once one steps back.
        while (await db.Set<AuditEntry>().AnyAsync(a => a.Sequence == null) || await sealer.Newest(default) is null)
        {
            await sealer.Seal(default);
            await sealer.Sign(default);
        }
        return 0;
    });

    private static async Task<string> Result(Desk desk)
    {
        for (var i = 0; i < 600; i++)
        {
            var page = await desk.Page("/console/audit/check");
            if (page.QuerySelector("progress") is null) return page.QuerySelector("[role=status]")!.TextContent;
            await Task.Delay(50);
        }
        throw new TimeoutException("The check did not end.");
    }

    private Task<int> Sql(string sql) => _platform.In(async (db, _) =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null, sql);
        return await command.ExecuteNonQueryAsync();
    });

    public void Dispose() => _platform.Dispose();
}
