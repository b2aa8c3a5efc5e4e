using System.Net;
using Amparo.Tests.Access;
using AngleSharp.Dom;

namespace Amparo.Tests.Office;

/// <summary>Tables of accounts and of who holds which role: sorted, filtered, paged and taken away by what stands in the address, which names nobody.</summary>
[Trait("Needs", "Database")]
public sealed class TableTests : IDisposable
{
    private readonly Platform _platform = new();

    private static List<string> Column(IDocument page, int column = 1) => [.. page.QuerySelectorAll($"main tbody tr > :nth-child({column})").Select(c => c.TextContent.Trim())];

    private static async Task<List<string[]>> Csv(Access.Desk desk, string path)
    {
        using var answer = await desk.Get(path);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return [.. (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];
    }

    private async Task<Account> Given(string name, string? country = null, DateTimeOffset? at = null, bool began = false)
    {
        var account = Desks.NewAccount(at ?? _platform.Clock.Now, country);
        account.Name = name;
        if (began) account.SignedIn(_platform.Clock.Now);
        await _platform.Given(account);
        return account;
    }

    [Fact]
    public async Task A_head_orders_by_its_column_turns_it_round_and_says_which_one_it_is()
    {
        var now = _platform.Clock.Now;
        foreach (var (name, days) in new[] { ("Berta", 3), ("Ana", 1), ("Carla", 2) }) await Given(name, "GT", now.AddDays(-days));
        using var desk = await _platform.As("administrator", Scope.Country("GT"));
        var byName = await desk.Page("/console/accounts?sort=name");
        Assert.Equal(["Ana", "Berta", "Carla"], Column(byName));
        Assert.Equal("ascending", byName.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        var turned = await desk.Page(byName.QuerySelector("th[aria-sort] a")!.GetAttribute("href")!);
        Assert.Equal(["Carla", "Berta", "Ana"], Column(turned));
        Assert.Equal("descending", turned.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        var newest = await desk.Page(byName.QuerySelectorAll("main thead a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("invited", StringComparison.Ordinal)));
        Assert.Equal(["Ana", "Carla", "Berta"], Column(newest));
        // What nobody can order by, and what is no column, changes nothing.
        Assert.Equal(Column(await desk.Page("/console/accounts")), Column(await desk.Page("/console/accounts?sort=passwordhash")));
    }

    [Fact]
    public async Task Filters_stand_in_every_link_and_a_list_that_holds_nothing_says_so_and_leads_back()
    {
        var (one, _) = (await Given("Ana", "GT", began: true), await Given("Berta", "HN"));
        await _platform.Given(Desks.Given(one.Id, "editor", Scope.Country("GT"), _platform.Clock.Now));
        using var desk = await _platform.As("administrator", Scope.Region);
        var page = await desk.Page("/console/accounts?state=active&role=editor&country=GT");
        Assert.Equal(["Ana"], Column(page));
        Assert.All(page.QuerySelectorAll("main thead a, main p.acts a[download]"), a => Assert.Contains("state=active&role=editor&country=GT", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(["active", "editor", "GT"], page.QuerySelectorAll("main form[method=get] option[selected]").Select(o => o.GetAttribute("value")));
        var empty = await desk.Page("/console/accounts?state=disabled");
        Assert.Empty(empty.QuerySelectorAll("main table, main a[download]"));
        Assert.Contains(empty.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/console/accounts");
    }

    [Fact]
    public async Task More_than_a_page_is_turned_over_and_the_file_holds_all_of_it()
    {
        await _platform.Given([.. Enumerable.Range(0, 60).Select(i => { var a = Desks.NewAccount(_platform.Clock.Now, "SV"); a.Name = $"Persona {i:00}"; return a; })]);
        using var desk = await _platform.As("administrator", Scope.Country("SV"));
        var first = await desk.Page("/console/accounts?sort=name");
        var second = await desk.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"Persona {i:00}"), Column(first).Concat(Column(second)));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        var rows = await Csv(desk, first.QuerySelector("a[download]")!.GetAttribute("href")!);
        Assert.Equal(61, rows.Count);
        Assert.Equal(["name", "email", "roles", "state", "country", "invited", "first_sign_in"], rows[0]);
        Assert.Contains("2026-11-21 10:40 -06:00", rows[1]); // by the clock of the person's own country
        var left = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Table == "kernel_account" && a.Outcome == AuditOutcomes.Seen));
        Assert.Equal(("office.view_accounts", desk.AccountId, 60), (left.Act, left.By, left.Records));
    }

    [Fact]
    public async Task A_file_of_accounts_runs_no_formula_and_holds_nobody_of_another_country()
    {
        await Given("=HYPERLINK(\"http://x\")", "GT");
        await Given("Ajena", "HN");
        using var desk = await _platform.As("administrator", Scope.Country("GT"));
        using var answer = await desk.Get("/console/accounts/export");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ajena", text, StringComparison.Ordinal);
        using var book = await desk.Get("/console/accounts/export?as=xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_person_is_looked_for_in_the_body_and_one_letter_is_too_little()
    {
        await Given("Zoila Inventada", "GT");
        using var desk = await _platform.As("administrator", Scope.Country("GT"));
        using (var little = await desk.Post("/console/accounts", null, ("Text", "Z"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, little.StatusCode);
        using var found = await desk.Post("/console/accounts", null, ("Text", "Zoila"));
        var page = await Access.Desk.Read(found);
        Assert.Equal(["Zoila Inventada"], Column(page));
        Assert.Empty(page.QuerySelectorAll("main thead a, main a[download]")); // no address leads to what was typed
        await Given("Otra", "GT");
        Assert.Equal(2, Column(await desk.Page("/console/accounts?q=Zoila")).Count);
    }

    [Fact]
    public async Task Who_holds_which_role_where_is_a_table_of_the_accounts_that_one_sees()
    {
        var (one, other) = (await Given("Ana", "GT"), await Given("Ajena", "HN"));
        await _platform.Given(Desks.Given(one.Id, "editor", Scope.Country("GT"), _platform.Clock.Now.AddDays(-1)), Desks.Given(one.Id, "auditor", Scope.Country("GT"), _platform.Clock.Now), Desks.Given(other.Id, "editor", Scope.Country("HN"), _platform.Clock.Now));
        using var national = await _platform.As("administrator", Scope.Country("GT"));
        const string path = "/console/roles/assignments";
        Assert.Equal(["Auditoría", "Edición"], Column(await national.Page(path + "?kind=country&sort=-given"), 2).Where(r => r is "Auditoría" or "Edición").Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(["Ana"], Column(await national.Page(path + "?role=editor")));
        Assert.Equal(["name", "role", "scope", "given", "given_by", "state"], (await Csv(national, path + "/export?role=editor"))[0]);
        Assert.Equal(["Ana"], (await Csv(national, path + "/export?role=editor")).Skip(1).Select(r => r[0]));
        using var region = await _platform.As("administrator", Scope.Region);
        Assert.Equal(["Ajena", "Ana"], Column(await region.Page(path + "?role=editor")));
        Assert.Equal(["Ajena"], Column(await region.Page(path + "?role=editor&country=HN")));
        Assert.NotNull((await region.Page(path + "?role=hub_officer&country=PA")).QuerySelector("main a[href='/console/roles/assignments']"));
    }

    public void Dispose() => _platform.Dispose();
}
