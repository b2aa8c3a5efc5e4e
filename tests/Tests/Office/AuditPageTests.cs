using System.Net;
using Amparo.Tests.Access;
using AngleSharp.Dom;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class AuditPageTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task An_auditor_reads_who_did_what_the_newest_first_and_no_value_of_it()
    {
        var account = Desks.NewAccount(_platform.Clock.Now);
        await _platform.Given(account);
        await Acts(account.Id, "office.invite", 2);
        using var desk = await _platform.As("auditor", Scope.Region);
        var page = await desk.Page($"/console/audit?by={account.Id}");
        var rows = Rows(page);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Contains("Persona Inventada", r, StringComparison.Ordinal));
        Assert.All(rows, r => Assert.Contains("Invitar a personas", r, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("cuentas", StringComparison.Ordinal));
        Assert.DoesNotContain(account.Email, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("nav[aria-label] a[href='/console/audit']"));
    }

    [Fact]
    public async Task Every_filter_keeps_what_fits_and_nothing_else()
    {
        var (one, two) = (Desks.NewAccount(_platform.Clock.Now), Desks.NewAccount(_platform.Clock.Now));
        await _platform.Given(one, two);
        var record = await Acts(one.Id, "office.invite", 1);
        _platform.Clock.Now = _platform.Clock.Now.AddDays(2);
        await Acts(two.Id, "office.disable", 1, outcome: AuditOutcomes.Refused);
        await Acts(null, "kernel.migrate", 1);
        using var desk = await _platform.As("auditor", Scope.Region);
        foreach (var (query, fits) in new (string, Func<AuditEntry, bool>)[]
        {
            ($"by={one.Id}", a => a.By == one.Id), ("by=none", a => a.By == null), ("act=office.disable", a => a.Act == "office.disable"), ("table=kernel_account", a => a.Table == "kernel_account"),
            ($"record={record}", a => a.Record == record), ("outcome=refused", a => a.Outcome == "refused"), ("to=2026-11-21", a => a.At < new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)),
            ("from=2026-11-23&outcome=done", a => a.At >= new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero) && a.Outcome == "done"), ($"by={one.Id}&act=office.disable", _ => false),
        })
        {
            var expected = (await _platform.Read(db => db.Set<AuditEntry>().ToListAsync())).Count(fits);
            var page = await desk.Page("/console/audit?" + query);
            Assert.True(expected == Rows(page).Count, $"{query}: {Rows(page).Count} rows instead of {expected}");
            Assert.Equal(expected == 0, page.Body!.TextContent.Contains("No hay nada registrado", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_question_that_cannot_be_read_is_said_and_not_answered_with_everything()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        foreach (var query in new[] { "by=me", "record=7", "outcome=all", "from=yesterday", "from=2026-11-22&to=2026-11-21" })
        {
            var page = await desk.Page("/console/audit?" + query, 422);
            Assert.Empty(Rows(page));
            Assert.Single(page.QuerySelectorAll("[role=alert]"));
        }
        await desk.Page("/console/audit/export?from=yesterday", 422);
        using var nobody = await desk.Post("/console/audit", null, ("who", "nobody-has-this-name"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Empty(Rows(await Desk.Read(nobody)));
    }

    [Fact]
    public async Task A_person_is_found_by_name_and_where_two_fit_the_auditor_chooses()
    {
        var (one, two) = (Desks.NewAccount(_platform.Clock.Now), Desks.NewAccount(_platform.Clock.Now));
        (one.Name, two.Name) = ("Beatriz Inventada Uno", "Beatriz Inventada Dos");
        await _platform.Given(one, two);
        await Acts(one.Id, "office.invite", 1);
        using var desk = await _platform.As("auditor", Scope.Region);
        using var found = await desk.Post("/console/audit?outcome=done", null, ("who", "Inventada Uno"));
        Assert.Equal($"/console/audit?by={one.Id}&outcome=done", found.Headers.Location!.ToString());
        Assert.Single(Rows(await desk.Page(found.Headers.Location.ToString())));
        using var several = await desk.Post("/console/audit", null, ("who", "Beatriz"));
        var choice = await Desk.Read(several);
        Assert.Empty(Rows(choice));
        Assert.Contains(choice.QuerySelectorAll("main a"), a => a.GetAttribute("href") == $"/console/audit?by={one.Id}");
    }

    [Fact]
    public async Task Paging_older_and_newer_shows_every_row_once_also_where_all_have_one_time()
    {
        var account = Desks.NewAccount(_platform.Clock.Now);
        await _platform.Given(account);
        await Acts(account.Id, "office.invite", 130);
        using var desk = await _platform.As("auditor", Scope.Region);
        var (seen, path, newer) = (new List<string>(), $"/console/audit?by={account.Id}", "");
        for (var pages = 0; path is not null; pages++)
        {
            Assert.True(pages < 3, "There is a page too many.");
            var page = await desk.Page(path);
            seen.AddRange(RecordsOf(page));
            newer = page.QuerySelector("a[rel=prev]")?.GetAttribute("href");
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal((130, 130), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(seen[50..100], RecordsOf(await desk.Page(newer!)));
        var first = await desk.Page((await desk.Page(newer!)).QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(seen[..50], RecordsOf(first));
        Assert.Null(first.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Who_reads_or_takes_the_audit_is_in_it()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        await desk.Page("/console/audit");
        using (await desk.Get("/console/audit/export")) { }
        foreach (var act in new[] { "office.audit", "office.export_audit" })
        {
            var row = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == act));
            Assert.Equal((desk.AccountId, "kernel_audit", AuditOutcomes.Seen), (row.By, row.Table, row.Outcome));
            Assert.True(row.Records > 0);
        }
    }

    [Fact]
    public async Task An_auditor_of_a_country_sees_what_was_done_there_and_not_how_much_is_done_elsewhere()
    {
        var (here, there) = (Desks.NewAccount(_platform.Clock.Now, "GT"), Desks.NewAccount(_platform.Clock.Now, "HN"));
        await _platform.Given(here, there);
        await Acts(here.Id, "office.invite", 2);
        await Acts(there.Id, "office.invite", 3);
        using var desk = await _platform.As("auditor", Scope.Country("GT"));
        var page = await desk.Page("/console/audit");
        Assert.Equal(2, Rows(page).Count);
        Assert.Null(page.QuerySelector("form[action='/console/audit/check']"));
        using (var csv = await desk.Get("/console/audit/export")) Assert.Equal(1 + 2, (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        await desk.Page("/console/audit/note", 422);
        await desk.Page("/console/audit/check", 422);
        using var check = await desk.Post("/console/audit/check");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, check.StatusCode);
    }

    private async Task<Guid> Acts(Guid? by, string act, int count, string outcome = AuditOutcomes.Done)
    {
        var record = Guid.Empty;
        await _platform.In(async (db, services) =>
        {
            services.GetRequiredService<CurrentUser>().Id = by;
            for (var i = 0; i < count; i++) db.Record(act, "kernel_account", record = Guid.CreateVersion7(), 1, outcome);
            await db.SaveChangesAsync();
            return 0;
        }, act);
        return record;
    }

    private static List<string> Rows(IDocument page) => [.. page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent)];

    private static List<string> RecordsOf(IDocument page) => [.. page.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelector("span[title]")!.GetAttribute("title")!)];

    public void Dispose() => _platform.Dispose();
}
